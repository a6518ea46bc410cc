import type { KeyboardEvent } from 'react';
import type { PullListEntry } from './pull-entries.ts';
import { useEndOfPages } from './use-end-of-pages.ts';

interface PullKeysOptions {
  readonly entries: readonly PullListEntry[];
  /** -1: no row is chosen. */
  readonly activeIndex: number;
  /** Rows that fit the window. */
  readonly pageRows: () => number;
  readonly hasMore: boolean;
  readonly loadMore: (isFar?: boolean) => void;
  readonly firstVisible: () => number;
  readonly onActivate: (index: number) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onStar: (entry: PullListEntry) => void;
  readonly onCompare: () => void;
}

/**
 * Keyboard use of the list of pulls: arrows (or j and k), PageUp and PageDown, Home and End move; Enter opens a pull,
 * Space chooses it for a comparison, s stars it, c compares; on a night or a boss, Enter and Space fold and unfold it, as
 * the arrows to the left and right do.
 */
export function usePullKeys(options: PullKeysOptions): (event: KeyboardEvent) => void {
  const { entries, activeIndex, pageRows, firstVisible, onActivate, onToggle, onOpen, onChoose, onStar, onCompare } =
    options;
  const entry = entries[activeIndex];
  const goToEnd = useEndOfPages({ ...options, rowCount: entries.length });
  const moveTo = (index: number) => onActivate(Math.max(0, Math.min(entries.length - 1, index)));
  const move = (rows: number) => moveTo(activeIndex < 0 ? firstVisible() : activeIndex + rows);
  const fold = (wantsOpen: boolean) => {
    if (entry === undefined) return;
    if (entry.kind !== 'pull' && entry.isOpen !== wantsOpen) onToggle(entry.key);
    else if (wantsOpen) move(1);
    else moveTo(parentOf(entries, activeIndex));
  };
  const onPull = (act: (id: string) => void) => () => {
    if (entry?.kind === 'pull') act(entry.key);
    else if (entry !== undefined) onToggle(entry.key);
  };
  const isTree = entries[0] !== undefined && entries[0].kind !== 'pull';
  return (event) => {
    const isOfList = event.target instanceof Element && event.target.closest('[data-header]') === null;
    if (!isOfList || event.altKey || event.ctrlKey || event.metaKey) return;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      j: () => move(1),
      ArrowUp: () => move(-1),
      k: () => move(-1),
      PageDown: () => move(pageRows()),
      PageUp: () => move(-pageRows()),
      Home: () => moveTo(0),
      End: goToEnd,
      Enter: onPull(onOpen),
      ' ': onPull(onChoose),
      s: () => entry && onStar(entry),
      c: onCompare,
      ...(isTree ? { ArrowRight: () => fold(true), ArrowLeft: () => fold(false) } : {}),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
}

/** The row of the boss or night that a row belongs to; itself for a night. */
function parentOf(entries: readonly PullListEntry[], index: number): number {
  const isAbove = ({ kind }: PullListEntry) => kind === 'night' || (kind === 'boss' && entries[index]?.kind === 'pull');
  const found = entries.slice(0, index).findLastIndex(isAbove);
  return found < 0 || entries[index]?.kind === 'night' ? index : found;
}
