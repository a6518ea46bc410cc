import { useEffect } from 'react';
import { moveFocusTo } from '../app/focus-targets.ts';
import { useView } from '../app/ViewProvider.tsx';

/** The list takes the focus when the person arrives at its page other than by typing. */
export function useRaidFocus(): void {
  const { state, takeArrival } = useView();
  const { arrivals } = state;
  useEffect(() => {
    if (takeArrival(arrivals)) moveFocusTo('raidList');
  }, [arrivals, takeArrival]);
}
