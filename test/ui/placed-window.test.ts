import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow, type PlacedWindow } from '../../renderer/messages/placed-window.ts';
import type { MessageItem, MessagePage } from '../../shared/messages/types.ts';

const hitCount = 1000;
const pageSize = 10;

function item(place: number): MessageItem {
  const name = { id: 'x', name: 'x', isPlaceholder: false };
  return {
    id: `message-${place}`,
    seq: hitCount - place,
    type: 'user',
    content: '',
    isContentCut: false,
    createdAt: null,
    author: name,
    server: name,
    channel: null,
    recipient: null,
    isUnread: false,
    isStarred: false,
    tags: [],
    hasNote: false,
    isDeleted: false,
    isEdited: false,
    reactions: [],
    highlights: [],
  };
}

const restOfPage = { problems: [], order: 'new', stoppedAt: null, focus: null, resolved: [] } as const;

/** The page that begins with the hit at this place, 0 being the newest. */
function pageAt(place: number): MessagePage {
  const end = Math.min(hitCount, place + pageSize);
  const items = Array.from({ length: end - place }, (_, offset) => item(place + offset));
  return { items, next: end < hitCount ? `${end}` : null, previous: place > 0 ? `${place}` : null, ...restOfPage };
}

function placeOf(message: MessageItem | undefined): number {
  return Number(message?.id.slice('message-'.length));
}

describe('a window of pages', () => {
  it('starts at the top when nothing is newer', () => {
    expect(placeWindow(null, 'a', [pageAt(0)])).toMatchObject({
      firstIndex: 0,
      origin: 0,
      topIndex: 0,
      hasNewer: false,
    });
  });

  it('leaves room above while something is newer', () => {
    const placed = placeWindow(null, 'a', [pageAt(500)]);
    expect(placed.firstIndex - placed.origin).toBeGreaterThan(1000);
    expect(placed.topIndex).toBe(null);
  });

  it('starts afresh under another key', () => {
    const before = placeWindow(null, 'a', [pageAt(500)]);
    expect(placeWindow(before, 'b', [pageAt(0)])).toMatchObject({ key: 'b', firstIndex: 0, origin: 0 });
  });

  it('keeps rows in place when the same pages come anew with one more message on top', () => {
    const before = placeWindow(null, 'a', [pageAt(0), pageAt(10)]);
    const fresh = { ...pageAt(0), items: [{ ...item(0), id: 'new' }, ...pageAt(0).items] };
    const after = placeWindow(before, 'a', [fresh, pageAt(10)]);
    expect(after.firstIndex).toBe(-1);
    expect(after.items[1]?.id).toBe('message-0');
  });

  it('starts afresh when none of its messages is left', () => {
    const before = placeWindow(null, 'a', [pageAt(500)]);
    expect(placeWindow(before, 'a', [pageAt(0)])).toMatchObject({ firstIndex: 0, origin: 0, topIndex: 0 });
  });

  it('begins with its end in view after a jump to before the oldest message', () => {
    const empty: MessagePage = { items: [], next: null, previous: 'newer', ...restOfPage };
    const before = placeWindow(null, 'a', [empty]);
    const after = placeWindow(before, 'a', [{ ...pageAt(hitCount - pageSize), next: null }, empty]);
    expect(after).toMatchObject({ firstIndex: -pageSize, hasNewer: true, hasOlder: false });
  });

  it('never moves a message that stays, whatever pages come and go', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.array(fc.boolean(), { maxLength: 60 }), (start, turns) => {
        let from = start * pageSize;
        let pages = [pageAt(from)];
        let placed: PlacedWindow = placeWindow(null, 'a', pages);
        const indexOfPlaceZero = placed.firstIndex - from;
        for (const isOlder of turns) {
          const end = from + pages.length * pageSize;
          if (isOlder && end < hitCount) pages = [...pages, pageAt(end)].slice(-4);
          else if (!isOlder && from > 0) pages = [pageAt(from - pageSize), ...pages].slice(0, 4);
          from = placeOf(pages[0]?.items[0]);
          placed = placeWindow(placed, 'a', pages);
          expect(placed.firstIndex - from).toBe(indexOfPlaceZero);
          expect(placed.firstIndex).toBeGreaterThanOrEqual(placed.origin);
          if (!placed.hasNewer) expect(placed.origin).toBe(placed.firstIndex);
        }
      }),
    );
  });
});
