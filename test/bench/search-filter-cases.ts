import { deletionReasons, reactions } from '../../electron/sample/lists/things.ts';
import { at, benchTags, channelNames, commonWords, mediumWords, month, type Query } from './search-arguments.ts';
import type { SourceNames } from './search-cases.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const events = ['pull', 'phase', 'death', 'wipe_call', 'kill', 'loot'];
const difficulties = ['normal', 'hard', 'mythic'];
const scripts = ['ja', 'zh', 'ko', 'th', 'ru', 'ar', 'el'];
const patterns = [
  '\\b\\d+k per run',
  'item level \\d+',
  'pull(s|ed|ing)? \\d+',
  'wip(e|es|ed)\\b',
  'at \\d+:\\d{2}',
  '(tank|healer)s? (wanted|needed)',
  'https?:\\/\\/\\w+',
  '\\[[A-Z]\\w+ of',
  '^gz ',
  '\\?$',
  'lost \\d+ pulls',
  '@\\w+\\d',
];
const things = ['link', 'mention', 'number', 'emoji'];

const hour = (index: number): string => String(index % 24).padStart(2, '0');
const word = (index: number): string => at(commonWords, index);

/** Searches by what a message is, belongs to and holds. */
export function listFilterCases(names: SourceNames): readonly Query[] {
  return [
    ...listTextTests(),
    ...listRaidCases(names),
    ...listPlaceCases(names),
    ...listTimeCases(names),
    ...listKeptCases(names),
  ];
}

function listTextTests(): readonly Query[] {
  // The last part says nothing: it only makes one pattern two.
  const pattern = (index: number): string => `/${at(patterns, index)}\\S{0,${1 + (index % 4)}}/i`;
  return [
    ['regex', pattern],
    ['regex + word', (index) => `${word(index + 5)} ${pattern(index)}`],
    ['regex without a hit', (index) => `/\\bq${index}z[a-f]{${3 + (index % 4)}}\\b/`],
    ['has:', (index) => `has:${at(things, index)}`],
    ['has: + word', (index) => `has:${at(things, index)} ${word(index)}`],
    ['has:reaction + has:edit', (index) => `has:reaction has:edit ${index % 2 === 0 ? '' : word(index)}`.trim()],
    ['len: + word', (index) => `len:>${100 + index} ${word(index)}`],
    ['len: alone', (index) => (index % 2 === 0 ? `len:>${128 + index}` : `len:<${6 + (index % 6)}`)],
    ['lang: of a script', (index) => `lang:${at(scripts, index)}`],
    ['lang: of servers + word', (index) => `lang:${index % 2 === 0 ? 'en' : 'pt'} ${word(index)}`],
    ['sort:old + word', (index) => `${word(index)} sort:old`],
    ['sort:best', (index) => `${word(index)} ${at(mediumWords, index)} sort:best`],
  ];
}

function listRaidCases({ bosses, raidIds, guilds }: SourceNames): readonly Query[] {
  return [
    ['boss: + bosshp:', (index) => `boss:"${at(bosses, index)}" bosshp:<${5 + (index % 20)}`],
    ['bosshp: + word', (index) => `bosshp:${index}..${index + 10} ${word(index)}`],
    ['boss: + word', (index) => `boss:"${at(bosses, index)}" ${word(index)}`],
    ['event: + difficulty:', (index) => `event:${at(events, index)} difficulty:${at(difficulties, index)}`],
    ['difficulty: + word', (index) => `difficulty:${at(difficulties, index)} ${word(index)}`],
    ['raid:', (index) => `raid:${at(raidIds, index)}`],
    ['guild: + word', (index) => `guild:"${at(guilds, index)}" ${word(index)}`],
    ['party:any + word', (index) => `party:any ${word(index)}`],
  ];
}

function listPlaceCases({ authors, pairs }: SourceNames): readonly Query[] {
  return [
    ['reaction:', (index) => `reaction:${at(reactions, index)}`],
    ['reaction: + word', (index) => `reaction:${at(reactions, index)} ${word(index)}`],
    ['mentions:', (index) => `mentions:"${at(authors, index)}"`],
    ['to: + word', (index) => `to:"${at(authors, index)}" ${word(index)}`],
    [
      'thread of two people',
      (index) => {
        const [one, other] = at(pairs, index);
        return `type:dm from:${one},${other} to:${one},${other} sort:old`;
      },
    ],
    ['is:unread', (index) => (index % 2 === 0 ? 'is:unread' : `is:unread ${word(index)}`)],
    ['is:deleted + reason:', (index) => `is:deleted reason:"${at(deletionReasons, index)}"`],
    ['source: + word', (index) => `source:sample ${word(index)}`],
  ];
}

function listTimeCases({ authors }: SourceNames): readonly Query[] {
  return [
    [
      'weekday: + time: + word',
      (index) => `weekday:${at(weekdays, index)} time:${hour(index)}:00..${hour(index + 3)}:59 ${word(index)}`,
    ],
    ['weekday: + time:', (index) => `weekday:${at(weekdays, index)},${at(weekdays, index + 2)} time:${hour(index)}`],
    ['time: of a rare word', (index) => `time:${hour(index)}:00.. ${at(mediumWords, index)}`],
    [
      'date:a..b + from:',
      (index) => `date:${month(index % 12)}..${month((index % 12) + 6)} from:"${at(authors, index)}"`,
    ],
    [
      'everything at once',
      (index) =>
        `(${word(index)} OR ${at(mediumWords, index)}) in:${at(channelNames, index)} -is:deleted weekday:${at(weekdays, index)} after:${month(index % 18)}`,
    ],
  ];
}

function listKeptCases({ authors }: SourceNames): readonly Query[] {
  return [
    ['is:starred', (index) => (index % 2 === 0 ? 'is:starred' : `is:starred ${word(index)}`)],
    ['tag:', (index) => `tag:"${at(benchTags, index)}"`],
    ['note: + word', (index) => `note:bench ${word(index)}`],
    ['from:me + word', (index) => `from:me ${word(index)}`],
    ['mentions:me or from:me', (index) => `(mentions:me OR from:me) -from:"${at(authors, index)}"`],
  ];
}
