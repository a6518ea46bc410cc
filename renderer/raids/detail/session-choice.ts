import { useCallback, useSyncExternalStore } from 'react';

/** What a person hid: stays so from raid to raid while the window is open, and is not worth a setting. */
const hidden = new Map<string, ReadonlySet<string>>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Names that are hidden of a list, and how to hide one or show it again. `first`: those hidden to begin with. */
export function useHidden(
  list: string,
  first: ReadonlySet<string>,
): { readonly hidden: ReadonlySet<string>; readonly toggle: (name: string) => void } {
  const names = useSyncExternalStore(subscribe, () => hidden.get(list) ?? first);
  const toggle = useCallback(
    (name: string) => {
      const changed = new Set(hidden.get(list) ?? first);
      if (!changed.delete(name)) changed.add(name);
      hidden.set(list, changed);
      for (const listener of listeners) listener();
    },
    [list, first],
  );
  return { hidden: names, toggle };
}
