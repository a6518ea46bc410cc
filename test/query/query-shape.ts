import { printRegex, printValue } from '../../shared/query/print-value.ts';
import type { Query } from '../../shared/query/query.ts';

/** The tree without its positions, short enough to read. */
export function shape(query: Query): unknown {
  switch (query.kind) {
    case 'everything':
      return null;
    case 'and':
    case 'or':
      return [query.kind, ...query.items.map(shape)];
    case 'not':
      return ['not', shape(query.item)];
    case 'text':
      return query.match === 'whole' ? query.text : [query.match, query.text];
    case 'filter':
      return { [query.key]: query.values.map(printValue) };
    case 'regex':
      return printRegex(query);
  }
}
