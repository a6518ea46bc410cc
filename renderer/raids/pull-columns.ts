import type { RaidSortColumn } from '../../shared/raids/types.ts';
import { fitColumns, gridTracks, type ListColumn } from './list-columns.ts';

export type PullColumnName = Exclude<RaidSortColumn, 'night'>;

export type PullColumn = ListColumn<PullColumnName>;

/** In the order in which they stand. */
export const pullColumns: readonly PullColumn[] = [
  {
    name: 'pull',
    label: 'Pull',
    explanation:
      'Counts the pulls of this boss and difficulty by the same guild, or without one by the same leader, from the first on',
    widthRem: 3.25,
    isNumber: true,
    firstDirection: 'desc',
    rank: 1,
  },
  {
    name: 'began',
    label: 'Began',
    explanation: 'When the pull began',
    widthRem: 4,
    firstDirection: 'desc',
    rank: 3,
  },
  { name: 'boss', label: 'Boss', explanation: 'The boss', widthRem: 11, grows: true, firstDirection: 'asc', rank: 0 },
  {
    name: 'difficulty',
    label: 'Difficulty',
    explanation: 'Normal, hard or mythic',
    widthRem: 5,
    firstDirection: 'desc',
    rank: 8,
  },
  {
    name: 'result',
    label: 'Result',
    explanation: 'Kill, or the health that was left of the boss; sorts by that health',
    widthRem: 9.5,
    firstDirection: 'asc',
    rank: 0,
  },
  {
    name: 'duration',
    label: 'Length',
    explanation: 'From pull to end, as recorded; where it is not, end minus start',
    widthRem: 3.75,
    isNumber: true,
    firstDirection: 'desc',
    rank: 2,
  },
  {
    name: 'deaths',
    label: 'Deaths',
    explanation: 'Deaths of all participants together',
    widthRem: 3.5,
    isNumber: true,
    firstDirection: 'desc',
    rank: 4,
  },
  {
    name: 'players',
    label: 'Players',
    explanation: 'Participants that the backup lists',
    widthRem: 3.75,
    isNumber: true,
    firstDirection: 'desc',
    rank: 7,
  },
  {
    name: 'dps',
    label: 'Raid DPS',
    explanation: 'Damage of all participants for each second of the pull',
    widthRem: 5.25,
    isNumber: true,
    firstDirection: 'desc',
    rank: 5,
  },
  {
    name: 'leader',
    label: 'Leader',
    explanation: 'Who led the raid',
    widthRem: 5.5,
    grows: true,
    firstDirection: 'asc',
    rank: 6,
  },
  {
    name: 'guild',
    label: 'Guild',
    explanation: 'The guild of which more than half of the participants are members',
    widthRem: 6,
    grows: true,
    firstDirection: 'asc',
    rank: 9,
  },
  {
    name: 'server',
    label: 'Server',
    explanation: 'The server of the raid',
    widthRem: 6,
    grows: true,
    firstDirection: 'asc',
    rank: 10,
  },
];

/** The settings' name of the table of pulls. */
export const pullTable = 'pulls';

/** Room beside the columns: the box to choose a pull, what is kept on it, gaps and edges. */
const fixedRem = 7;
const dateRem = 5.5;

/** What the rows of night and boss say for all pulls below them. */
const saidAbove: ReadonlySet<PullColumnName> = new Set(['boss', 'difficulty', 'guild']);

interface Wanted {
  readonly isByNight: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly roomRem: number;
}

/** The columns to show: not hidden, and such that they fit. */
export function fitPullColumns({ isByNight, hidden, roomRem }: Wanted): readonly PullColumn[] {
  const wanted = pullColumns.filter(({ name }) => !hidden.has(name) && !(isByNight && saidAbove.has(name)));
  const widened = wanted.map((column) =>
    column.name === 'began' && !isByNight ? { ...column, widthRem: column.widthRem + dateRem } : column,
  );
  return fitColumns(widened, roomRem, fixedRem);
}

/** As CSS has it; the first column is the box, the last what is kept on a pull. */
export function pullTracks(columns: readonly PullColumn[]): string {
  return `1.25rem ${gridTracks(columns)} minmax(3.25rem, 0.5fr)`;
}

const exportedAs: Readonly<Record<PullColumnName, readonly string[]>> = {
  pull: ['pullNumber'],
  began: ['startedAt', 'endedAt'],
  boss: ['boss'],
  difficulty: ['difficulty'],
  result: ['result', 'healthLeft'],
  duration: ['durationSeconds'],
  deaths: ['deaths'],
  players: ['playerCount', 'tanks', 'healers', 'damageDealers'],
  dps: ['damagePerSecond'],
  leader: ['leader'],
  guild: ['guild'],
  server: ['server'],
};

/** Names of the columns that an export writes; null: all that there are, as long as the person hid none. */
export function exportedColumns(hidden: ReadonlySet<string>): string[] | null {
  if (hidden.size === 0) return null;
  const shown = pullColumns.filter(({ name }) => !hidden.has(name));
  return ['night', ...shown.flatMap(({ name }) => exportedAs[name]), 'oddities', 'starred', 'tags', 'note', 'id'];
}
