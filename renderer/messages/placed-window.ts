/**
 * Where the loaded rows stand in the list's scroll space.
 *
 * A browser caps an element's height (33,554,428 px in Chromium), and a million rows of a million-message library must
 * not be loaded to show forty. So the list holds a sliding window of pages. Every row gets an index that it keeps for as
 * long as the window lives: pages loaded above go to lower indices, pages dropped leave theirs unused. The scroll
 * position therefore never has to be corrected when pages come and go, which is what makes lists jump. Only `origin`,
 * the index that stands at scroll position zero, moves: once when the first hit of all turns up, and after some ten
 * thousand rows of scrolling in one direction. All this is the same whichever end of time is on top.
 */
import type { MessagePage } from '../../shared/messages/types.ts';
import { chatEntries, tableEntries, type DayOf, type ListEntry } from './list-entries.ts';

/** Where a window's first view is put. */
export interface ViewStart {
  readonly index: number;
  readonly align: 'top' | 'middle' | 'bottom';
  /** Pixels from there down to the row; used with `top`. */
  readonly offset: number;
}

export interface PlacedWindow {
  /** Names the search or jump that this window belongs to; another key starts afresh. */
  readonly key: string;
  readonly pages: readonly MessagePage[];
  readonly entries: readonly ListEntry[];
  /** Index of `entries[0]`. */
  readonly firstIndex: number;
  /** Index at scroll position zero. */
  readonly origin: number;
  /** Index of the very first row of all, once it has been seen. */
  readonly topIndex: number | null;
  readonly hasAbove: boolean;
  readonly hasBelow: boolean;
  readonly start: ViewStart;
}

/** How a window is to be drawn, and where it is looked at first. */
export interface WindowLayout {
  /** Names the window. */
  readonly key: string;
  /** Null: a table without rows between the messages. */
  readonly dayOf: DayOf | null;
  /** What is to be in view at first; null: the first row, on top. */
  readonly lookAt: LookAt | null;
}

export type LookAt =
  | { readonly kind: 'end' }
  | { readonly kind: 'middle'; readonly id: string }
  | { readonly kind: 'top'; readonly id: string; readonly offset: number };

/** Rows kept free above the window while more may still be loaded there. */
const headroomRows = 10_000;
/** Far below the cap even with rows of 80 px, at four times the usual text size. */
const maximumRows = 400_000;

/** Places freshly loaded pages, next to those of `before` if they belong to the same window. */
export function placeWindow(
  before: PlacedWindow | null,
  layout: WindowLayout,
  pages: readonly MessagePage[],
): PlacedWindow {
  const items = pages.flatMap((page) => page.items);
  const hasAbove = (pages[0]?.previous ?? null) !== null;
  const hasBelow = (pages.at(-1)?.next ?? null) !== null;
  const { key, dayOf } = layout;
  const entries = dayOf === null ? tableEntries(items) : chatEntries(items, dayOf, !hasAbove);
  const loaded = { key, pages, entries, hasAbove, hasBelow };
  const known = before?.key === key ? before : null;
  const firstIndex = known ? findFirstIndex(known, entries) : null;
  if (known === null || firstIndex === null) return placeAfresh(loaded, layout);
  return {
    ...loaded,
    firstIndex,
    start: known.start,
    origin: chooseOrigin(known, firstIndex, hasAbove),
    topIndex: hasAbove ? stillTop(known, firstIndex) : firstIndex,
  };
}

type Loaded = Pick<PlacedWindow, 'key' | 'pages' | 'entries' | 'hasAbove' | 'hasBelow'>;

/** The first row gets index 0, where the list begins. */
function placeAfresh(loaded: Loaded, { lookAt }: WindowLayout): PlacedWindow {
  const { entries, pages, hasAbove } = loaded;
  // A jump to behind the last hit begins with an empty page: the list then begins with its end in view.
  const beginsAtEnd = pages.length > 1 && pages.at(-1)?.items.length === 0;
  const start = beginsAtEnd ? startAt(entries, { kind: 'end' }) : startAt(entries, lookAt);
  const origin = hasAbove ? -headroomRows : 0;
  return { ...loaded, firstIndex: 0, origin, topIndex: hasAbove ? null : 0, start };
}

function startAt(entries: readonly ListEntry[], lookAt: LookAt | null): ViewStart {
  const top: ViewStart = { index: 0, align: 'top', offset: 0 };
  if (lookAt === null || entries.length === 0) return top;
  if (lookAt.kind === 'end') return { index: entries.length - 1, align: 'bottom', offset: 0 };
  const index = entries.findIndex(({ key }) => key === lookAt.id);
  if (index < 0) return top;
  return lookAt.kind === 'middle'
    ? { index, align: 'middle', offset: 0 }
    : { index, align: 'top', offset: lookAt.offset };
}

/** Index of the first row, from any row that both windows hold; null when they have none in common. */
function findFirstIndex(known: PlacedWindow, entries: readonly ListEntry[]): number | null {
  const indexByKey = new Map(known.entries.map(({ key }, position) => [key, known.firstIndex + position]));
  for (const [position, { key }] of entries.entries()) {
    const index = indexByKey.get(key);
    if (index !== undefined) return index - position;
  }
  return null;
}

/** The top is where it was until rows turn up above it, as they do when newer messages are imported. */
function stillTop(known: PlacedWindow, firstIndex: number): number | null {
  return known.topIndex !== null && firstIndex > known.topIndex ? known.topIndex : null;
}

function chooseOrigin(known: PlacedWindow, firstIndex: number, hasAbove: boolean): number {
  if (!hasAbove) return firstIndex;
  const rowsAbove = firstIndex - known.origin;
  // The top is where it was as long as it is known: rows evicted above it can come back without moving anything.
  const isTooHigh = rowsAbove < headroomRows / 10 && stillTop(known, firstIndex) === null;
  return isTooHigh || rowsAbove > maximumRows ? firstIndex - headroomRows : known.origin;
}
