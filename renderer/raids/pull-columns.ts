import type { RaidSortColumn, SortDirection } from '../../shared/raids/types.ts';

export type PullColumnName = Exclude<RaidSortColumn, 'night'>;

export interface PullColumn {
  readonly name: PullColumnName;
  readonly label: string;
  /** What it shows or counts, for whoever rests on its name. */
  readonly explanation: string;
  /** The least it needs, in rem. */
  readonly widthRem: number;
  /** Takes a share of the room that is left. */
  readonly grows?: boolean;
  readonly isNumber?: boolean;
  /** The direction of a first click: what one looks for comes first. */
  readonly firstDirection: SortDirection;
  /** Where there is no room for all, those with the highest number go first. */
  readonly rank: number;
}

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
  { name: 'boss', label: 'Boss', explanation: 'The boss', widthRem: 9, grows: true, firstDirection: 'asc', rank: 0 },
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
    widthRem: 10.5,
    firstDirection: 'asc',
    rank: 0,
  },
  {
    name: 'duration',
    label: 'Length',
    explanation: 'From pull to end, as recorded; where it is not, end minus start',
    widthRem: 4.25,
    isNumber: true,
    firstDirection: 'desc',
    rank: 2,
  },
  {
    name: 'deaths',
    label: 'Deaths',
    explanation: 'Deaths of all participants together',
    widthRem: 4,
    isNumber: true,
    firstDirection: 'desc',
    rank: 4,
  },
  {
    name: 'players',
    label: 'Players',
    explanation: 'Participants that the backup lists',
    widthRem: 4.25,
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
    widthRem: 6.5,
    grows: true,
    firstDirection: 'asc',
    rank: 6,
  },
  {
    name: 'guild',
    label: 'Guild',
    explanation: 'The guild of which more than half of the participants are members',
    widthRem: 6.5,
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
const fixedRem = 10;
const gapRem = 1;
const dateRem = 5.5;

/** What the rows of night and boss say for all pulls below them. */
const saidAbove: ReadonlySet<PullColumnName> = new Set(['boss', 'difficulty', 'guild']);

interface Wanted {
  readonly isByNight: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly roomRem: number;
}

/** The columns to show: not hidden, and such that they fit; the ones that matter least go first. */
export function fitColumns({ isByNight, hidden, roomRem }: Wanted): readonly PullColumn[] {
  let shown = pullColumns
    .filter(({ name }) => !hidden.has(name) && !(isByNight && saidAbove.has(name)))
    .map((column) =>
      column.name === 'began' && !isByNight ? { ...column, widthRem: column.widthRem + dateRem } : column,
    );
  const widthOf = (columns: readonly PullColumn[]) =>
    columns.reduce((sum, { widthRem }) => sum + widthRem + gapRem, fixedRem);
  while (widthOf(shown) > roomRem) {
    const last = shown.reduce((worst, column) => Math.max(worst, column.rank), 0);
    if (last === 0) break;
    shown = shown.filter(({ rank }) => rank !== last);
  }
  return shown;
}

/** As CSS has it; the first column is the box, the last what is kept on a pull. */
export function gridTemplate(columns: readonly PullColumn[]): string {
  const tracks = columns.map(({ widthRem, grows }) => (grows ? `minmax(${widthRem}rem, 1fr)` : `${widthRem}rem`));
  return ['1.25rem', ...tracks, 'minmax(4.5rem, 1fr)'].join(' ');
}
