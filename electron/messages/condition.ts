import type { SqlFragment } from '../library/sql.ts';
import type { GuardedRegex } from './guarded-regex.ts';

/**
 * A search as the index sees it: names looked up, dates turned into places in time, and each text given to whoever can
 * answer it. A place is `seq` of `messages` or `direct_messages`: one order of time for both.
 */
export type Condition =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | IndexCondition
  | RowsCondition
  | PlacesCondition
  | PlaceTestCondition
  | TestCondition
  | RegexCondition
  | SpanCondition
  | { readonly kind: 'and'; readonly items: readonly Condition[] }
  | { readonly kind: 'or'; readonly items: readonly Condition[] }
  | { readonly kind: 'not'; readonly item: Condition };

/** Answered by one expression over the full-text index. */
export interface IndexCondition {
  readonly kind: 'index';
  readonly match: string;
}

/** The places that tables list by `seq`, in order of an index of theirs: each source is `FROM ... WHERE ...` of one. */
export interface RowsCondition {
  readonly kind: 'rows';
  readonly sources: readonly SqlFragment[];
}

/** Just these places, in ascending order. */
export interface PlacesCondition {
  readonly kind: 'places';
  readonly places: readonly number[];
}

/** Told from the place alone, by arithmetic: no row is read. */
export interface PlaceTestCondition {
  readonly kind: 'placeTest';
  readonly fits: (place: SqlFragment) => SqlFragment;
}

/** What the index does not know: the rows themselves are read. */
export interface TestCondition {
  readonly kind: 'test';
  /** Conditions over a row with the alias `m` of `messages` and of `direct_messages`; null: never. */
  readonly ofMessages: SqlFragment | null;
  readonly ofDirect: SqlFragment | null;
}

/** A regular expression over a text of the rows. */
export interface RegexCondition {
  readonly kind: 'regex';
  readonly column: 'content' | 'deletion_reason';
  readonly regex: GuardedRegex;
}

/** Messages from one place in time order up to another, both included. */
export interface SpanCondition extends Stretch {
  readonly kind: 'span';
}

/** A stretch of time order, both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export const all: Condition = { kind: 'all' };
export const none: Condition = { kind: 'none' };

export function and(items: readonly Condition[]): Condition {
  const flat = items
    .flatMap((item) => (item.kind === 'and' ? item.items : [item]))
    .filter((item) => item.kind !== 'all');
  if (flat.some((item) => item.kind === 'none')) return none;
  return flat.length > 1 ? { kind: 'and', items: flat } : (flat[0] ?? all);
}

export function or(items: readonly Condition[]): Condition {
  const flat = items
    .flatMap((item) => (item.kind === 'or' ? item.items : [item]))
    .filter((item) => item.kind !== 'none');
  if (flat.some((item) => item.kind === 'all')) return all;
  return flat.length > 1 ? { kind: 'or', items: flat } : (flat[0] ?? none);
}

export function not(item: Condition): Condition {
  switch (item.kind) {
    case 'all':
      return none;
    case 'none':
      return all;
    case 'not':
      return item.item;
    default:
      return { kind: 'not', item };
  }
}

/** Its hits are all among those that an index lists: nothing else has to be looked at. */
export function isListed(condition: Condition): boolean {
  if (condition.kind === 'or') return condition.items.every(isListed);
  if (condition.kind === 'and') return condition.items.some(isListed);
  return condition.kind === 'index' || condition.kind === 'rows' || condition.kind === 'places';
}

/** The rows of both tables. */
export function test(ofMessages: SqlFragment | null, ofDirect: SqlFragment | null): Condition {
  return ofMessages === null && ofDirect === null ? none : { kind: 'test', ofMessages, ofDirect };
}

/** In any order, with or without repeats. */
export function onlyPlaces(places: readonly number[]): Condition {
  const sorted = [...new Set(places)].toSorted((one, other) => one - other);
  return sorted.length === 0 ? none : { kind: 'places', places: sorted };
}

/** Seconds since 1970 take the upper bits of a message's place, `messages.seq`; see migration 5. */
export const placesPerSecond = 2 ** 20;

/** Messages without a readable time stand in second 0, which no date names. */
const firstDatedPlace = placesPerSecond;

export const lastPlace = Number.MAX_SAFE_INTEGER;
export const firstPlace = Number.MIN_SAFE_INTEGER;

/** From one second up to another, which is not included; either may be open. */
export function spanOfSeconds(start: number | null, end: number | null): Condition {
  const first = Math.max(firstDatedPlace, start === null ? firstDatedPlace : start * placesPerSecond);
  const last = end === null ? lastPlace : end * placesPerSecond - 1;
  return first <= last ? { kind: 'span', first, last } : none;
}
