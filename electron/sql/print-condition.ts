import { sql, type SqlFragment } from '../library/sql.ts';
import { ZoneClock } from '../exports/zone-clock.ts';
import { firstPlace, lastPlace, placesPerSecond, type Condition, type SpanCondition } from '../messages/condition.ts';
import { fuse } from '../messages/fuse.ts';
import { printFragment, printText } from './print-values.ts';

/**
 * A search's condition as SQL text that finds the same places: the same index is asked, and what reads rows reads the same
 * columns. `IS NOT TRUE` where the app takes hits away, since what is unknown of a row is no hit there.
 */
interface Printing {
  /** The column that holds the place. */
  readonly place: string;
  /** Whose rows `m` stands for; null: no rows, places alone. */
  readonly table: 'messages' | 'direct_messages' | null;
  readonly clock: ZoneClock;
  readonly zone: string;
}

/** The statement that lists the places of all hits, without order and limit; their column is `seq`. */
export function printPlaces(condition: Condition, zone: string): string {
  const items = itemsOf(joined(condition));
  const clock = new ZoneClock(zone);
  const base = items.find((item) => item.kind === 'index');
  if (base !== undefined && !items.some(readsRows)) {
    const printing: Printing = { place: 'rowid', table: null, clock, zone };
    const others = items.filter((item) => item !== base).map((item) => print(item, printing));
    return `  SELECT rowid AS seq\n  FROM message_words\n  WHERE ${[`message_words MATCH ${printText(base.match)}`, ...others].join('\n    AND ')}`;
  }
  const selects = (['messages', 'direct_messages'] as const).map((table) => {
    const printing: Printing = { place: 'm.seq', table, clock, zone };
    const where = items.map((item) => print(item, printing));
    return `  SELECT m.seq\n  FROM ${table} AS m${where.length === 0 ? '' : `\n  WHERE ${where.join('\n    AND ')}`}`;
  });
  return selects.join('\n  UNION ALL\n');
}

/** As few expressions for the index as possible; dates stand beside them. */
function joined(condition: Condition): Condition {
  const items = itemsOf(condition);
  const bounds = items.filter(({ kind }) => kind === 'span' || kind === 'placeTest');
  const rest = items.filter((item) => !bounds.includes(item));
  const fused = rest.some(hasSpan) || rest.length === 0 ? rest : itemsOf(fuse({ kind: 'and', items: rest }));
  return { kind: 'and', items: [...fused, ...bounds] };
}

function itemsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'all') return [];
  return condition.kind === 'and' ? condition.items : [condition];
}

function hasSpan(condition: Condition): boolean {
  return condition.kind === 'span' || partsOf(condition).some(hasSpan);
}

function readsRows(condition: Condition): boolean {
  return condition.kind === 'test' || condition.kind === 'regex' || partsOf(condition).some(readsRows);
}

function partsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.items;
  return condition.kind === 'not' ? [condition.item] : [];
}

function print(condition: Condition, printing: Printing): string {
  const { place, table } = printing;
  switch (condition.kind) {
    case 'all':
      return 'TRUE';
    case 'none':
      return 'FALSE';
    case 'index':
      return `${place} IN (SELECT rowid FROM message_words WHERE message_words MATCH ${printText(condition.match)})`;
    case 'rows':
      return `${place} IN (${condition.sources.map((source) => `SELECT seq ${printFragment(source)}`).join(' UNION ALL ')})`;
    case 'places':
      return `${place} IN (${condition.places.join(', ')})`;
    case 'placeTest':
      return `(${printFragment(condition.fits(columnOf(place)))})`;
    case 'test': {
      const test = table === 'direct_messages' ? condition.ofDirect : condition.ofMessages;
      return test === null ? 'FALSE' : `(${printFragment(test)})`;
    }
    case 'regex': {
      if (table === 'direct_messages' && condition.column !== 'content') return 'FALSE';
      const { source, flags } = condition.regex;
      return `raidscope_matches(m.${condition.column}, ${printText(source)}, ${printText(flags)})`;
    }
    case 'span':
      return printSpan(condition, printing);
    case 'not':
      return `(${print(condition.item, printing)}) IS NOT TRUE`;
    case 'and':
    case 'or': {
      const operator = condition.kind === 'and' ? ' AND ' : ' OR ';
      return `(${condition.items.map((item) => print(item, printing)).join(operator)})`;
    }
  }
}

const placeColumns = { rowid: sql`rowid`, 'm.seq': sql`m.seq` } as const;

function columnOf(place: string): SqlFragment {
  return place === 'rowid' ? placeColumns.rowid : placeColumns['m.seq'];
}

function printSpan({ first, last }: SpanCondition, printing: Printing): string {
  const parts = [
    ...(first > firstPlace ? [`${printing.place} >= ${printEdge(first, printing)}`] : []),
    ...(last < lastPlace ? [`${printing.place} < ${printEdge(last + 1, printing)}`] : []),
  ];
  return parts.length === 0 ? 'TRUE' : parts.join(' AND ');
}

const oldestYear = -62_167_219_200;
const newestYear = 253_402_300_799;

/** The first place of a second by its time, in UTC as rows have it. */
function printEdge(place: number, { clock, zone }: Printing): string {
  const seconds = place / placesPerSecond;
  if (!Number.isInteger(seconds) || seconds < oldestYear || seconds > newestYear) return String(place);
  const utc = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const comment = zone === 'UTC' ? '' : ` /* ${clock.read(utc)?.local ?? utc} ${zone} */`;
  return `(unixepoch('${utc}') << 20)${comment}`;
}
