/** What a column's values are, which decides how each format writes them. */
export type ColumnType = 'text' | 'number' | 'time' | 'boolean' | 'list';

export interface Column {
  /** The key in JSON Lines. */
  readonly name: string;
  /** The heading in tables. */
  readonly label: string;
  readonly type: ColumnType;
}

/**
 * One value of a row, fit for its column's type. A time is UTC text as the library stores it (`2025-11-22 20:15:03[.250]`);
 * a whole number beyond 2^53 is a bigint.
 */
export type Cell = string | number | bigint | boolean | null | readonly string[];

/** As many cells as there are columns. */
export type Row = readonly Cell[];
