import type { SortDirection } from '../../shared/raids/types.ts';

/** A column of a list of raids or players. */
export interface ListColumn<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  /** What it shows or counts, for whoever rests on its name. */
  readonly explanation: string;
  /** The least it needs, in rem. */
  readonly widthRem: number;
  /** Takes a share of the room that is left. */
  readonly grows?: boolean;
  readonly isNumber?: boolean;
  /** False: nothing can be sorted by it. */
  readonly isSortable?: boolean;
  /** The direction of a first click: what one looks for comes first. */
  readonly firstDirection: SortDirection;
  /** Where there is no room for all, those with the highest number go first; 0 stays. */
  readonly rank: number;
}

const gapRem = 1;

/** Those of the columns that find room beside what takes `fixedRem`; the ones that matter least go first. */
export function fitColumns<Column extends ListColumn>(
  columns: readonly Column[],
  roomRem: number,
  fixedRem: number,
): readonly Column[] {
  let shown = columns;
  const widthOf = () => shown.reduce((sum, { widthRem }) => sum + widthRem + gapRem, fixedRem);
  while (widthOf() > roomRem) {
    const last = shown.reduce((worst, { rank }) => Math.max(worst, rank), 0);
    if (last === 0) break;
    shown = shown.filter(({ rank }) => rank !== last);
  }
  return shown;
}

/** The columns' widths as CSS has them. */
export function gridTracks(columns: readonly ListColumn[]): string {
  return columns.map(({ widthRem, grows }) => (grows ? `minmax(${widthRem}rem, 1fr)` : `${widthRem}rem`)).join(' ');
}
