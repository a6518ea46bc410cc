import { useSyncExternalStore } from 'react';

/** What the person hid: stays so from raid to raid while the window is open, and is not worth a setting. */
let hidden: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

interface HiddenKinds {
  readonly hidden: ReadonlySet<string>;
  /** Hides a kind of event, or shows it again. */
  readonly toggle: (kind: string) => void;
}

/** Kinds of events that are not shown on the line of health. */
export function useHiddenKinds(): HiddenKinds {
  return { hidden: useSyncExternalStore(subscribe, () => hidden), toggle };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function toggle(kind: string): void {
  const changed = new Set(hidden);
  if (!changed.delete(kind)) changed.add(kind);
  hidden = changed;
  for (const listener of listeners) listener();
}
