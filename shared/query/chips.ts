import type { TextRange } from './types.ts';
import type { QueryPart } from './build-query.ts';
import { timeSpanOfValue, type OpenTimeSpan } from './dates.ts';
import { queryKeys, type QueryKey } from './keys.ts';
import { parseQuery, type ParsedQuery } from './parse-query.ts';
import { printRegex } from './print-value.ts';
import { printTree } from './print-query.ts';
import type { FilterQuery, FilterValue, Query, SortOrder } from './query.ts';
import { isSameFilter, join } from './query-algebra.ts';
import { localTimeAt, zoneNameAt } from './time-zone.ts';

/** One thing that a search asks for, to be shown as a label of its own; `edit-query.ts` changes the text by it. */
export interface QueryChip {
  /** `group`: an OR, or what stands in brackets. */
  readonly kind: 'text' | 'regex' | 'filter' | 'group' | 'sort' | 'near';
  /** `from: anna or ben`, `“battle res”`; without the negation. */
  readonly label: string;
  /** The times that a date stands for, `22 Nov 2025 00:00 – 23 Nov 2025 00:00 CET`; null where it is no date. */
  readonly detail: string | null;
  readonly key: QueryKey | null;
  readonly isNegated: boolean;
  /** Where it stands in the text; several places where a key was used twice (`from:anna boss from:ben`). */
  readonly ranges: readonly TextRange[];
}

/**
 * What all hits of a search have in common, one chip each, in the order of the text; together they are the search. Dates
 * are resolved for a person in a zone at a moment (seconds since 1970).
 */
export function chipsOf(search: string | ParsedQuery, timeZone: string, now: number): readonly QueryChip[] {
  const { parts, sort, near } = typeof search === 'string' ? parseQuery(search) : search;
  return mergeParts(parts).map((part) => {
    if (part.kind === 'query') return { ...describe(part.query, timeZone, now), ranges: part.ranges };
    const label = part.kind === 'sort' ? `sort: ${orderLabels[sort ?? 'new']}` : `near: ${near?.text ?? ''}`;
    return { kind: part.kind, label, detail: null, key: part.kind, isNegated: false, ranges: part.ranges };
  });
}

const orderLabels: Readonly<Record<SortOrder, string>> = {
  new: 'newest first',
  old: 'oldest first',
  best: 'best first',
};

/** As the query does: the same key twice is one filter. */
function mergeParts(parts: readonly QueryPart[]): readonly QueryPart[] {
  const merged: QueryPart[] = [];
  for (const part of parts) {
    const at = merged.findIndex(
      (other) => other.kind === 'query' && part.kind === 'query' && isSameFilter(other.query, part.query),
    );
    const earlier = merged[at];
    if (earlier?.kind === 'query' && part.kind === 'query') {
      const query = join('and', [earlier.query, part.query]);
      merged[at] = { kind: 'query', query, ranges: [...earlier.ranges, ...part.ranges] };
    } else merged.push(part);
  }
  return merged;
}

type Description = Omit<QueryChip, 'ranges'>;

function describe(query: Query, timeZone: string, now: number): Description {
  const plain = { detail: null, key: null, isNegated: false };
  switch (query.kind) {
    case 'not':
      return { ...describe(query.item, timeZone, now), isNegated: true };
    case 'filter':
      return {
        ...plain,
        kind: 'filter',
        label: `${query.key}: ${query.values.map(describeValue).join(' or ')}`,
        detail: describeDates(query, timeZone, now),
        key: query.key,
      };
    case 'text':
      return { ...plain, kind: 'text', label: printTree(query).replaceAll(/^(\**)"(.*)"(\**)$/gs, '$1“$2”$3') };
    case 'regex':
      return { ...plain, kind: 'regex', label: printRegex(query) };
    default:
      return { ...plain, kind: 'group', label: printTree(query) };
  }
}

function describeValue(value: FilterValue): string {
  switch (value.kind) {
    case 'word':
      return value.text;
    case 'regex':
      return printRegex(value);
    case 'range':
      if (value.low === null) return `up to ${value.high ?? ''}`;
      return value.high === null ? `from ${value.low} on` : `${value.low} – ${value.high}`;
    case 'compare':
      return `${value.operator} ${value.text}`;
    default:
      return value.kind;
  }
}

function describeDates({ key, values }: FilterQuery, timeZone: string, now: number): string | null {
  if (queryKeys[key].takes !== 'date') return null;
  const spans = values.map((value) => timeSpanOfValue(value, timeZone, now)).filter((span) => span !== null);
  return spans.length === 0 ? null : spans.map((span) => describeSpan(inKey(key, span), timeZone)).join(' or ');
}

function inKey(key: QueryKey, { start, end }: OpenTimeSpan): OpenTimeSpan {
  if (key === 'before') return { start: null, end: start };
  return key === 'after' ? { start, end: null } : { start, end };
}

function describeSpan({ start, end }: OpenTimeSpan, timeZone: string): string {
  if (start === null) return end === null ? 'any time' : `before ${describeMoment(end, timeZone)}`;
  if (end === null) return `${describeMoment(start, timeZone)} or later`;
  const isSameZone = zoneNameAt(start, timeZone) === zoneNameAt(end, timeZone);
  const from = describeMoment(start, timeZone, !isSameZone);
  return `${from} – ${describeMoment(end, timeZone)}`;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function describeMoment(seconds: number, timeZone: string, hasZone = true): string {
  const { year, month, day, hour, minute, second } = localTimeAt(seconds, timeZone);
  const clock = [hour, minute, ...(second === 0 ? [] : [second])]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const zone = hasZone ? ` ${zoneNameAt(seconds, timeZone)}` : '';
  return `${String(day)} ${monthNames[month - 1] ?? ''} ${String(year)} ${clock}${zone}`;
}
