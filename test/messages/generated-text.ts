import * as fc from 'fast-check';

/** Pieces that meet every rule of the tokenizer: accents, scripts without blanks, emoji, punctuation, control characters. */
export const chatPieces = [
  'boss',
  'Boss',
  'heal',
  'héal',
  'he\u0301al',
  'tank',
  'wipe',
  'wiped',
  'pull',
  'off-topic',
  'c++',
  'ß',
  'STRASSE',
  'İstanbul',
  'ärger',
  '今日',
  '今',
  '日副本',
  'ダンジョン',
  'ทดสอบ',
  '안녕',
  '안녕하세요',
  '👍',
  '👍🏽',
  '👨‍👩‍👧',
  '🇩🇪',
  '🫠',
  '❤️',
  ':)',
  '++',
  '12:30',
  'https://x.yz/a?b=1',
  '"',
  "'",
  '(',
  ')',
  '*',
  '-',
  '\\',
  '|',
  '&',
  ',',
  '%',
  '_',
  '\0',
  '\u0301',
  '\u200b',
  '\uffff',
  '\n',
  'x',
  'ab',
  '5',
];

export const chatWord = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...chatPieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);

/** Something a person could have written in a chat. */
export const chatText = fc
  .array(fc.tuple(chatWord, fc.constantFrom(' ', ' ', ' ', '', ', ')), { maxLength: 12 })
  .map((words) => words.map(([word, after]) => word + after).join(''));
