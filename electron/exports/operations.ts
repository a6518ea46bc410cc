import { copyMessages, writeMessagesFile } from './write-messages.ts';
import { copyRaids, writeRaidsFile } from './write-raids.ts';
import { copyShown, writeShownFile } from './write-shown.ts';

/** What reader threads do for exports. */
export const exportOperations = {
  'exports.writeMessages': writeMessagesFile,
  'exports.copyMessages': copyMessages,
  'exports.writeRaids': writeRaidsFile,
  'exports.copyRaids': copyRaids,
  'exports.writeShown': writeShownFile,
  'exports.copyShown': copyShown,
} as const;
