import type { TextRange } from './types.ts';

/**
 * What a search text means, as plain data. `and` and `or` hold two items at least and never one of their own kind, `not`
 * never holds `not` or `all`: two texts that mean the same by these rules have the same tree, ranges aside. `Key`: the
 * filters of its language.
 */
export type Query<Key extends string = string> =
  | EverythingQuery
  | AndQuery<Key>
  | OrQuery<Key>
  | NotQuery<Key>
  | TextQuery
  | RegexQuery
  | FilterQuery<Key>;

export interface EverythingQuery {
  readonly kind: 'everything';
}

export interface AndQuery<Key extends string = string> {
  readonly kind: 'and';
  readonly items: readonly Query<Key>[];
}

export interface OrQuery<Key extends string = string> {
  readonly kind: 'or';
  readonly items: readonly Query<Key>[];
}

export interface NotQuery<Key extends string = string> {
  readonly kind: 'not';
  readonly item: Query<Key>;
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

/** A regular expression over the whole content; `compileRegex` never returns null for it. */
export interface RegexQuery {
  readonly kind: 'regex';
  readonly pattern: string;
  readonly ignoresCase: boolean;
  readonly range: TextRange;
}

/** What one of the values fits passes. There is one value at least, and each is sound for its key. */
export interface FilterQuery<Key extends string = string> {
  readonly kind: 'filter';
  readonly key: Key;
  readonly values: readonly FilterValue[];
  readonly range: TextRange;
}

export type FilterValue = WordValue | RegexValue | RangeValue | CompareValue | SpecialValue;

export interface WordValue {
  readonly kind: 'word';
  readonly text: string;
  /** A quoted name stands for itself only, never for the names that begin with it. */
  readonly isQuoted: boolean;
  readonly range: TextRange;
}

/** Only with keys that take names or text; over the whole name or text. */
export interface RegexValue {
  readonly kind: 'regex';
  readonly pattern: string;
  readonly ignoresCase: boolean;
  readonly range: TextRange;
}

/**
 * From one value to another, both included in their unit (`2025-10..2025-11` are two whole months); null is an open end.
 * Only with keys of dates, nights, numbers, durations, times of day (where it may go past midnight) and weekdays (past Sunday; never open).
 */
export interface RangeValue {
  readonly kind: 'range';
  readonly low: string | null;
  readonly high: string | null;
  readonly range: TextRange;
}

/** Only with keys of dates, nights, numbers and durations. */
export interface CompareValue {
  readonly kind: 'compare';
  readonly operator: CompareOperator;
  readonly text: string;
  readonly range: TextRange;
}

export type CompareOperator = '>' | '>=' | '<' | '<=';

/** `any`: there is one at all, `none`: there is none, `me`: one of the persons that the searcher is. */
export interface SpecialValue {
  readonly kind: 'any' | 'none' | 'me';
  readonly range: TextRange;
}

/** The order of hits: by time from either end, or how well they fit. */
export type SortOrder = 'new' | 'old' | 'best';

export const everything: EverythingQuery = { kind: 'everything' };
