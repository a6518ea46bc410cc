import { copyMessages, writeMessagesFile } from './write-messages.ts';
import { copyRaids, writeRaidsFile } from './write-raids.ts';

/** What reader threads do for exports. */
export const exportOperations = {
  'exports.writeMessages': writeMessagesFile,
  'exports.copyMessages': copyMessages,
  'exports.writeRaids': writeRaidsFile,
  'exports.copyRaids': copyRaids,
} as const;
