import type { PlayerSortColumn } from '../../shared/raids/types.ts';
import { fitColumns, gridTracks, type ListColumn } from './list-columns.ts';

type PlayerColumnName = PlayerSortColumn | 'roles' | 'classes' | 'server' | 'share';

export type PlayerColumn = ListColumn<PlayerColumnName>;

const figure = { isNumber: true, firstDirection: 'desc' } as const;
const perSecond = 'for each second of the pulls that have a length';

/** In the order in which they stand. */
export const playerColumns: readonly PlayerColumn[] = [
  {
    name: 'name',
    label: 'Player',
    explanation: 'Everybody who took part in one of the pulls',
    widthRem: 9,
    grows: true,
    firstDirection: 'asc',
    rank: 0,
  },
  {
    name: 'server',
    label: 'Server',
    explanation: 'The server of the player',
    widthRem: 6,
    grows: true,
    isSortable: false,
    firstDirection: 'asc',
    rank: 9,
  },
  {
    name: 'roles',
    label: 'Roles',
    explanation: 'Roles played, most frequent first',
    widthRem: 4,
    isSortable: false,
    firstDirection: 'asc',
    rank: 3,
  },
  {
    name: 'classes',
    label: 'Classes',
    explanation: 'Classes played, most frequent first',
    widthRem: 7,
    grows: true,
    isSortable: false,
    firstDirection: 'asc',
    rank: 4,
  },
  { ...figure, name: 'pulls', label: 'Pulls', explanation: 'Pulls taken part in', widthRem: 3.5, rank: 1 },
  {
    ...figure,
    name: 'share',
    label: 'Share',
    explanation: 'Of all pulls found that list participants, those taken part in',
    widthRem: 7,
    isSortable: false,
    rank: 5,
  },
  { ...figure, name: 'kills', label: 'Kills', explanation: 'Of these pulls, the kills', widthRem: 3.5, rank: 2 },
  { ...figure, name: 'deaths', label: 'Deaths', explanation: 'Deaths in these pulls', widthRem: 4, rank: 2 },
  { ...figure, name: 'damage', label: 'Damage', explanation: 'Damage dealt in these pulls', widthRem: 4.75, rank: 8 },
  { ...figure, name: 'dps', label: 'DPS', explanation: `Damage ${perSecond}`, widthRem: 5, rank: 3 },
  { ...figure, name: 'healing', label: 'Healing', explanation: 'Healing done in these pulls', widthRem: 4.75, rank: 8 },
  { ...figure, name: 'hps', label: 'HPS', explanation: `Healing ${perSecond}`, widthRem: 5, rank: 3 },
  { ...figure, name: 'taken', label: 'Taken', explanation: 'Damage taken in these pulls', widthRem: 4.75, rank: 6 },
  {
    ...figure,
    name: 'uptime',
    label: 'Uptime',
    explanation: 'Mean uptime of these pulls, as recorded',
    widthRem: 4.25,
    rank: 7,
  },
];

export const playerTable = 'players';

/** Room beside the columns: what can be done with a player, gaps and edges. */
const fixedRem = 8;

export function fitPlayerColumns(hidden: ReadonlySet<string>, roomRem: number): readonly PlayerColumn[] {
  return fitColumns(
    playerColumns.filter(({ name }) => name === 'name' || !hidden.has(name)),
    roomRem,
    fixedRem,
  );
}

/** As CSS has it; the last is what can be done with a player. */
export function playerTracks(columns: readonly PlayerColumn[]): string {
  return `${gridTracks(columns)} 5.5rem`;
}
