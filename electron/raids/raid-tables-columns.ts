import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { Cell, Column, ColumnType } from '../exports/columns.ts';

/** A column of a table about raids, with how its cell comes out of an item. */
export interface RaidColumn<Item> extends Column {
  readonly read: (item: Item) => Cell;
}

function columnOf<Item>(type: ColumnType): MakeColumn<Item, Cell> {
  return (name, label, read) => ({ name, label, type, read });
}

type MakeColumn<Item, Value> = (name: string, label: string, read: (item: Item) => Value) => RaidColumn<Item>;

/** Makes the columns of one table. Numbers are rounded to two decimals. */
interface ColumnMaker<Item> {
  readonly text: MakeColumn<Item, string | null>;
  readonly list: MakeColumn<Item, readonly string[]>;
  readonly flag: MakeColumn<Item, boolean>;
  /** UTC text; the label names the zone in which it is written. */
  readonly time: MakeColumn<Item, string | null>;
  readonly number: MakeColumn<Item, number | null>;
  /** A share from 0 to 1, written as a number from 0 to 100. */
  readonly share: MakeColumn<Item, number | null>;
}

export function columnsIn<Item>(zone: string): ColumnMaker<Item> {
  const number = columnOf<Item>('number');
  return {
    text: columnOf<Item>('text'),
    list: columnOf<Item>('list'),
    flag: columnOf<Item>('boolean'),
    time: (name, label, read) => columnOf<Item>('time')(name, `${label} (${zone})`, read),
    number: (name, label, read) => number(name, label, (item) => rounded(read(item))),
    share: (name, label, read) =>
      number(name, `${label} (%)`, (item) => {
        const share = read(item);
        return rounded(share === null ? null : share * 100);
      }),
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

/** What the channels sort by, and the window calls its columns, where the column of a table has a name with its unit. */
const namesOfSorts: Readonly<Record<string, string>> = {
  began: 'startedAt',
  pull: 'pullNumber',
  duration: 'durationSeconds',
  players: 'playerCount',
  dps: 'damagePerSecond',
  name: 'player',
  pulls: 'pullCount',
  kills: 'killCount',
  hps: 'healingPerSecond',
  taken: 'damageTaken',
  uptime: 'uptimePercent',
};

/**
 * The columns by their names, or by those of `raidSortColumns` and `playerSortColumns`, in the order of the names; null: all.
 * Throws `bad_input` for a name that there is not.
 */
export function chooseColumns<Item>(
  columns: readonly RaidColumn<Item>[],
  names: readonly string[] | null,
): readonly RaidColumn<Item>[] {
  if (names === null) return columns;
  return names.map((name) => {
    const column =
      columns.find((known) => known.name === name) ?? columns.find((known) => known.name === namesOfSorts[name]);
    if (column !== undefined) return column;
    const known = columns.map((each) => each.name).join(', ');
    throw new RaidscopeError('bad_input', `The table has no column ${JSON.stringify(name)}. It has ${known}.`, {
      column: name,
    });
  });
}
