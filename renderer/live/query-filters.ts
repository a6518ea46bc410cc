import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { FilterQuery, Query } from '../../shared/query/query.ts';

/** The values of a filter that stands by itself in a query, as they are written there; null when there is none. */
export function filterText(query: string, key: FilterQuery['key']): string | null {
  const filter = findFilter(query, key);
  if (filter === null) return null;
  const [start, end] = filter.range;
  return query.slice(start + key.length + 1, end);
}

/** The query with that filter in place of the one it has; `value` null: without it. */
export function withFilter(query: string, key: FilterQuery['key'], value: string | null): string {
  const filter = findFilter(query, key);
  const [start, end] = filter?.range ?? [query.length, query.length];
  const rest = `${query.slice(0, start).trim()} ${query.slice(end).trim()}`.trim();
  return value === null ? rest : `${rest} ${key}:${value}`.trim();
}

function findFilter(text: string, key: FilterQuery['key']): FilterQuery | null {
  const { query } = parseQuery(text, messageLanguage);
  const items: readonly Query[] = query.kind === 'and' ? query.items : [query];
  for (const item of items) {
    // A second name of the key (`author:`) is of another length: such a filter is left as it was written.
    if (item.kind === 'filter' && item.key === key && text.startsWith(`${key}:`, item.range[0])) return item;
  }
  return null;
}
