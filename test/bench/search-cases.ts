import { rareWords } from '../../electron/sample/lists/things.ts';
import { openDatabase } from '../../electron/library/open-database.ts';

/** A kind of search and its many different arguments, so that no cache answers twice. */
export interface SearchCase {
  readonly name: string;
  readonly queries: readonly string[];
}

export const repetitions = 48;

const commonWords =
  'raid need night anyone sell boss with time last please healer guild gold tank still today looking again after before'.split(
    ' ',
  );
const mediumWords =
  'pancakes lagging reroll crafter enchanter summon flasks rotation trial attendance undercut screenshot horse vendor'.split(
    ' ',
  );
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
const types = ['user', 'raid', 'guild', 'party', 'system', 'dm'];
const channelNames = ['general', 'trade', 'lfg', 'raids', 'pvp', 'help', 'off-topic', 'officers'];

function at<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item; // the lists above are not empty
}

function month(index: number): string {
  const months = 2024 * 12 + 10 + (index % 24);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Authors of all ranks of activity, from the most talkative to those who spoke once. */
function listAuthors(source: string): readonly string[] {
  const database = openDatabase(source, { readonly: true });
  try {
    const names = database
      .prepare<[], string>(
        `SELECT username FROM users JOIN messages ON user_id = users.id
         WHERE username NOT LIKE '%"%' GROUP BY users.id ORDER BY count(*) DESC`,
      )
      .pluck()
      .all();
    return Array.from(
      { length: repetitions },
      (_, index) => names[Math.floor((index / repetitions) ** 3 * names.length)] ?? '',
    );
  } finally {
    database.close();
  }
}

export function listSearchCases(source: string): readonly SearchCase[] {
  const authors = listAuthors(source);
  const cases: readonly (readonly [name: string, query: (index: number) => string])[] = [
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
  return cases.map(([name, query]) => ({
    name,
    queries: Array.from({ length: repetitions }, (_, index) => query(index)),
  }));
}
