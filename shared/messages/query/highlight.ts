import type { TextRange } from '../types.ts';
import type { Query, TextQuery } from './query.ts';
import { foldForSubstring, foldWithPositions, tokenize, type Token } from './tokenizer.ts';

/** Finds where a query's texts stand in a message; made once for a query, used for each message. */
export type Highlighter = (content: string) => readonly TextRange[];

interface Term {
  /** Words one right after the other; empty where the text is found anywhere. */
  readonly words: readonly string[];
  readonly isPrefix: boolean;
  /** The folded text, where it is found anywhere. */
  readonly part: string;
}

/**
 * Ranges in order and without overlap, of what is searched for and not of what is excluded; the same words, phrases,
 * beginnings and parts that the index finds.
 */
export function createHighlighter(query: Query): Highlighter {
  const terms = [...listTexts(query)].map(toTerm);
  const wordTerms = terms.filter(({ words }) => words.length > 0);
  const parts = terms.filter(({ part }) => part !== '').map(({ part }) => part);
  return (content) => {
    const ranges: TextRange[] = [];
    if (wordTerms.length > 0) {
      const tokens = tokenize(content);
      for (const term of wordTerms) ranges.push(...findWords(tokens, term));
    }
    if (parts.length > 0) {
      const folded = foldWithPositions(content);
      for (const part of parts) ranges.push(...findPart(folded, part));
    }
    return merge(ranges);
  };
}

function* listTexts(query: Query): Generator<TextQuery> {
  if (query.kind === 'text') yield query;
  else if (query.kind === 'and' || query.kind === 'or') for (const item of query.items) yield* listTexts(item);
}

function toTerm({ text, match }: TextQuery): Term {
  const words = match === 'inside' ? [] : tokenize(text).map((token) => token.text);
  const part = words.length > 0 ? '' : foldForSubstring(match === 'inside' ? text : text.trim());
  return { words, isPrefix: match === 'prefix', part };
}

function findWords(tokens: readonly Token[], { words, isPrefix }: Term): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const lastIndex = words.length - 1;
  for (let start = 0; start + lastIndex < tokens.length; start++) {
    const fits = words.every((word, index) => {
      const token = tokens[start + index]?.text ?? '';
      return isPrefix && index === lastIndex ? token.startsWith(word) : token === word;
    });
    const first = tokens[start];
    const last = tokens[start + lastIndex];
    if (fits && first !== undefined && last !== undefined) ranges.push([first.start, last.end]);
  }
  return ranges;
}

function findPart(content: ReturnType<typeof foldWithPositions>, part: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let at = content.folded.indexOf(part);
  while (at !== -1) {
    ranges.push([content.positions[at] ?? 0, content.positions[at + part.length] ?? 0]);
    at = content.folded.indexOf(part, at + part.length);
  }
  return ranges;
}

function merge(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) merged.push([start, end]);
  }
  return merged;
}
