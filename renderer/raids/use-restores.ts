import { useState } from 'react';
import { useView } from '../app/ViewProvider.tsx';

/** True where the list goes on where it was left: after another page or a step back, not for a new search. */
export function useRestores(listKey: string): boolean {
  const { arrivals } = useView().state;
  const [seen, setSeen] = useState({ listKey, arrivals, restores: true });
  if (seen.listKey === listKey) return seen.restores;
  const restores = arrivals !== seen.arrivals;
  setSeen({ listKey, arrivals, restores });
  return restores;
}
