import type { QueryKey } from '../../shared/query/keys.ts';
import type { FacetName } from '../../shared/messages/types.ts';
import { addFilter, hasFilterValue, removeFilterValue } from './query-edit.ts';

/** The filter that each facet's values belong to. */
export const facetKeys: Readonly<Record<FacetName, QueryKey>> = {
  author: 'from',
  channel: 'in',
  server: 'server',
  type: 'type',
  month: 'during',
};

/** What the facets do to the query; values are as filters take them. */
export interface FacetChoice {
  readonly isChosen: (key: QueryKey, value: string) => boolean;
  readonly add: (key: QueryKey, value: string) => void;
  readonly remove: (key: QueryKey, value: string) => void;
  readonly exclude: (key: QueryKey, value: string) => void;
}

/** Reads and changes a search text by its facets. */
export function createFacetChoice(text: string, onChange: (text: string) => void): FacetChoice {
  return {
    isChosen: (key, value) => hasFilterValue(text, key, value),
    add: (key, value) => onChange(addFilter(text, `${key}:${value}`)),
    remove: (key, value) => onChange(removeFilterValue(text, key, value)),
    exclude: (key, value) => onChange(addFilter(removeFilterValue(text, key, value), `-${key}:${value}`)),
  };
}
