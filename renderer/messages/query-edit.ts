import { chipsOf, type QueryChip } from '../../shared/query/chips.ts';
import { removeChip, replaceChip } from '../../shared/query/edit-query.ts';
import type { QueryKey } from '../../shared/query/keys.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { printValue } from '../../shared/query/print-value.ts';
import type { FilterValue, SortOrder } from '../../shared/query/query.ts';
import type { TextRange } from '../../shared/query/types.ts';

/**
 * Changes to a search text that buttons make. Each answers the whole new text, sound where the one before was not: a
 * quote left open would swallow whatever is added behind it.
 */

/** The text with its slips of the pen repaired: open quotes and brackets closed, operators without a side left out. */
export function tidy(text: string): string {
  let current = text.trim();
  // Each repair leaves fewer problems than there were.
  for (;;) {
    const repair = parseQuery(current).problems.find(
      ({ code, repair }) => code === 'syntax' && repair !== null,
    )?.repair;
    if (repair === undefined || repair === null) return current;
    current = repair.trim();
  }
}

/** Adds what all hits must have. */
export function addFilter(text: string, filter: string): string {
  const sound = tidy(text);
  if (sound === '') return filter;
  const added = `${sound} ${filter}`;
  const standsApart = listChips(added).some(
    ({ kind, ranges }) => kind !== 'group' && ranges.some(([start]) => start === sound.length + 1),
  );
  return standsApart ? added : `${inBrackets(sound)} ${filter}`;
}

/** An OR as one part of a longer text. What is about the whole search cannot stand in brackets. */
function inBrackets(text: string): string {
  const isDirective = ({ kind }: QueryChip) => kind === 'sort' || kind === 'near';
  const directives = listChips(text)
    .filter(isDirective)
    .flatMap(({ ranges }) => ranges.map(([start, end]) => text.slice(start, end)));
  const rest = withoutChips(text, isDirective);
  // A bracket right behind a smiley would become part of it.
  const closing = /[:;=]['^o-]?[()|]+$/.test(rest) ? ' )' : ')';
  return [`(${rest}${closing}`, ...directives].join(' ');
}

/** Asks for an order; the one that a query has by itself is not written down. */
export function setOrder(text: string, order: SortOrder): string {
  const without = withoutChips(tidy(text), ({ kind }) => kind === 'sort');
  return order === orderOf(without) ? without : addFilter(without, `sort:${order}`);
}

/** In which order a query's hits stand. */
export function orderOf(text: string): SortOrder {
  const { sort, near } = parseQuery(text);
  return sort ?? (near === null ? 'new' : 'old');
}

const dateKeys: ReadonlySet<QueryKey | null> = new Set<QueryKey>(['date', 'on', 'during', 'after', 'before']);

/** Leaves only what a date filter lets through. It takes the place of those before: it was chosen among their hits. */
export function narrowDates(text: string, filter: string): string {
  const isOutdated = ({ key, isNegated }: QueryChip) => dateKeys.has(key) && !isNegated;
  return addFilter(withoutChips(tidy(text), isOutdated), filter);
}

/** True if the filter is at the top of the query and not negated. */
export function hasFilterValue(text: string, key: QueryKey, value: string): boolean {
  return filterPieces(text, key).some(({ values }) => values.some((other) => isSameValue(key, other, value)));
}

/** Takes one value out of the filters of a key, and the filter with it if it was the only one. */
export function removeFilterValue(text: string, key: QueryKey, value: string): string {
  return filterPieces(text, key).reduceRight((rest, { range, values }) => {
    const kept = values.filter((other) => !isSameValue(key, other, value));
    if (kept.length === values.length) return rest;
    return replaceChip(rest, { ranges: [range] }, kept.length === 0 ? '' : `${key}:${kept.map(printValue).join(',')}`);
  }, text);
}

interface FilterPiece {
  readonly range: TextRange;
  readonly values: readonly FilterValue[];
}

/** The filters of a key at the top of the query, each as it stands in the text; negated ones are left out. */
function filterPieces(text: string, key: QueryKey): readonly FilterPiece[] {
  const chips = listChips(text).filter((chip) => chip.kind === 'filter' && chip.key === key && !chip.isNegated);
  return chips
    .flatMap(({ ranges }) => ranges)
    .toSorted((one, other) => one[0] - other[0])
    .flatMap((range) => {
      const { query } = parseQuery(text.slice(...range));
      return query.kind === 'filter' ? [{ range, values: query.values }] : [];
    });
}

function isSameValue(key: QueryKey, value: FilterValue, written: string): boolean {
  const { query } = parseQuery(`${key}:${written}`);
  const wanted = query.kind === 'filter' ? query.values[0] : undefined;
  return wanted !== undefined && plainText(wanted) === plainText(value);
}

/** Quotes and case make no difference between names that one facet lists. */
function plainText(value: FilterValue): string {
  return (value.kind === 'word' ? value.text : printValue(value)).toLowerCase();
}

function withoutChips(text: string, isUnwanted: (chip: QueryChip) => boolean): string {
  let rest = text;
  // One at a time: with each that goes, the others move.
  for (let chip = listChips(rest).find(isUnwanted); chip; chip = listChips(rest).find(isUnwanted)) {
    rest = removeChip(rest, chip);
  }
  return rest;
}

/** Chips for their places: what their dates stand for does not matter here. */
function listChips(text: string): readonly QueryChip[] {
  return chipsOf(text, 'UTC', 0);
}
