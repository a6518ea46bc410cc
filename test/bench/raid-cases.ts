import type { InputOf } from '../../shared/contract/channels.ts';
import { raidSortColumns, timelineLanes, type RaidDifficulty, type RaidPage } from '../../shared/raids/types.ts';
import type { AppSession } from './app-session.ts';
import type { RaidNames } from './raid-names.ts';
import { at } from './search-arguments.ts';

/** A kind of call; each of its calls is another one. Answers how much it got. */
export interface RaidCase {
  readonly name: string;
  readonly ask: (index: number) => Promise<number>;
}

const difficulties: readonly RaidDifficulty[] = ['normal', 'hard', 'mythic'];
const clock = { timeZone: 'Europe/Berlin', nightStartHour: 6 };

/** Finds (nearly) all raids, each time in words that no answer is remembered for. */
function everyRaid(index: number): string {
  const day = new Date(Date.UTC(2024, 5, 1) + index * 86_400_000).toISOString().slice(0, 10);
  return `after:${day}`;
}

/** A search text for each key of the raid grammar, and some of several. */
function listFilters(names: RaidNames): readonly (readonly [name: string, query: (index: number) => string])[] {
  const player = (index: number): string => `"${at(names.players, index * 7).name}"`;
  return [
    ['boss:', (index) => `boss:"${at(names.bosses, index)}" pull:<${40 + index}`],
    ['difficulty:', (index) => `difficulty:${at(difficulties, index)} pull:<${40 + index}`],
    ['result:', (index) => `result:${index % 2 === 0 ? 'kill' : 'wipe'} pull:<${40 + index}`],
    ['hp:', (index) => `hp:<${2 + index}`],
    ['duration:', (index) => `duration:>${60 + index * 5}s`],
    ['players:', (index) => `players:${8 + (index % 20)}..${29 + index}`],
    ['leader:', (index) => `leader:"${at(names.leaders, index)}" pull:<${40 + index}`],
    ['with:', (index) => `with:${player(index)}`],
    ['without:', (index) => `without:${player(index)}`],
    ['with: + role:', (index) => `with:${player(index)} role:dps`],
    ['role:', (index) => `role:${index % 2 === 0 ? 'tank' : 'healer'} pull:<${40 + index}`],
    ['class:', (index) => `class:"${at(names.classes, index)}" pull:<${40 + index}`],
    ['deaths:', (index) => `deaths:>=${index % 60}`],
    ['dps:', (index) => `dps:>${100 + index * 10}k`],
    ['night:', (index) => `night:${at(names.days, index)}`],
    ['server:', (index) => `server:"${at(names.servers, index)}" pull:<${40 + index}`],
    ['guild:', (index) => `guild:"${at(names.guilds, index).name}" pull:<${40 + index}`],
    ['on: a month', (index) => `on:${at(names.days, index).slice(0, 7)} pull:<${40 + index}`],
    ['time: + weekday:', (index) => `time:20:${10 + (index % 50)}..23:00 weekday:wed,sun`],
    ['a word', (index) => `${at(names.bosses, index).split(' ').at(-1) ?? ''} -zzz${index}`],
    ['or', (index) => `boss:"${at(names.bosses, index)}" result:kill OR hp:<${index}`],
    ['not', (index) => `-class:"${at(names.classes, index)}" -with:${player(index)}`],
    ['four filters', (index) => `boss:"${at(names.bosses, index)}" difficulty:normal with:${player(index)} deaths:>3`],
    ['no hit', (index) => `hp:>99 players:${200 + index}`],
  ];
}

/** The list's pages: the newest, each filter, each sort, and one page after another. */
export function listPageCases(session: AppSession, names: RaidNames): readonly RaidCase[] {
  const page = async (input: InputOf<'raids.list'>): Promise<number> => {
    const answer = await session.request('raids.list', { ...clock, ...input });
    const mistake = answer.problems.find(({ code }) => code !== 'ambiguous_name');
    if (mistake !== undefined) throw new Error(`${input.query ?? ''}: ${mistake.message}`);
    return answer.items.length;
  };
  let next: string | null = null;
  return [
    { name: 'list: newest page', ask: () => page({}) },
    ...listFilters(names).map(([name, query]) => ({
      name: `list: ${name}`,
      ask: (index: number) => page({ query: query(index) }),
    })),
    ...raidSortColumns.map((sort) => ({
      name: `list: sorted by ${sort}`,
      ask: (index: number) =>
        page({ query: everyRaid(index), sort, direction: index % 2 === 0 ? ('asc' as const) : ('desc' as const) }),
    })),
    {
      name: 'list: page after page',
      ask: async () => {
        const answer: RaidPage = await session.request('raids.list', {
          ...clock,
          limit: 20,
          cursor: next,
        });
        next = answer.next;
        return answer.items.length;
      },
    },
  ];
}

