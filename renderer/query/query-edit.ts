import { chipsOf, type QueryChip } from '../../shared/query/chips.ts';
import { removeChip, replaceChip } from '../../shared/query/edit-query.ts';
import { definitionOf, type QueryLanguage } from '../../shared/query/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { printValue } from '../../shared/query/print-value.ts';
import type { FilterValue, SortOrder } from '../../shared/query/query.ts';
import type { TextRange } from '../../shared/query/types.ts';

/**
 * Changes to a search text that buttons make. Each answers the whole new text, sound where the one before was not: a
 * quote left open would swallow whatever is added behind it.
 */

/** The text with its slips of the pen repaired: open quotes and brackets closed, operators without a side left out. */
export function tidy(text: string, language: QueryLanguage): string {
  let current = text.trim();
  // Each repair leaves fewer problems than there were.
  for (;;) {
    const repair = parseQuery(current, language).problems.find(
      ({ code, repair }) => code === 'syntax' && repair !== null,
    )?.repair;
    if (repair === undefined || repair === null) return current;
    current = repair.trim();
  }
}

/** Adds what all hits must have. */
export function addFilter(text: string, filter: string, language: QueryLanguage): string {
  const sound = tidy(text, language);
  if (sound === '') return filter;
  const added = `${sound} ${filter}`;
  const standsApart = listChips(added, language).some(
    ({ kind, ranges }) => kind !== 'group' && ranges.some(([start]) => start === sound.length + 1),
  );
  return standsApart ? added : `${inBrackets(sound, language)} ${filter}`;
}

/** An OR as one part of a longer text. What is about the whole search cannot stand in brackets. */
function inBrackets(text: string, language: QueryLanguage): string {
  const isDirective = ({ kind }: QueryChip) => kind === 'sort' || kind === 'near';
  const directives = listChips(text, language)
    .filter(isDirective)
    .flatMap(({ ranges }) => ranges.map(([start, end]) => text.slice(start, end)));
  const rest = withoutChips(text, isDirective, language);
  // A bracket right behind a smiley would become part of it.
  const closing = /[:;=]['^o-]?[()|]+$/.test(rest) ? ' )' : ')';
  return [`(${rest}${closing}`, ...directives].join(' ');
}

/** Asks for an order; the one that a query has by itself is not written down. */
export function setOrder(text: string, order: SortOrder, language: QueryLanguage): string {
  const without = withoutChips(tidy(text, language), ({ kind }) => kind === 'sort', language);
  return order === orderOf(without, language) ? without : addFilter(without, `sort:${order}`, language);
}

/** In which order a query's hits stand. */
export function orderOf(text: string, language: QueryLanguage): SortOrder {
  const { sort, near } = parseQuery(text, language);
  return sort ?? (near === null ? 'new' : 'old');
}

/** Leaves only what a date filter lets through. It takes the place of those before: it was chosen among their hits. */
export function narrowDates(text: string, filter: string, language: QueryLanguage): string {
  const isOutdated = ({ kind, key, isNegated }: QueryChip) =>
    kind === 'filter' && key !== null && isOfDates(language, key) && !isNegated;
  return addFilter(withoutChips(tidy(text, language), isOutdated, language), filter, language);
}

/** True for a key whose values are times, be they days or nights. */
function isOfDates(language: QueryLanguage, key: string): boolean {
  return ['date', 'night'].includes(definitionOf(language, key).takes);
}

/** True if the filter is at the top of the query and not negated. */
export function hasFilterValue(text: string, key: string, value: string, language: QueryLanguage): boolean {
  const isWanted = (other: FilterValue) => isSameValue(key, other, value, language);
  return filterPieces(text, key, language).some(({ values }) => values.some(isWanted));
}

/** Takes one value out of the filters of a key, and the filter with it if it was the only one. */
export function removeFilterValue(text: string, key: string, value: string, language: QueryLanguage): string {
  return filterPieces(text, key, language).reduceRight((rest, { range, values }) => {
    const kept = values.filter((other) => !isSameValue(key, other, value, language));
    if (kept.length === values.length) return rest;
    return replaceChip(rest, { ranges: [range] }, kept.length === 0 ? '' : `${key}:${kept.map(printValue).join(',')}`);
  }, text);
}

interface FilterPiece {
  readonly range: TextRange;
  readonly values: readonly FilterValue[];
}

/** The filters of a key at the top of the query, each as it stands in the text; negated ones are left out. */
function filterPieces(text: string, key: string, language: QueryLanguage): readonly FilterPiece[] {
  const chips = listChips(text, language).filter(
    (chip) => chip.kind === 'filter' && chip.key === key && !chip.isNegated,
  );
  return chips
    .flatMap(({ ranges }) => ranges)
    .toSorted((one, other) => one[0] - other[0])
    .flatMap((range) => {
      const { query } = parseQuery(text.slice(...range), language);
      return query.kind === 'filter' ? [{ range, values: query.values }] : [];
    });
}

function isSameValue(key: string, value: FilterValue, written: string, language: QueryLanguage): boolean {
  const { query } = parseQuery(`${key}:${written}`, language);
  const wanted = query.kind === 'filter' ? query.values[0] : undefined;
  return wanted !== undefined && plainText(wanted) === plainText(value);
}

/** Quotes and case make no difference between names that one facet lists. */
function plainText(value: FilterValue): string {
  return (value.kind === 'word' ? value.text : printValue(value)).toLowerCase();
}

function withoutChips(text: string, isUnwanted: (chip: QueryChip) => boolean, language: QueryLanguage): string {
  let rest = text;
  const find = () => listChips(rest, language).find(isUnwanted);
  // One at a time: with each that goes, the others move.
  for (let chip = find(); chip; chip = find()) {
    rest = removeChip(rest, chip);
  }
  return rest;
}

/** Chips for their places: what their dates stand for does not matter here. */
function listChips(text: string, language: QueryLanguage): readonly QueryChip[] {
  return chipsOf(text, language, { timeZone: 'UTC', now: 0 });
}
