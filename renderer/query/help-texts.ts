export type HelpEntry = readonly [example: string, meaning: string];

/** What the help says of a language beyond its filters, which say themselves what they are for. */
export interface HelpText {
  readonly words: readonly HelpEntry[];
  readonly values: readonly HelpEntry[];
  /** Keys of the list below the box. */
  readonly listKeys: string;
}

const messageWords: readonly HelpEntry[] = [
  ['pull boss', 'both words, anywhere in the message'],
  ['"ready check"', 'exactly this phrase'],
  ['heal*', 'words that begin with it'],
  ['*storm*', 'inside of words'],
  ['wipe OR reset', 'either; AND, OR and NOT in capitals'],
  ['-afk', 'without it; a minus works before filters and brackets too'],
  ['(wipe OR reset) boss', 'parentheses group'],
  [String.raw`/\d+k dps/i`, 'a regular expression; i: upper and lower case are the same'],
];

const messageValues: readonly HelpEntry[] = [
  ['from:anna,ben', 'either of them; "quotes" around blanks'],
  ['has:link has:emoji', 'both; from:anna from:ben means either, since a message has one author'],
  ['date:2025-11', 'a day, a month or a year; also today, yesterday, last-week, this-month, -7d'],
  ['date:2025-11-01..2025-11-15', 'both ends included; one end may be left open'],
  ['bosshp:<20', 'also <=, > and >=; 10..20; k and m for thousands and millions'],
  ['boss:none', 'those without one; any: those that have one'],
  ['from:me', 'the persons that you said you are'],
];

export const messageHelp: HelpText = {
  words: messageWords,
  values: messageValues,
  listKeys:
    'arrow keys (or j and k) move, Home and End go to its ends, the space bar shows a message beside the list, Enter shows it in its conversation',
};

export const raidHelp: HelpText = {
  words: [
    ['sunday hollow', 'both words, in the raid’s name, its boss or its leader’s name'],
    ['"hollow king"', 'exactly this phrase'],
    ['hol*', 'words that begin with it'],
    ['*low*', 'inside of words'],
    ['king OR queen', 'either; AND, OR and NOT in capitals'],
    ['-practice', 'without it; a minus works before filters and brackets too'],
    ['(king OR queen) result:kill', 'parentheses group'],
    ['/^hol/i', 'a regular expression; i: upper and lower case are the same'],
  ],
  values: [
    ['boss:king,queen', 'either of them; "quotes" around blanks'],
    ['with:anna with:ben', 'both; with:anna,ben means either'],
    ['with:anna role:tank', 'Anna as a tank; class: says the same of her class'],
    ['night:2025-11-22', 'from the morning of that day to the next; also months, today, last-week, -7d'],
    ['date:2025-11-01..2025-11-15', 'both ends included; one end may be left open'],
    ['duration:>6m', 'also 90s, 1h30m, 5:30, and ranges such as 4m..6m; without a unit, seconds'],
    ['hp:<20', 'also <=, > and >=; 10..20; k and m for thousands and millions: dps:>500k'],
    ['guild:none', 'those without one; any: those that have one'],
    ['with:me', 'the persons that you said you are'],
  ],
  listKeys: 'arrow keys move, Home and End go to its ends, Enter opens a pull',
};
