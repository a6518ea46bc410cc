import { messageLanguage, type MessageFilterKey } from '../../shared/messages/language.ts';
import type { FacetName } from '../../shared/messages/types.ts';
import { addFilter, hasFilterValue, removeFilterValue } from '../query/query-edit.ts';

/** The filter that each facet's values belong to. */
export const facetKeys: Readonly<Record<FacetName, MessageFilterKey>> = {
  author: 'from',
  channel: 'in',
  server: 'server',
  type: 'type',
  month: 'during',
};

/** What the facets do to the query; values are as filters take them. */
export interface FacetChoice {
  readonly isChosen: (key: MessageFilterKey, value: string) => boolean;
  readonly add: (key: MessageFilterKey, value: string) => void;
  readonly remove: (key: MessageFilterKey, value: string) => void;
  readonly exclude: (key: MessageFilterKey, value: string) => void;
}

/** Reads and changes a search text by its facets. */
export function createFacetChoice(text: string, onChange: (text: string) => void): FacetChoice {
  return {
    isChosen: (key, value) => hasFilterValue(text, key, value, messageLanguage),
    add: (key, value) => onChange(addFilter(text, `${key}:${value}`, messageLanguage)),
    remove: (key, value) => onChange(removeFilterValue(text, key, value, messageLanguage)),
    exclude: (key, value) => {
      const without = removeFilterValue(text, key, value, messageLanguage);
      onChange(addFilter(without, `-${key}:${value}`, messageLanguage));
    },
  };
}
