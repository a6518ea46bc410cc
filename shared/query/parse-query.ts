import type { QueryProblem } from './types.ts';
import { QueryBuilder, type NearDirective, type QueryPart } from './build-query.ts';
import { definitionOf, findKey, type KeyDefinition, type QueryLanguage } from './language.ts';
import { parse } from './parser.generated.js';
import { tooDeep } from './problems.ts';
import type { Query, SortOrder } from './query.ts';

export interface ParsedQuery<Key extends string = string> {
  readonly query: Query<Key>;
  /** The order that was asked for; null if none was: newest first, with `near` oldest first. */
  readonly sort: SortOrder | null;
  readonly near: NearDirective | null;
  readonly parts: readonly QueryPart<Key>[];
  /** What is amiss, in the order of the text. */
  readonly problems: readonly QueryProblem[];
}

/** Beyond this the parser and SQLite's own run out of stack. */
const deepestBracket = 20;

/** So many problems at a time come with repairs; when those are repaired it is the turn of the next. */
const mostRepairs = 10;

/**
 * Reads a search text of a language. Never throws: what makes no sense is left out and reported. A repair always has fewer problems than
 * the text.
 */
export function parseQuery<Key extends string>(text: string, language: QueryLanguage<Key>): ParsedQuery<Key> {
  const parsed = readText(text, language);
  const problems = parsed.problems.map((problem, index) => {
    const { repair } = problem;
    const isOffered = repair !== null && index < mostRepairs;
    // A key that was guessed at and does not fit the value was not meant.
    const steps = problem.code === 'unknown_key' ? 1 : 5;
    return { ...problem, repair: isOffered ? findRepair(repair, language, parsed.problems.length, steps) : null };
  });
  return { ...parsed, problems };
}

/** A repair may bring a problem to light that stood behind the first: then both are repaired in one step. */
function findRepair(repair: string, language: QueryLanguage, problemCount: number, mostSteps: number): string | null {
  let current: string | null = repair;
  for (let step = 0; step < mostSteps && current !== null; step++) {
    const { problems }: ParsedQuery = readText(current, language);
    if (problems.length < problemCount) return current;
    current = problems.find((problem) => problem.repair !== null)?.repair ?? null;
  }
  return null;
}

function readText<Key extends string>(text: string, language: QueryLanguage<Key>): ParsedQuery<Key> {
  // A half of a surrogate pair is no character; SQLite would store the same replacement.
  const sound = text.toWellFormed();
  const isDeep = bracketDepth(sound) > deepestBracket;
  const source = isDeep ? sound.replaceAll(/[()]/g, ' ') : sound;
  const tree = parse(source, { valuesOf: (word) => valuesOf(language, word) });
  const builder = new QueryBuilder(source, tree, language);
  const query = builder.buildAll(tree);
  const problems = builder.problems.toSorted((one, other) => one.range[0] - other.range[0]);
  const { sort, near, parts } = builder;
  return { query, sort, near, parts, problems: isDeep ? [tooDeep(text, source.trim()), ...problems] : problems };
}

const spanKinds: ReadonlySet<KeyDefinition['takes']> = new Set<KeyDefinition['takes']>([
  'date',
  'night',
  'number',
  'duration',
  'clock',
  'weekday',
]);

function valuesOf(language: QueryLanguage, word: string): 'spans' | 'words' | null {
  const key = findKey(language, word);
  if (key === null) return null;
  return spanKinds.has(definitionOf(language, key).takes) ? 'spans' : 'words';
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
