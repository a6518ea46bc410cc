import { useEffect, useEffectEvent, useRef } from 'react';

interface EndOfPages {
  readonly rowCount: number;
  readonly activeIndex: number;
  readonly hasMore: boolean;
  readonly loadMore: (isFar?: boolean) => void;
  readonly onActivate: (index: number) => void;
}

/** Goes to the last row of all, which has to be loaded first; answers the function that begins that. */
export function useEndOfPages({ rowCount, activeIndex, hasMore, loadMore, onActivate }: EndOfPages): () => void {
  // The row from which the way to the end began: choosing another one ends it.
  const begunAt = useRef<number | null>(null);
  const goOn = () => {
    if (hasMore) {
      loadMore(true);
    } else {
      begunAt.current = null;
      onActivate(rowCount - 1);
    }
  };
  const step = useEffectEvent(() => {
    if (begunAt.current === activeIndex) goOn();
    else begunAt.current = null;
  });
  // With each page that came in.
  useEffect(() => step());
  return () => {
    begunAt.current = activeIndex;
    goOn();
  };
}
