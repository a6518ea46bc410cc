import type { QueryProblem } from '../types.ts';
import { QueryBuilder } from './build-query.ts';
import { findKey } from './keys.ts';
import { parse } from './parser.generated.js';
import { tooDeep } from './problems.ts';
import type { Query } from './query.ts';

export interface ParsedQuery {
  readonly query: Query;
  /** What is amiss, in the order of the text. */
  readonly problems: readonly QueryProblem[];
}

/** Beyond this the parser and SQLite's own run out of stack. */
const deepestBracket = 20;

/** Reads a search text. Never throws: what makes no sense is left out and reported. */
export function parseQuery(text: string): ParsedQuery {
  // A half of a surrogate pair is no character; SQLite would store the same replacement.
  const sound = text.toWellFormed();
  const isDeep = bracketDepth(sound) > deepestBracket;
  const source = isDeep ? sound.replaceAll(/[()]/g, ' ') : sound;
  const tree = parse(source, { isKey: (word) => findKey(word) !== null });
  const builder = new QueryBuilder(source, tree);
  const query = builder.build(tree);
  const problems = builder.problems.toSorted((one, other) => one.range[0] - other.range[0]);
  return { query, problems: isDeep ? [tooDeep(text, source.trim()), ...problems] : problems };
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '(') deepest = Math.max(deepest, ++depth);
    else if (character === ')') depth = Math.max(0, depth - 1);
  }
  return deepest;
}
