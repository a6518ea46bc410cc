import type { Cell, Column } from './columns.ts';
import type { RowWriter } from './row-writer.ts';
import type { ZoneClock } from './zone-clock.ts';

/** One JSON object a line. Times are ISO 8601 with the zone's offset; whole numbers beyond 2^53 are texts of digits. */
export function createJsonLinesWriter(columns: readonly Column[], clock: ZoneClock): RowWriter {
  const names = uniqueNames(columns);
  return {
    head: '',
    write: (rows) =>
      rows
        .map((row) => {
          const entries = row.map((cell, index) => [names[index], toJson(cell, columns[index], clock)] as const);
          return `${JSON.stringify(Object.fromEntries(entries))}\n`;
        })
        .join(''),
  };
}

function toJson(cell: Cell, column: Column | undefined, clock: ZoneClock): Exclude<Cell, bigint> {
  if (typeof cell === 'bigint') return String(cell);
  if (column?.type === 'time' && typeof cell === 'string') return clock.read(cell)?.iso ?? cell;
  return cell;
}

/** An object has each key once: the second `count` is `count_2`. */
function uniqueNames(columns: readonly Column[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    let unique = name;
    for (let number = 2; taken.has(unique); number++) unique = `${name}_${number}`;
    taken.add(unique);
    return unique;
  });
}
