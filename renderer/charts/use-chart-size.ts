import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ChartSize } from './chart-size.ts';

/** The size of an element; null until it is known. */
export function useChartSize<Element extends HTMLElement>(): {
  readonly ref: RefObject<Element | null>;
  readonly size: ChartSize | null;
} {
  const ref = useRef<Element>(null);
  const [size, setSize] = useState<ChartSize | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSize((known) => {
        const isSame = known?.width === width && known.height === height && known.rem === rem;
        return isSame || width === 0 || height === 0 ? known : { width, height, rem };
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
