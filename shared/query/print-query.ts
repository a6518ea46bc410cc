import type { QueryLanguage } from './language.ts';
import { parseQuery, type ParsedQuery } from './parse-query.ts';
import { printRegex, printValue, quote } from './print-value.ts';
import type { Query, TextQuery } from './query.ts';

/** The canonical text of a search: `parseQuery` reads it back to the same, ranges aside, without a problem. */
export function printQuery(
  { query, sort, near }: Pick<ParsedQuery, 'query' | 'sort' | 'near'>,
  language: QueryLanguage,
): string {
  const parts = [
    printTree(query, language),
    sort === null ? '' : `sort:${sort}`,
    near === null ? '' : `near:${printName(near.text)}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** The canonical text of a part of a search. */
export function printTree(query: Query, language: QueryLanguage): string {
  const print = (part: Query): string => printTree(part, language);
  switch (query.kind) {
    case 'everything':
      return '';
    case 'and':
      return query.items.map((item) => (item.kind === 'or' ? `(${print(item)})` : print(item))).join(' ');
    case 'or':
      return query.items.map(print).join(' OR ');
    case 'not':
      return query.item.kind === 'and' || query.item.kind === 'or'
        ? `-(${print(query.item)})`
        : `-${print(query.item)}`;
    case 'text':
      return printText(query, language);
    case 'filter':
      return `${query.key}:${query.values.map(printValue).join(',')}`;
    case 'regex':
      return printRegex(query);
  }
}

function printText({ text, match }: TextQuery, language: QueryLanguage): string {
  const written = isBare(text, language) ? text : quote(text);
  if (match === 'inside') return `*${written}*`;
  return match === 'prefix' ? `${written}*` : written;
}

/** True if the word reads as itself without quotes, wherever it stands. */
function isBare(text: string, language: QueryLanguage): boolean {
  if (!/^[\p{L}\p{N}][^\s*]*$/u.test(text)) return false;
  const { query, problems } = parseQuery(text, language);
  return problems.length === 0 && query.kind === 'text' && query.text === text && query.match === 'whole';
}

function printName(text: string): string {
  return /^[\p{L}\p{N}:_-]+$/u.test(text) ? text : quote(text);
}
