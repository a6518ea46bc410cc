import type { TextRange } from './types.ts';
import type { FilterValue, Query, RegexQuery, TextQuery } from './query.ts';
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

/** What a highlighter cannot do by itself. */
export interface HighlightHooks {
  /**
   * Where a regular expression stands in a text. One that a person wrote may take forever (`(a+)+$`), so it is run under a
   * time limit by whoever has one; without this, regular expressions are not highlighted.
   */
  readonly findRegex?: (regex: RegexQuery, content: string) => readonly TextRange[];
  /** The names that a value of `mentions:` stands for (`me`: one's own); without this, the typed name. */
  readonly namesOf?: (value: FilterValue) => readonly string[];
}

/** More of one term than this in one message is no help to anybody. */
const mostRanges = 1000;

/**
 * Ranges in order and without overlap, of what is searched for and not of what is excluded; the same words, phrases,
 * beginnings and parts that the index finds, and `@name` for `mentions:name`.
 */
export function createHighlighter(query: Query, hooks: HighlightHooks = {}): Highlighter {
  const sought = [...listSought(query)];
  const terms = sought.flatMap((leaf) => (leaf.kind === 'text' ? [toTerm(leaf)] : []));
  const wordTerms = terms.filter(({ words }) => words.length > 0);
  const parts = terms.filter(({ part }) => part !== '').map(({ part }) => part);
  const mentions = sought.flatMap((leaf) => (leaf.kind === 'filter' ? leaf.values.flatMap(toMentions(hooks)) : []));
  const regexes = hooks.findRegex === undefined ? [] : sought.filter((leaf) => leaf.kind === 'regex');
  return (content) => {
    const ranges: TextRange[] = [];
    const add = (found: readonly TextRange[]): number => ranges.push(...found.slice(0, mostRanges));
    if (wordTerms.length > 0) {
      const tokens = tokenize(content);
      for (const term of wordTerms) add(findWords(tokens, term));
    }
    if (parts.length > 0 || mentions.length > 0) {
      const folded = foldWithPositions(content);
      for (const part of parts) add(findPart(folded, part));
      for (const mention of mentions) add(findMention(folded, content, mention));
    }
    for (const regex of regexes) add(hooks.findRegex?.(regex, content) ?? []);
    return merge(ranges);
  };
}

type Sought = TextQuery | RegexQuery | Extract<Query, { kind: 'filter' }>;

function* listSought(query: Query): Generator<Sought> {
  if (query.kind === 'text' || query.kind === 'regex') yield query;
  else if (query.kind === 'filter' && query.key === 'mentions') yield query;
  else if (query.kind === 'and' || query.kind === 'or') for (const item of query.items) yield* listSought(item);
}

interface Mention {
  /** `@name`, folded. */
  readonly part: string;
  /** True if names that begin so are meant too. */
  readonly goesOn: boolean;
}

function toMentions({ namesOf }: HighlightHooks): (value: FilterValue) => readonly Mention[] {
  return (value) => {
    const typed = value.kind === 'word' ? [value.text] : [];
    const names = namesOf?.(value) ?? typed;
    const goesOn = namesOf === undefined && value.kind === 'word' && !value.isQuoted;
    return names.map((name) => ({ part: foldForSubstring(`@${name.replace(/^@/, '')}`), goesOn }));
  };
}

function findMention(
  folded: ReturnType<typeof foldWithPositions>,
  content: string,
  { part, goesOn }: Mention,
): readonly TextRange[] {
  const wordEnd = /[\p{L}\p{M}\p{N}_-]*/uy;
  return findPart(folded, part).flatMap(([start, end]): TextRange[] => {
    wordEnd.lastIndex = end;
    const rest = wordEnd.exec(content)?.[0].length ?? 0;
    return rest === 0 || goesOn ? [[start, end + rest]] : [];
  });
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
  while (at !== -1 && ranges.length < mostRanges) {
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
