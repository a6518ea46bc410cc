import { copyMessages, writeMessagesFile } from './write-messages.ts';

/** What reader threads do for exports. */
export const exportOperations = {
  'exports.writeMessages': writeMessagesFile,
  'exports.copyMessages': copyMessages,
} as const;
