import { createHighlighter } from '../../shared/query/highlight.ts';
import type { Query } from '../../shared/query/query.ts';
import type { TextRange } from '../../shared/query/types.ts';
import type { OperationContext } from '../library/operation.ts';
import type { ReadQuery } from './read-query.ts';

/** Where a query's texts stand in each text of a page; all at once, for the sake of regular expressions. */
export type PageHighlighter = (contents: readonly string[]) => readonly (readonly TextRange[])[];

/** As `createHighlighter`; a regular expression is left alone where it takes too long. */
export function highlightAll(context: OperationContext, { query, regexes, mentioned }: ReadQuery): PageHighlighter {
  const searched = new Set(listRegexRanges(query));
  const guarded = regexes.filter(({ range }) => searched.has(range));
  return (contents) => {
    const found = new Map(
      guarded.map(({ regex, range }) => {
        const ranges = regex.find(contents, () => context.throwIfCancelled());
        return [range, new Map(contents.map((content, index) => [content, ranges[index] ?? []]))];
      }),
    );
    const highlight = createHighlighter(query, {
      findRegex: ({ range }, content) => found.get(range)?.get(content) ?? [],
      namesOf: (value) => mentioned.get(value) ?? [],
    });
    return contents.map((content) => highlight(content));
  };
}

/** Of regular expressions that are searched for, and not excluded. */
function* listRegexRanges(query: Query): Generator<TextRange> {
  if (query.kind === 'regex') yield query.range;
  else if (query.kind === 'and' || query.kind === 'or') for (const item of query.items) yield* listRegexRanges(item);
}
