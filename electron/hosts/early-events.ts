import type { RaidscopeEvent } from '../../shared/contract/events.ts';

export interface EarlyEvents {
  deliver(event: RaidscopeEvent): void;
  subscribe(listener: (event: RaidscopeEvent) => void): () => void;
}

/**
 * Listeners of the page's side of a bridge. Events that arrive before the page has subscribed (a command that belongs
 * to the file it was started with) are kept for the first listener; later on nothing is kept.
 */
export function createEarlyEvents(): EarlyEvents {
  const listeners = new Set<(event: RaidscopeEvent) => void>();
  let waiting: RaidscopeEvent[] | null = [];
  return {
    deliver(event) {
      waiting?.push(event);
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      for (const event of waiting ?? []) listener(event);
      waiting = null;
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
