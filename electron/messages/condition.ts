/**
 * A search as the index sees it: names looked up, dates turned into places in time, and each text given to whoever can
 * answer it.
 */
export type Condition =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | IndexCondition
  | ScanCondition
  | SpanCondition
  | { readonly kind: 'and'; readonly items: readonly Condition[] }
  | { readonly kind: 'or'; readonly items: readonly Condition[] }
  | { readonly kind: 'not'; readonly item: Condition };

/** Answered by one expression over the full-text index. */
export interface IndexCondition {
  readonly kind: 'index';
  readonly match: string;
}

/** A folded text that the index does not know (in too many words, or in none); the messages themselves are read. */
export interface ScanCondition {
  readonly kind: 'scan';
  readonly needle: string;
}

/** Messages from one place in time order up to another, both included. */
export interface SpanCondition {
  readonly kind: 'span';
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
