import type { RankCursor } from './cursor.ts';
import type { PageStart } from './find-page.ts';
import type { Ranking } from './rank-places.ts';

/** A page of a ranking. */
export interface RankedPage {
  readonly places: readonly number[];
  readonly next: RankCursor | null;
  readonly previous: RankCursor | null;
  readonly stoppedAt: number | null;
}

/** Cuts a page out of a ranking. A time has no place in it: such a page begins with the best. */
export function cutRankedPage(
  { places, stoppedAt }: Ranking,
  start: PageStart | { readonly kind: 'rank'; readonly cursor: RankCursor },
  limit: number,
): RankedPage {
  const first = Math.max(0, firstRank(places, start, limit));
  const isBackward = start.kind === 'rank' && start.cursor.isBackward;
  const end = Math.min(places.length, isBackward ? start.cursor.rank : first + limit);
  return {
    places: places.slice(first, end),
    next: end < places.length ? { order: 'best', isBackward: false, rank: end } : null,
    previous: first > 0 ? { order: 'best', isBackward: true, rank: first } : null,
    stoppedAt,
  };
}

function firstRank(
  places: readonly number[],
  start: PageStart | { readonly kind: 'rank'; readonly cursor: RankCursor },
  limit: number,
): number {
  switch (start.kind) {
    case 'rank':
      return start.cursor.isBackward ? start.cursor.rank - limit : start.cursor.rank;
    case 'last':
      return places.length - limit;
    case 'around': {
      const rank = places.indexOf(start.seq);
      return rank < 0 ? 0 : rank - Math.floor(limit / 2);
    }
    default:
      return 0;
  }
}
