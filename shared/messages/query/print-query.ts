import { parseQuery } from './parse-query.ts';
import type { FilterQuery, Query, TextQuery } from './query.ts';

/** The canonical text of a query: `parseQuery` reads it back to the same tree, ranges aside, without a problem. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'everything':
      return '';
    case 'and':
      return query.items.map((item) => (item.kind === 'or' ? `(${printQuery(item)})` : printQuery(item))).join(' ');
    case 'or':
      return query.items.map(printQuery).join(' OR ');
    case 'not':
      return query.item.kind === 'and' || query.item.kind === 'or'
        ? `-(${printQuery(query.item)})`
        : `-${printQuery(query.item)}`;
    case 'text':
      return printText(query);
    case 'filter':
      return printFilter(query);
  }
}

function printText({ text, match }: TextQuery): string {
  const written = isBare(text) ? text : quote(text);
  if (match === 'inside') return `*${written}*`;
  return match === 'prefix' ? `${written}*` : written;
}

/** True if the word reads as itself without quotes, wherever it stands. */
function isBare(text: string): boolean {
  if (!/^[\p{L}\p{N}][^\s*]*$/u.test(text)) return false;
  const { query, problems } = parseQuery(text);
  return problems.length === 0 && query.kind === 'text' && query.text === text && query.match === 'whole';
}

function printFilter({ key, values }: FilterQuery): string {
  return `${key}:${values.map(({ text, isQuoted }) => (isQuoted ? quote(text) : text)).join(',')}`;
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
