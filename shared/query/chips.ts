import type { TextRange } from './types.ts';
import type { QueryPart } from './build-query.ts';
import { timeSpanOfValue, type OpenTimeSpan } from './dates.ts';
import { describeDuration } from './durations.ts';
import { definitionOf, type QueryLanguage } from './language.ts';
import { nightSpanOfValue } from './nights.ts';
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
  readonly key: string | null;
  readonly isNegated: boolean;
  /** Where it stands in the text; several places where a key was used twice (`from:anna boss from:ben`). */
  readonly ranges: readonly TextRange[];
}

/** Where and when somebody reads a search: what its dates are counted from. */
export interface ReadingMoment {
  readonly timeZone: string;
  /** Seconds since 1970. */
  readonly now: number;
  /** The hour at which a night begins; 6 if left out. */
  readonly nightStartHour?: number | undefined;
}

/**
 * What all hits of a search have in common, one chip each, in the order of the text; together they are the search. Dates
 * are resolved for a person in a zone at a moment.
 */
export function chipsOf(
  search: string | ParsedQuery,
  language: QueryLanguage,
  moment: ReadingMoment,
): readonly QueryChip[] {
  const { parts, sort, near } = typeof search === 'string' ? parseQuery(search, language) : search;
  return mergeParts(parts, language).map((part) => {
    if (part.kind === 'query') return { ...describe(part.query, language, moment), ranges: part.ranges };
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
function mergeParts(parts: readonly QueryPart[], language: QueryLanguage): readonly QueryPart[] {
  const merged: QueryPart[] = [];
  for (const part of parts) {
    const at = merged.findIndex(
      (other) => other.kind === 'query' && part.kind === 'query' && isSameFilter(other.query, part.query, language),
    );
    const earlier = merged[at];
    if (earlier?.kind === 'query' && part.kind === 'query') {
      const query = join('and', [earlier.query, part.query], language);
      merged[at] = { kind: 'query', query, ranges: [...earlier.ranges, ...part.ranges] };
    } else merged.push(part);
  }
  return merged;
}

type Description = Omit<QueryChip, 'ranges'>;

function describe(query: Query, language: QueryLanguage, moment: ReadingMoment): Description {
  const plain = { detail: null, key: null, isNegated: false };
  switch (query.kind) {
    case 'not':
      return { ...describe(query.item, language, moment), isNegated: true };
    case 'filter':
      return { ...plain, kind: 'filter', key: query.key, ...describeFilter(query, language, moment) };
    case 'text':
      return {
        ...plain,
        kind: 'text',
        label: printTree(query, language).replaceAll(/^(\**)"(.*)"(\**)$/gs, '$1“$2”$3'),
      };
    case 'regex':
      return { ...plain, kind: 'regex', label: printRegex(query) };
    default:
      return { ...plain, kind: 'group', label: printTree(query, language) };
  }
}

function describeFilter(
  query: FilterQuery,
  language: QueryLanguage,
  moment: ReadingMoment,
): Pick<Description, 'label' | 'detail'> {
  const { key, values } = query;
  const { takes } = definitionOf(language, key);
  const write = takes === 'duration' ? describeDuration : (text: string): string => text;
  const isDate = takes === 'date' || takes === 'night';
  return {
    label: `${key}: ${values.map((value) => describeValue(value, write)).join(' or ')}`,
    detail: isDate ? describeDates(query, takes, moment) : null,
  };
}

function describeValue(value: FilterValue, write: (text: string) => string): string {
  switch (value.kind) {
    case 'word':
      return write(value.text);
    case 'regex':
      return printRegex(value);
    case 'range':
      if (value.low === null) return `up to ${write(value.high ?? '')}`;
      return value.high === null ? `from ${write(value.low)} on` : `${write(value.low)} – ${write(value.high)}`;
    case 'compare':
      return `${value.operator} ${write(value.text)}`;
    default:
      return value.kind;
  }
}

function describeDates(
  { key, values }: FilterQuery,
  takes: 'date' | 'night',
  { timeZone, now, nightStartHour }: ReadingMoment,
): string | null {
  const spans = values
    .map((value) =>
      takes === 'night'
        ? nightSpanOfValue(value, timeZone, now, nightStartHour)
        : timeSpanOfValue(value, timeZone, now),
    )
    .filter((span) => span !== null);
  return spans.length === 0 ? null : spans.map((span) => describeSpan(inKey(key, span), timeZone)).join(' or ');
}

function inKey(key: string, { start, end }: OpenTimeSpan): OpenTimeSpan {
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
