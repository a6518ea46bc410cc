import type { KeyboardEvent } from 'react';
import type { PullListEntry } from './pull-entries.ts';
import { useListKeys, type ListKeysOptions } from './use-list-keys.ts';

interface PullKeysOptions extends Omit<ListKeysOptions, 'rowCount'> {
  readonly entries: readonly PullListEntry[];
  readonly onToggle: (key: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onStar: (entry: PullListEntry) => void;
  readonly onCompare: () => void;
}

/**
 * Keyboard use of the list of pulls, beside moving: Enter opens a pull, Space chooses it for a comparison, s stars it, c
 * compares; on a night or a boss, Enter and Space fold and unfold it, as the arrows to the left and right do.
 */
export function usePullKeys(options: PullKeysOptions): (event: KeyboardEvent) => void {
  const { entries, activeIndex, onToggle, onOpen, onChoose, onStar, onCompare } = options;
  const entry = entries[activeIndex];
  const { onKeyDown, moveTo } = useListKeys({ ...options, rowCount: entries.length });
  const fold = (wantsOpen: boolean) => {
    if (entry === undefined) return;
    if (entry.kind !== 'pull' && entry.isOpen !== wantsOpen) onToggle(entry.key);
    else if (wantsOpen) moveTo(activeIndex + 1);
    else moveTo(parentOf(entries, activeIndex));
  };
  const onPull = (act: (id: string) => void) => () => {
    if (entry?.kind === 'pull') act(entry.key);
    else if (entry !== undefined) onToggle(entry.key);
  };
  const isTree = entries[0] !== undefined && entries[0].kind !== 'pull';
  return (event) =>
    onKeyDown(event, {
      Enter: onPull(onOpen),
      ' ': onPull(onChoose),
      s: () => entry && onStar(entry),
      c: onCompare,
      ...(isTree ? { ArrowRight: () => fold(true), ArrowLeft: () => fold(false) } : {}),
    });
}

/** The row of the boss or night that a row belongs to; itself for a night. */
function parentOf(entries: readonly PullListEntry[], index: number): number {
  const isAbove = ({ kind }: PullListEntry) => kind === 'night' || (kind === 'boss' && entries[index]?.kind === 'pull');
  const found = entries.slice(0, index).findLastIndex(isAbove);
  return found < 0 || entries[index]?.kind === 'night' ? index : found;
}
