import type { KeyboardEvent } from 'react';
import { useEndOfPages } from './use-end-of-pages.ts';

export interface ListKeysOptions {
  readonly rowCount: number;
  /** -1: no row is chosen. */
  readonly activeIndex: number;
  /** Rows that fit the window. */
  readonly pageRows: () => number;
  readonly hasMore: boolean;
  readonly loadMore: (isFar?: boolean) => void;
  readonly firstVisible: () => number;
  /** Only ever asks for a row that there is. */
  readonly onActivate: (index: number) => void;
}

export interface ListKeys {
  /** Handles the keys that move, and those of `actions`; keys pressed in the list's header are the header's. */
  readonly onKeyDown: (event: KeyboardEvent, actions: Readonly<Record<string, () => void>>) => void;
  readonly moveTo: (index: number) => void;
}

/** Moves the active row of a list: arrows (or j and k), PageUp and PageDown, Home and End. */
export function useListKeys(options: ListKeysOptions): ListKeys {
  const { rowCount, activeIndex, pageRows, firstVisible, onActivate } = options;
  const goToEnd = useEndOfPages(options);
  const moveTo = (index: number) => onActivate(Math.max(0, Math.min(rowCount - 1, index)));
  const move = (rows: number) => moveTo(activeIndex < 0 ? firstVisible() : activeIndex + rows);
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    j: () => move(1),
    ArrowUp: () => move(-1),
    k: () => move(-1),
    PageDown: () => move(pageRows()),
    PageUp: () => move(-pageRows()),
    Home: () => moveTo(0),
    End: goToEnd,
  };
  const onKeyDown: ListKeys['onKeyDown'] = (event, actions) => {
    const isOfList = event.target instanceof Element && event.target.closest('[data-header]') === null;
    if (!isOfList || event.altKey || event.ctrlKey || event.metaKey) return;
    const action = actions[event.key] ?? moves[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return { onKeyDown, moveTo };
}
