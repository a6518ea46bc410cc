import { useEffect } from 'react';
import { moveFocusTo } from '../app/focus-targets.ts';
import { useView } from '../app/ViewProvider.tsx';

/** The list takes the focus when the person arrives at its page other than by typing. */
export function useRaidFocus(): void {
  const { state, takeArrival } = useView();
  const { arrivals } = state;
  useEffect(() => {
    // Whoever goes through the tabs by keyboard stays on them.
    const isOnTabs = document.activeElement?.closest('[role="tablist"]') !== null && document.activeElement !== null;
    if (takeArrival(arrivals) && !isOnTabs) moveFocusTo('raidList');
  }, [arrivals, takeArrival]);
}