/** What is shown of all raids that a search finds. */
export function listOverviewCases(session: AppSession, names: RaidNames): readonly RaidCase[] {
  const mixed = listFilters(names);
  const filtered = (index: number): string => at(mixed, index)[1](index);
  return [
    {
      name: 'nights: all',
      ask: async (index) =>
        (await session.request('raids.nights', { ...clock, query: everyRaid(index) })).nights.length,
    },
    {
      name: 'nights: filtered',
      ask: async (index) => (await session.request('raids.nights', { ...clock, query: filtered(index) })).nights.length,
    },
    ...timelineLanes.map((lanes) => ({
      name: `timeline: by ${lanes}`,
      ask: async (index: number) => {
        const { pulls } = await session.request('raids.timeline', { ...clock, query: everyRaid(index), lanes });
        return pulls.ids.length;
      },
    })),
    {
      name: 'players: all',
      ask: async (index) =>
        (await session.request('raids.players', { ...clock, query: everyRaid(index) })).items.length,
    },
    {
      name: 'players: filtered, by damage per second',
      ask: async (index) => {
        const { items } = await session.request('raids.players', { ...clock, query: filtered(index), sort: 'dps' });
        return items.length;
      },
    },
    {
      name: 'progression: all guilds',
      ask: async (index) =>
        (await session.request('raids.progression', { ...clock, query: everyRaid(index) })).bosses.length,
    },
    {
      name: 'progression: one guild',
      ask: async (index) => {
        const input = { ...clock, query: everyRaid(index), guildId: at(names.guilds, index).id };
        return (await session.request('raids.progression', input)).bosses.length;
      },
    },
    {
      name: 'bossPulls: all guilds',
      ask: async (index) => {
        const input = { ...clock, query: everyRaid(index), boss: at(names.bosses, index) };
        return (await session.request('raids.bossPulls', { ...input, difficulty: 'normal' })).pulls.length;
      },
    },
    { name: 'listGuilds', ask: async () => (await session.request('raids.listGuilds', {})).length },
  ];
}

/** What is shown of single raids and players. */
export function listDetailCases(session: AppSession, names: RaidNames): readonly RaidCase[] {
  const raid = (index: number): string => at(names.raidIds, index * 13);
  /** So many pulls of one series, from all over it. */
  const some = (index: number, count: number): string[] => {
    const ids = at(names.series, index * 5);
    return Array.from({ length: count }, (_, place) => at(ids, Math.floor((place * ids.length) / count)));
  };
  const compare = async (ids: string[]): Promise<number> =>
    (await session.request('raids.compare', { ...clock, ids })).pulls.length;
  return [
    {
      name: 'get: a raid with participants and events',
      ask: async (index) => (await session.request('raids.get', { ...clock, id: raid(index) })).samples.length,
    },
    {
      name: "messages: a raid's chat",
      ask: async (index) => (await session.request('raids.messages', { id: raid(index + 1) })).items.length,
    },
    { name: 'compare: two pulls', ask: (index) => compare(some(index, 2)) },
    { name: 'compare: five pulls', ask: (index) => compare(some(index, 5)) },
    { name: 'compare: two pulls of different bosses', ask: (index) => compare([raid(index), raid(index + 2)]) },
    {
      name: 'playerPulls: a player, all pulls',
      ask: async (index) => {
        const input = { ...clock, playerId: at(names.players, index * 3).id };
        return (await session.request('raids.playerPulls', input)).items.length;
      },
    },
    {
      name: 'playerPulls: a player on a boss',
      ask: async (index) => {
        const query = `boss:"${at(names.bosses, index)}"`;
        return (await session.request('raids.playerPulls', { ...clock, query, playerId: at(names.players, index).id }))
          .total;
      },
    },
  ];
}
