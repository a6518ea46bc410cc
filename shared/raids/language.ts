import {
  choiceKey as choice,
  dateKey as date,
  nameKey as name,
  optionalWords as optional,
  textKey as text,
  type KeyDefinition,
  type QueryLanguage,
} from '../query/language.ts';

const number = { ...choice, takes: 'number', takesRanges: true } as const;
const person = { ...name, words: ['me'] } as const;

const filters = {
  boss: {
    ...name,
    words: ['any'],
    alsoKnownAs: ['encounter', 'fight'],
    help: 'of this boss',
    example: 'boss:"Hollow King"',
  },
  difficulty: {
    ...choice,
    choices: ['normal', 'hard', 'mythic'],
    alsoKnownAs: ['mode', 'diff'],
    help: 'of this difficulty',
    example: 'difficulty:mythic',
  },
  result: {
    ...choice,
    choices: ['kill', 'wipe', 'live', 'preparing'],
    alsoKnownAs: ['status', 'outcome', 'state', 'victory'],
    help: 'that ended so, go on (live) or have not begun (preparing)',
    example: 'result:kill',
  },
  hp: {
    ...number,
    unit: '%',
    alsoKnownAs: ['bosshp', 'health', 'boss-health', 'bosshealth'],
    help: 'that left the boss so many percent of its health',
    example: 'hp:<20',
  },
  duration: {
    ...number,
    takes: 'duration',
    alsoKnownAs: ['length', 'len', 'lasted'],
    help: 'that took so long',
    example: 'duration:>6m',
  },
  players: {
    ...number,
    alsoKnownAs: ['size', 'participants', 'count'],
    help: 'of so many players',
    example: 'players:20..25',
  },
  leader: {
    ...person,
    alsoKnownAs: ['lead', 'led-by', 'ledby', 'raidleader'],
    help: 'led by this person',
    example: 'leader:anna',
  },
  with: {
    ...person,
    repeated: 'and',
    alsoKnownAs: ['player', 'participant', 'member', 'from', 'user'],
    help: 'that this person took part in',
    example: 'with:me',
  },
  without: {
    ...person,
    repeated: 'and',
    alsoKnownAs: ['missing', 'absent'],
    help: 'that this person took no part in',
    example: 'without:ben',
  },
  role: {
    ...choice,
    choices: ['tank', 'dps', 'healer'],
    alsoKnownAs: ['roles'],
    help: 'with somebody in this role; beside “with:”, with that person in it',
    example: 'role:tank',
  },
  class: {
    ...name,
    alsoKnownAs: ['classes'],
    help: 'with somebody of this class; beside “with:”, with that person of it',
    example: 'class:druid',
  },
  deaths: {
    ...number,
    alsoKnownAs: ['died', 'dead', 'death'],
    help: 'in which so many players died',
    example: 'deaths:>=10',
  },
  dps: {
    ...number,
    alsoKnownAs: ['damage', 'raiddps'],
    help: 'in which the whole raid dealt so much damage per second',
    example: 'dps:>500k',
  },
  night: {
    ...date,
    takes: 'night',
    takesRanges: true,
    alsoKnownAs: ['nights', 'evening', 'raidnight'],
    help: 'of this raid night, which goes on past midnight',
    example: 'night:2025-11-22',
  },
  pull: {
    ...number,
    alsoKnownAs: ['pulls', 'attempt', 'try'],
    help: 'of this number: each guild counts its pulls of a boss and difficulty',
    example: 'pull:1',
  },
  server: { ...name, alsoKnownAs: ['realm', 'world'], help: 'on this server', example: 'server:frostfall' },
  guild: {
    ...name,
    ...optional,
    alsoKnownAs: ['clan'],
    help: 'in which most players are of this guild',
    example: 'guild:dawnwatch',
  },
  name: {
    ...name,
    alsoKnownAs: ['raid', 'raids', 'title'],
    help: 'of a raid of this name',
    example: 'name:"Sunday raid"',
  },
  date: {
    ...date,
    ...optional,
    takesRanges: true,
    alsoKnownAs: ['dates', 'between'],
    help: 'that began on this date, or between two',
    example: 'date:2025-11-01..2025-11-15',
  },
  during: {
    ...date,
    ...optional,
    takesRanges: true,
    alsoKnownAs: ['within'],
    help: 'that began on this day or in this week, month or year',
    example: 'during:last-week',
  },
  on: {
    ...date,
    ...optional,
    takesRanges: true,
    alsoKnownAs: ['day'],
    help: 'that began on this day',
    example: 'on:yesterday',
  },
  after: {
    ...date,
    repeated: 'and',
    alsoKnownAs: ['since'],
    help: 'that began on this date or later',
    example: 'after:-7d',
  },
  before: {
    ...date,
    repeated: 'and',
    alsoKnownAs: ['until'],
    help: 'that began before this date',
    example: 'before:2025-11',
  },
  time: {
    ...choice,
    takes: 'clock',
    takesRanges: true,
    alsoKnownAs: ['hour', 'clock', 'oclock'],
    help: 'that began at this time of the day',
    example: 'time:20:00..23:00',
  },
  weekday: {
    ...choice,
    takes: 'weekday',
    takesRanges: true,
    alsoKnownAs: ['weekdays', 'dow', 'days'],
    help: 'that began on these days of the week',
    example: 'weekday:tue,thu',
  },
  tag: {
    ...name,
    ...optional,
    repeated: 'and',
    alsoKnownAs: ['tags', 'label'],
    help: 'that you gave this tag',
    example: 'tag:progress',
  },
  note: {
    ...text,
    ...optional,
    alsoKnownAs: ['notes', 'comment'],
    help: 'with this in your note',
    example: 'note:any',
  },
  is: {
    ...choice,
    choices: ['starred', 'tagged'],
    repeated: 'and',
    alsoKnownAs: ['has'],
    help: 'in this state',
    example: 'is:starred',
  },
} as const satisfies Record<string, KeyDefinition>;

/** A key that says which pulls are found; `electron/raids` says how. */
export type RaidFilterKey = keyof typeof filters;

/**
 * The language of the search box over raids, of which each is one pull of a boss. Plain words and regular expressions are
 * looked for in a raid's name, its boss and its leader's name. How pulls are sorted is for their list's columns to say.
 */
export const raidLanguage: QueryLanguage<RaidFilterKey> = { finds: 'pulls', filters, directives: {} };
