import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow, type PlacedWindow, type WindowLayout } from '../../renderer/messages/placed-window.ts';
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
    conversation: { kind: 'server', title: 'x', query: '' },
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

const table: WindowLayout = { key: 'a', dayOf: null, lookAt: null };
/** A new day with every seventh message. */
const chat: WindowLayout = { ...table, dayOf: ({ id }) => `day ${Math.floor(Number(id.slice(8)) / 7)}` };

function indexOf(placed: PlacedWindow, key: string): number {
  return placed.firstIndex + placed.entries.findIndex((entry) => entry.key === key);
}

describe('a window of pages', () => {
  it('starts at the top when nothing is above', () => {
    expect(placeWindow(null, table, [pageAt(0)])).toMatchObject({
      firstIndex: 0,
      origin: 0,
      topIndex: 0,
      hasAbove: false,
      start: { index: 0, align: 'top', offset: 0 },
    });
  });

  it('leaves room above while there is more', () => {
    const placed = placeWindow(null, table, [pageAt(500)]);
    expect(placed.firstIndex - placed.origin).toBeGreaterThan(1000);
    expect(placed.topIndex).toBe(null);
  });

  it('starts afresh under another key', () => {
    const before = placeWindow(null, table, [pageAt(500)]);
    const after = placeWindow(before, { ...table, key: 'b' }, [pageAt(0)]);
    expect(after).toMatchObject({ key: 'b', firstIndex: 0, origin: 0 });
  });

  it('looks at its end, at a message in the middle, or at one at its pixel', () => {
    const start = (lookAt: WindowLayout['lookAt']) => placeWindow(null, { ...table, lookAt }, [pageAt(500)]).start;
    expect(start({ kind: 'end' })).toEqual({ index: 9, align: 'bottom', offset: 0 });
    expect(start({ kind: 'middle', id: 'message-504' })).toEqual({ index: 4, align: 'middle', offset: 0 });
    expect(start({ kind: 'top', id: 'message-503', offset: -11 })).toEqual({ index: 3, align: 'top', offset: -11 });
    expect(start({ kind: 'middle', id: 'gone' })).toEqual({ index: 0, align: 'top', offset: 0 });
  });

  it('keeps rows in place when the same pages come anew with one more message on top', () => {
    const before = placeWindow(null, table, [pageAt(0), pageAt(10)]);
    const fresh = { ...pageAt(0), items: [{ ...item(0), id: 'new' }, ...pageAt(0).items] };
    const after = placeWindow(before, table, [fresh, pageAt(10)]);
    expect(after.firstIndex).toBe(-1);
    expect(after.entries[1]?.key).toBe('message-0');
  });

  it('makes room again when more turns up above what was the top', () => {
    const before = placeWindow(null, table, [pageAt(0)]);
    const after = placeWindow(before, table, [{ ...pageAt(0), previous: 'newer' }]);
    expect(after).toMatchObject({ firstIndex: 0, topIndex: null, hasAbove: true });
    expect(after.firstIndex - after.origin).toBeGreaterThan(1000);
  });

  it('starts afresh when none of its messages is left', () => {
    const before = placeWindow(null, table, [pageAt(500)]);
    expect(placeWindow(before, table, [pageAt(0)])).toMatchObject({ firstIndex: 0, origin: 0, topIndex: 0 });
  });

  it('begins with its end in view after a jump to behind the last message', () => {
    const empty: MessagePage = { items: [], next: null, previous: 'before', ...restOfPage };
    const before = placeWindow(null, table, [empty]);
    const after = placeWindow(before, table, [{ ...pageAt(hitCount - pageSize), next: null }, empty]);
    expect(after).toMatchObject({ hasAbove: true, hasBelow: false, start: { index: 9, align: 'bottom' } });
  });

  it.each([
    ['a table', table],
    ['a chat with its days', chat],
  ])('never moves a row of %s that stays, whatever pages come and go', (_, layout) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.array(fc.boolean(), { maxLength: 60 }), (start, turns) => {
        let from = start * pageSize;
        let pages = [pageAt(from)];
        let placed: PlacedWindow = placeWindow(null, layout, pages);
        for (const isDown of turns) {
          const end = from + pages.length * pageSize;
          if (isDown && end < hitCount) pages = [...pages, pageAt(end)].slice(-4);
          else if (!isDown && from > 0) pages = [pageAt(from - pageSize), ...pages].slice(0, 4);
          from = placeOf(pages[0]?.items[0]);
          const before = placed;
          placed = placeWindow(before, layout, pages);
          for (const { key, kind } of before.entries) {
            const isStill = placed.entries.some((entry) => entry.key === key);
            if (isStill) expect(indexOf(placed, key)).toBe(indexOf(before, key));
            else if (kind === 'message')
              expect(pages.flatMap(({ items }) => items).some(({ id }) => id === key)).toBe(false);
          }
          expect(placed.firstIndex).toBeGreaterThanOrEqual(placed.origin);
          if (!placed.hasAbove) expect(placed.origin).toBe(placed.firstIndex);
        }
      }),
    );
  });
});

describe('the rows of a chat', () => {
  it('name each day once, before its first message', () => {
    const { entries } = placeWindow(null, chat, [pageAt(0), pageAt(10)]);
    expect(entries.map((entry) => (entry.kind === 'day' ? entry.day : `${placeOf(entry.item)}`)).join(', ')).toBe(
      'day 0, 0, 1, 2, 3, 4, 5, 6, day 1, 7, 8, 9, 10, 11, 12, 13, day 2, 14, 15, 16, 17, 18, 19',
    );
  });

  it('say nothing of a day that may have begun on a page that is not loaded', () => {
    expect(placeWindow(null, chat, [pageAt(500)]).entries[0]?.kind).toBe('message');
  });

  it('name an author once while nobody else speaks', () => {
    const other = { id: 'y', name: 'y', isPlaceholder: false };
    const items = [item(0), item(1), { ...item(2), author: other }, item(3)];
    const { entries } = placeWindow(null, chat, [{ ...pageAt(0), items }]);
    expect(entries.flatMap((entry) => (entry.kind === 'message' ? [entry.continues] : []))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});
