/** What a generated library's rows are called, and generated queries ask for. Some names begin like others on purpose. */

export const guildNames = ['Dawnwatch', 'Dawn', 'Nachtwächter', '今日の友'] as const;
export const partyIds = ['party-1', 'party-2', 'party 3'] as const;
export const raidNames = ['Sunday Raid', 'Sunday', 'Voidmaw first', 'Über raid'] as const;
export const bossNames = ['Hollow King', 'Hollow', 'Voidmaw', 'Ōtani'] as const;
export const eventNames = ['boss_kill', 'boss_spawn', 'wipe', 'ready check'] as const;
export const reactionTexts = ['👍', '👍🏽', '❤️', 'gg', ':)'] as const;
export const tagNames = ['loot', 'Loot rules', 'ärger'] as const;
export const noteTexts = ['ask Anna about this', 'wipe', 'Händler 今日'] as const;
export const reasonTexts = ['spam', 'Spam and scam', 'wrong channel', '今日'] as const;
export const languageCodes = ['en', 'de', 'ja', 'ko', 'ru'] as const;
export const sourceNames = ['backup.db', 'backup 2.db', 'old.json'] as const;
