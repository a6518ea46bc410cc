import type { TextRange } from '../types.ts';
import type { QueryKey } from './keys.ts';

/**
 * What a search text means, as plain data. `and` and `or` hold two items at least and never one of their own kind, `not`
 * never holds `not` or `all`: two texts that mean the same by these rules have the same tree, ranges aside.
 */
export type Query = EverythingQuery | AndQuery | OrQuery | NotQuery | TextQuery | FilterQuery;

export interface EverythingQuery {
  readonly kind: 'everything';
}

export interface AndQuery {
  readonly kind: 'and';
  readonly items: readonly Query[];
}

export interface OrQuery {
  readonly kind: 'or';
  readonly items: readonly Query[];
}

export interface NotQuery {
  readonly kind: 'not';
  readonly item: Query;
}

/**
 * Text to be found, without regard to case and accents. `whole`: its words, in order, one right after the other;
 * `prefix`: the same, but the last may go on; `inside`: anywhere, also within a word. A text without any word (`:)`) is
 * found anywhere.
 */
export interface TextQuery {
  readonly kind: 'text';
  readonly text: string;
  readonly match: 'whole' | 'prefix' | 'inside';
  readonly range: TextRange;
}

/** A message passes if one of the values fits it. There is one value at least, and each is sound for its key. */
export interface FilterQuery {
  readonly kind: 'filter';
  readonly key: QueryKey;
  readonly values: readonly FilterValue[];
  readonly range: TextRange;
}

export interface FilterValue {
  readonly text: string;
  /** A quoted name stands for itself only, never for the names that begin with it. */
  readonly isQuoted: boolean;
  readonly range: TextRange;
}

export const everything: EverythingQuery = { kind: 'everything' };
