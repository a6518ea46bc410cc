/**
 * Where the loaded messages stand in the list's scroll space.
 *
 * A browser caps an element's height (33,554,428 px in Chromium), and a million rows of a million-message library must
 * not be loaded to show forty. So the list holds a sliding window of pages. Every message gets an index that it keeps
 * for as long as the window lives: pages loaded above go to lower indices, pages dropped leave theirs unused. The
 * scroll position therefore never has to be corrected when pages come and go, which is what makes lists jump. Only
 * `origin`, the index that stands at scroll position zero, moves: once when the newest message turns up, and after
 * some ten thousand rows of scrolling in one direction.
 */
import type { MessageItem, MessagePage } from '../../shared/messages/types.ts';

export interface PlacedWindow {
  /** Names the search or jump that this window belongs to; another key starts afresh at its first message. */
  readonly key: string;
  readonly pages: readonly MessagePage[];
  readonly items: readonly MessageItem[];
  /** Index of `items[0]`. */
  readonly firstIndex: number;
  /** Index at scroll position zero. */
  readonly origin: number;
  /** Index of the newest hit of all, once it has been seen. */
  readonly topIndex: number | null;
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
}

/** Rows kept free above the window while newer ones may still be loaded. */
const headroomRows = 10_000;
/** Far below the cap even with rows of 80 px, at four times the usual text size. */
const maximumRows = 400_000;

/** Places freshly loaded pages, next to those of `before` if they belong to the same window. */
export function placeWindow(before: PlacedWindow | null, key: string, pages: readonly MessagePage[]): PlacedWindow {
  const items = pages.flatMap((page) => page.items);
  const hasNewer = (pages[0]?.previous ?? null) !== null;
  const hasOlder = (pages.at(-1)?.next ?? null) !== null;
  const known = before?.key === key ? before : null;
  const firstIndex = known ? findFirstIndex(known, pages, items) : 0;
  if (known === null || firstIndex === null) return placeAfresh(key, pages, items, hasNewer, hasOlder);
  const topIndex = hasNewer ? known.topIndex : firstIndex;
  return {
    key,
    pages,
    items,
    firstIndex,
    origin: chooseOrigin(known, firstIndex, hasNewer),
    topIndex,
    hasNewer,
    hasOlder,
  };
}

/** The first message gets index 0, where the list begins. */
function placeAfresh(
  key: string,
  pages: readonly MessagePage[],
  items: readonly MessageItem[],
  hasNewer: boolean,
  hasOlder: boolean,
): PlacedWindow {
  // A jump to before the oldest hit begins with an empty page: the list then begins with its end in view.
  const beginsAtEnd = pages.length > 1 && pages.at(-1)?.items.length === 0;
  const firstIndex = beginsAtEnd ? -items.length : 0;
  const origin = hasNewer ? firstIndex - headroomRows : firstIndex;
  return { key, pages, items, firstIndex, origin, topIndex: hasNewer ? null : firstIndex, hasNewer, hasOlder };
}

/** Index of the first item, from any message that both windows hold; null when they have none in common. */
function findFirstIndex(
  known: PlacedWindow,
  pages: readonly MessagePage[],
  items: readonly MessageItem[],
): number | null {
  // Pages that stayed are the same objects: this finds them without looking at a single message.
  let offset = 0;
  for (const page of pages) {
    const start = startOfPage(known, page);
    if (start !== null && page.items.length > 0) return start - offset;
    offset += page.items.length;
  }
  const indexById = new Map(known.items.map((item, position) => [item.id, known.firstIndex + position]));
  for (const [position, item] of items.entries()) {
    const index = indexById.get(item.id);
    if (index !== undefined) return index - position;
  }
  return null;
}

function startOfPage(known: PlacedWindow, page: MessagePage): number | null {
  let index = known.firstIndex;
  for (const other of known.pages) {
    if (other === page) return index;
    index += other.items.length;
  }
  return null;
}

function chooseOrigin(known: PlacedWindow, firstIndex: number, hasNewer: boolean): number {
  if (!hasNewer) return firstIndex;
  const rowsAbove = firstIndex - known.origin;
  // The top is where it was as long as it is known: rows evicted above it can come back without moving anything.
  const isTooHigh = rowsAbove < headroomRows / 10 && known.topIndex === null;
  return isTooHigh || rowsAbove > maximumRows ? firstIndex - headroomRows : known.origin;
}
