import { rareWords } from '../../electron/sample/lists/things.ts';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { listFilterCases } from './search-filter-cases.ts';
import { at, channelNames, commonWords, mediumWords, month, types, type Query } from './search-arguments.ts';

/** A kind of search and its many different arguments, so that no cache answers twice. */
export interface SearchCase {
  readonly name: string;
  readonly queries: readonly string[];
}

export const repetitions = 48;

const phrases = [
  'battle res',
  'sign up for',
  'thanks again for last night',
  'price check on',
  'the world tree',
  'see you at',
  'item level',
  'watch the video again',
  'who pulled',
  'best offer',
  'raid starts at',
  'anyone for the weekly',
];
const unspaced = [
  '副本',
  '公会',
  '治疗',
  '首杀',
  '服务器',
  '戦闘復活',
  'ヒール',
  '全滅',
  'おめでとう',
  'ระวัง',
  'ชุบชีวิต',
  '恭喜',
];
const substrings = [
  '*ancake*',
  '*unemast*',
  '*aggin*',
  '*ttendanc*',
  '*ooldown*',
  '*ightmar*',
  '*nterrup*',
  '*xchang*',
  '*idewarde*',
  '*bsidi*',
];
/** What the queries name, read from the backup that the library was made of. */
export interface SourceNames {
  /** Authors of all ranks of activity, from the most talkative to those who spoke once. */
  readonly authors: readonly string[];
  readonly bosses: readonly string[];
  readonly guilds: readonly string[];
  readonly raidIds: readonly string[];
  /** Pairs of people who wrote to each other. */
  readonly pairs: readonly (readonly [string, string])[];
}

export function readSourceNames(source: string): SourceNames {
  const database = openDatabase(source, { readonly: true });
  try {
    const byActivity = readTexts(
      database,
      `SELECT username FROM users JOIN messages ON user_id = users.id
       WHERE username NOT LIKE '%"%' GROUP BY users.id ORDER BY count(*) DESC`,
    );
    return {
      authors: Array.from(
        { length: repetitions },
        (_, index) => byActivity[Math.floor((index / repetitions) ** 3 * byActivity.length)] ?? '',
      ),
      bosses: readTexts(database, 'SELECT DISTINCT boss_name FROM raids ORDER BY 1'),
      guilds: readTexts(database, 'SELECT name FROM guilds ORDER BY member_count DESC, name LIMIT 48'),
      raidIds: readTexts(database, 'SELECT id FROM raids ORDER BY created_at DESC LIMIT 48'),
      pairs: database
        .prepare<[], [string, string]>('SELECT DISTINCT from_user_id, to_user_id FROM direct_messages LIMIT 48')
        .raw()
        .all(),
    };
  } finally {
    database.close();
  }
}

function readTexts(database: Database, statement: string): readonly string[] {
  return database.prepare<[], string>(statement).pluck().all();
}

/** Over forty kinds of search: text and filters, common and rare, every family of keys. */
export function listSearchCases(names: SourceNames): readonly SearchCase[] {
  const cases: readonly Query[] = [...listTextCases(names), ...listFilterCases(names)];
  return cases.map(([name, query]) => ({
    name,
    queries: Array.from({ length: repetitions }, (_, index) => query(index)),
  }));
}

function listTextCases({ authors }: SourceNames): readonly Query[] {
  return [
    ['newest page', () => ''],
    ['common word', (index) => at(commonWords, index)],
    ['medium word', (index) => at(mediumWords, index)],
    ['rare word', (index) => at(rareWords, index)],
    ['two words', (index) => `${at(commonWords, index)} ${at(commonWords, index * 7 + 3)}`],
    ['phrase', (index) => `"${at(phrases, index)}"`],
    ['prefix', (index) => `${at(commonWords, index).slice(0, 3)}*`],
    ['from: + word', (index) => `from:"${at(authors, index)}" ${at(commonWords, index)}`],
    ['in: + word', (index) => `in:${at(channelNames, index)} ${at(commonWords, index)}`],
    [
      'phrase + in: + type:',
      (index) => `"${at(phrases, index)}" in:${at(channelNames, index)} type:${at(types, index)}`,
    ],
    ['unspaced script', (index) => at(unspaced, index)],
    ['substring', (index) => at(substrings, index)],
    ['pure filter', (index) => (index % 2 === 0 ? `from:"${at(authors, index)}"` : `in:${at(channelNames, index)}`)],
    ['two filters', (index) => `from:"${at(authors, index)}" type:${at(types, index)}`],
    ['negation', (index) => `${at(commonWords, index)} -${at(commonWords, index * 5 + 1)}`],
    ['only negation', (index) => `-${at(commonWords, index)}`],
    ['or', (index) => `${at(mediumWords, index)} OR ${at(rareWords, index)}`],
    ['date range + word', (index) => `${at(commonWords, index)} on:${month(index)}`],
    ['date range', (index) => `on:${month(index)}`],
    ['no hit', (index) => `nothing${index} ${at(commonWords, index)}`],
  ];
}
