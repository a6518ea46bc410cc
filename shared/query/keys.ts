import { messageTypes } from '../messages/types.ts';

/**
 * Every filter of the search language, for the parser, the suggestions and the help alike. A new one is an entry here
 * (what it takes) and one in `electron/messages/filters.ts` (what it finds).
 */
export interface KeyDefinition {
  /** What a value may be; a directive says how hits are shown and not which. */
  readonly takes: 'name' | 'choice' | 'text' | 'date' | 'number' | 'clock' | 'weekday' | 'directive';
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** Of two filters of this key side by side: a message has one author, so either will do; but all states must hold. */
  readonly repeated: 'or' | 'and';
  /** Words that people of other programs type for it. */
  readonly alsoKnownAs: readonly string[];
  /** Words that mean more than a name: anything, nothing, the person who searches. */
  readonly words: readonly SpecialWord[];
  readonly takesRegex: boolean;
  /** Whether `a..b` and, but for clocks and weekdays, `>a` can stand for one value. */
  readonly takesRanges: boolean;
  /** One line that completes "finds messages ..." for suggestions and the help. */
  readonly help: string;
  readonly example: string;
}

export type SpecialWord = 'any' | 'none' | 'me';

const name = { takes: 'name', repeated: 'or', words: [], takesRegex: true, takesRanges: false } as const;
const text = { ...name, takes: 'text', repeated: 'and' } as const;
const choice = { ...name, takes: 'choice', takesRegex: false } as const;
const date = { ...choice, takes: 'date' } as const;
const directive = { ...choice, takes: 'directive' } as const;
const optional = { words: ['any', 'none'] } as const;

