import type { OperationContext } from '../library/operation.ts';
import type { Condition } from './condition.ts';
import { firstPlace, lastPlace } from './condition.ts';
import type { PlaceCursor } from './cursor.ts';
import { Deadline } from './deadline.ts';
import { findPlaces, type Direction, type FoundPlaces, type Walk } from './walk-places.ts';

/** Where a page in order of time begins. */
export type PageStart =
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  | { readonly kind: 'cursor'; readonly cursor: PlaceCursor }
  /** With this place, or with what comes after it in the order. */
  | { readonly kind: 'place'; readonly seq: number }
  /** Half of the page before this place, half from it on. */
  | { readonly kind: 'around'; readonly seq: number };

export interface PageRequest {
  readonly order: 'new' | 'old';
  readonly start: PageStart;
  readonly limit: number;
  readonly maxSeconds: number;
}

/** A page by places; the messages themselves are read by whoever shows them. */
export interface PlacesPage {
  /** In the order. */
  readonly places: readonly number[];
  readonly next: PlaceCursor | null;
  readonly previous: PlaceCursor | null;
  /** The first place that was not looked at any more when the time was over. */
  readonly stoppedAt: number | null;
}

/** One page of a condition's hits in order of time. */
export function findPage(context: OperationContext, condition: Condition, request: PageRequest): PlacesPage {
  return new PageFinder(context, condition, request).find(request.start);
}

class PageFinder {
  readonly #context: OperationContext;
  readonly #condition: Condition;
  readonly #request: PageRequest;
  /** The direction in time of the order that is shown. */
  readonly #forward: Direction;
  readonly #backward: Direction;

  constructor(context: OperationContext, condition: Condition, request: PageRequest) {
    this.#context = context;
    this.#condition = condition;
    this.#request = request;
    this.#forward = request.order === 'new' ? 'older' : 'newer';
    this.#backward = request.order === 'new' ? 'newer' : 'older';
  }

  find(start: PageStart): PlacesPage {
    const { limit } = this.#request;
    switch (start.kind) {
      case 'first':
        return { ...this.#onward(endBefore(this.#forward), limit), previous: null };
      case 'last':
        return { ...this.#backwards(endBefore(this.#backward), limit), next: null };
      case 'cursor': {
        const { direction, seq } = start.cursor;
        return direction === this.#forward ? this.#onward(seq, limit) : this.#backwards(seq, limit);
      }
      case 'place': {
        const page = this.#onward(this.#justBefore(start.seq), limit);
        return this.#hasBefore(start.seq) ? page : { ...page, previous: null };
      }
      case 'around':
        return this.#around(this.#justBefore(start.seq));
    }
  }

  /** The page that follows a place. */
  #onward(after: number, limit: number, share = 1): PlacesPage {
    const found = this.#walk(this.#forward, after, limit + 1, share);
    const places = found.places.slice(0, limit);
    return {
      places,
      next: this.#goOn(this.#forward, places, found, after),
      previous: this.#cursor(this.#backward, this.#justAfterBackward(places[0], after)),
      stoppedAt: found.stoppedAt,
    };
  }

  /** The page that leads up to a place, without it. */
  #backwards(before: number, limit: number, share = 1): PlacesPage {
    const found = this.#walk(this.#backward, before, limit + 1, share);
    const nearestFirst = found.places.slice(0, limit);
    return {
      places: nearestFirst.toReversed(),
      next: this.#cursor(this.#forward, nearestFirst[0] ?? nextPlace(before, this.#backward)),
      previous: this.#goOn(this.#backward, nearestFirst, found, before),
      stoppedAt: found.stoppedAt,
    };
  }

  #around(before: number): PlacesPage {
    const { limit } = this.#request;
    const half = Math.floor(limit / 2);
    const onward = this.#onward(before, limit - half, 0.5);
    const backwards = this.#backwards(nextPlace(before, this.#forward), half, 0.5);
    return {
      places: [...backwards.places, ...onward.places],
      next: onward.next,
      previous: backwards.previous,
      stoppedAt: onward.stoppedAt ?? backwards.stoppedAt,
    };
  }

  /** Where the walk goes on, if there is more or if time was over. */
  #goOn(direction: Direction, shown: readonly number[], found: FoundPlaces, from: number): PlaceCursor | null {
    if (found.places.length > shown.length) return this.#cursor(direction, shown.at(-1) ?? from);
    if (found.stoppedAt === null) return null;
    return this.#cursor(direction, nextPlace(found.stoppedAt, opposite(direction)));
  }

  /** A page without hits still knows the place that it follows. */
  #justAfterBackward(top: number | undefined, after: number): number {
    return top ?? nextPlace(after, this.#forward);
  }

  #justBefore(seq: number): number {
    return nextPlace(seq, this.#backward);
  }

  #hasBefore(seq: number): boolean {
    const { places, stoppedAt } = this.#walk(this.#backward, seq, 1, 0.2);
    return places.length > 0 || stoppedAt !== null;
  }

  #walk(direction: Direction, after: number, limit: number, share: number): FoundPlaces {
    const stretch =
      direction === 'older' ? { first: firstPlace, last: after - 1 } : { first: after + 1, last: lastPlace };
    const walk: Walk = { stretch, direction, deadline: Deadline.after(this.#request.maxSeconds * share) };
    return findPlaces(this.#context, this.#condition, walk, limit);
  }

  #cursor(direction: Direction, seq: number): PlaceCursor {
    return { order: this.#request.order, direction, seq };
  }
}

function opposite(direction: Direction): Direction {
  return direction === 'older' ? 'newer' : 'older';
}

function nextPlace(seq: number, direction: Direction): number {
  return direction === 'older' ? Math.max(firstPlace, seq - 1) : Math.min(lastPlace, seq + 1);
}

/** What a walk through everything begins after. */
function endBefore(direction: Direction): number {
  return direction === 'older' ? lastPlace : firstPlace;
}
