import type { InputOf } from '../../shared/contract/channels.ts';
import type { MessagePage } from '../../shared/messages/types.ts';
import type { LookAt } from './placed-window.ts';

/** Where in a query's hits a window of pages begins. `first` and `last` are ends of the shown order. */
export type WindowStart =
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  /** A UTC time, `YYYY-MM-DD[ HH:MM:SS]`. */
  | { readonly kind: 'time'; readonly at: string }
  /** A message: `offset` pixels below the list's upper edge, or in its middle if that is null. */
  | { readonly kind: 'message'; readonly id: string; readonly offset: number | null };

export const firstOfAll: WindowStart = { kind: 'first' };
export const lastOfAll: WindowStart = { kind: 'last' };

export type PageStart = Pick<InputOf<'messages.search'>, 'cursor' | 'at' | 'around' | 'isFromEnd'>;

/** The start as the channel `messages.search` takes it. */
export function pageStartOf(start: WindowStart): PageStart {
  return {
    cursor: null,
    at: start.kind === 'time' ? start.at : null,
    around: start.kind === 'message' ? start.id : null,
    isFromEnd: start.kind === 'last',
  };
}

/** What is in view at first; null: the first row, on top. */
export function lookAtOf(start: WindowStart, page: MessagePage): LookAt | null {
  switch (start.kind) {
    case 'first':
      return page.focus === null ? null : { kind: 'middle', id: page.focus };
    case 'last':
      return { kind: 'end' };
    case 'time':
      return null;
    case 'message':
      return start.offset === null
        ? { kind: 'middle', id: start.id }
        : { kind: 'top', id: start.id, offset: start.offset };
  }
}

/** Two equal starts give equal texts. */
export function startKey(start: WindowStart): string {
  return JSON.stringify(start);
}