/** In the order in which they are offered. */
const definitions = {
  from: {
    ...name,
    words: ['any', 'me'],
    alsoKnownAs: ['author', 'user', 'by', 'sender', 'player'],
    help: 'written by this person',
    example: 'from:anna',
  },
  in: { ...name, ...optional, alsoKnownAs: ['channel', 'room'], help: 'in this channel', example: 'in:general' },
  to: {
    ...name,
    words: ['any', 'none', 'me'],
    alsoKnownAs: ['recipient', 'receiver'],
    help: 'sent to this person directly',
    example: 'to:me',
  },
  mentions: {
    ...name,
    words: ['any', 'none', 'me'],
    repeated: 'and',
    alsoKnownAs: ['mention', 'mentioning', 'at'],
    help: 'that name this person with an @',
    example: 'mentions:me',
  },
  type: { ...choice, choices: messageTypes, alsoKnownAs: ['kind'], help: 'of this type', example: 'type:raid,guild' },
  has: {
    ...choice,
    choices: ['link', 'mention', 'reaction', 'edit', 'number', 'emoji'],
    repeated: 'and',
    alsoKnownAs: ['having'],
    help: 'that have one of these in them',
    example: 'has:link',
  },
  is: {
    ...choice,
    choices: ['deleted', 'edited', 'starred', 'tagged', 'unread'],
    repeated: 'and',
    alsoKnownAs: ['state', 'status'],
    help: 'in this state',
    example: 'is:starred',
  },
  date: {
    ...date,
    ...optional,
    takesRanges: true,
    alsoKnownAs: ['dates', 'between'],
    help: 'from this date, or between two',
    example: 'date:2025-11-01..2025-11-15',
  },
  during: {
    ...date,
    ...optional,
    takesRanges: true,
    alsoKnownAs: ['within'],
    help: 'from this day, week, month or year',
    example: 'during:last-week',
  },
  on: { ...date, ...optional, takesRanges: true, alsoKnownAs: ['day'], help: 'from this day', example: 'on:yesterday' },
  after: {
    ...date,
    repeated: 'and',
    alsoKnownAs: ['since'],
    help: 'from the beginning of this date on',
    example: 'after:-7d',
  },
  before: {
    ...date,
    repeated: 'and',
    alsoKnownAs: ['until'],
    help: 'from before this date begins',
    example: 'before:2025-11',
  },
  time: {
    ...choice,
    takes: 'clock',
    takesRanges: true,
    alsoKnownAs: ['hour', 'clock', 'oclock'],
    help: 'written at this time of the day',
    example: 'time:20:00..23:00',
  },
  weekday: {
    ...choice,
    takes: 'weekday',
    takesRanges: true,
    alsoKnownAs: ['weekdays', 'dow', 'days'],
    help: 'written on these days of the week',
    example: 'weekday:tue,thu',
  },
  server: { ...name, alsoKnownAs: ['realm', 'world'], help: 'on this server', example: 'server:frostfall' },
  guild: { ...name, ...optional, alsoKnownAs: ['clan'], help: 'of this guild’s chat', example: 'guild:dawnwatch' },
  party: { ...name, ...optional, alsoKnownAs: ['group'], help: 'of this party’s chat', example: 'party:any' },
  raid: { ...name, ...optional, alsoKnownAs: ['raids'], help: 'of this raid’s chat', example: 'raid:any' },
  boss: {
    ...name,
    ...optional,
    alsoKnownAs: ['encounter'],
    help: 'from a fight with this boss',
    example: 'boss:"Hollow King"',
  },
  difficulty: {
    ...choice,
    ...optional,
    choices: ['normal', 'hard', 'mythic'],
    alsoKnownAs: ['mode', 'diff'],
    help: 'from a raid of this difficulty',
    example: 'difficulty:mythic',
  },
  event: {
    ...name,
    ...optional,
    alsoKnownAs: ['events'],
    help: 'about this event of a raid',
    example: 'event:boss_kill',
  },
  bosshp: {
    ...choice,
    ...optional,
    takes: 'number',
    takesRanges: true,
    alsoKnownAs: ['hp', 'health', 'boss-health', 'bosshealth'],
    help: 'written while the boss had so many percent of its health',
    example: 'bosshp:<20',
  },
  reaction: {
    ...name,
    ...optional,
    takesRegex: false,
    repeated: 'and',
    alsoKnownAs: ['reactions', 'react', 'emoji'],
    help: 'that somebody reacted to like this',
    example: 'reaction:👍',
  },
  tag: {
    ...name,
    ...optional,
    repeated: 'and',
    alsoKnownAs: ['tags', 'label'],
    help: 'that you gave this tag',
    example: 'tag:loot',
  },
  note: {
    ...text,
    ...optional,
    alsoKnownAs: ['notes', 'comment'],
    help: 'with this in your note',
    example: 'note:any',
  },
  reason: {
    ...text,
    ...optional,
    alsoKnownAs: ['why'],
    help: 'deleted for this reason',
    example: 'reason:spam',
  },
  len: {
    ...choice,
    takes: 'number',
    takesRanges: true,
    alsoKnownAs: ['length', 'chars', 'size'],
    help: 'of so many characters',
    example: 'len:>200',
  },
  lang: {
    ...name,
    takesRegex: false,
    alsoKnownAs: ['language', 'locale'],
    help: 'in this language',
    example: 'lang:ja',
  },
  source: {
    ...name,
    alsoKnownAs: ['import', 'file', 'backup'],
    help: 'that came with this import',
    example: 'source:backup.db',
  },
  sort: {
    ...directive,
    choices: ['new', 'old', 'best'],
    alsoKnownAs: ['order', 'orderby', 'order-by'],
    help: 'shown newest, oldest or best first',
    example: 'sort:old',
  },
  near: {
    ...directive,
    alsoKnownAs: ['around', 'context'],
    help: 'shown around this message or time, oldest first',
    example: 'near:"2025-11-22 20:15"',
  },
} as const satisfies Record<string, KeyDefinition>;

export type QueryKey = keyof typeof definitions;
/** A key that says which messages are found. */
export type FilterKey = Exclude<QueryKey, 'sort' | 'near'>;
export const queryKeys: Readonly<Record<QueryKey, KeyDefinition>> = definitions;

/** Every key, in the order in which a list of them is shown. */
export const queryKeyNames: readonly QueryKey[] = Object.keys(definitions).filter(isKey);

/** The key that a word before a colon is, in any case; null if it is none. */
export function findKey(word: string): QueryKey | null {
  const lower = word.toLowerCase();
  return isKey(lower) ? lower : null;
}

function isKey(word: string): word is QueryKey {
  return Object.hasOwn(definitions, word);
}
