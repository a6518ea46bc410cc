import { useLayoutEffect, useState } from 'react';

const rowHeightRem = 1.75;

/** Height of a message list's row in pixels; follows the person's text size, also when it changes. */
export function useRowHeight(): number {
  return useRemPixels(rowHeightRem);
}

/** A length in rem as whole pixels, now and whenever the text size changes. */
export function useRemPixels(rem: number): number {
  const [height, setHeight] = useState(() => measuredRem() * rem);
  useLayoutEffect(() => {
    const probe = document.createElement('div');
    probe.style.cssText = `position:fixed;visibility:hidden;width:1px;height:${rem}rem`;
    document.body.append(probe);
    const observer = new ResizeObserver(() => setHeight(Math.round(probe.getBoundingClientRect().height)));
    observer.observe(probe);
    return () => {
      observer.disconnect();
      probe.remove();
    };
  }, [rem]);
  return Math.round(height);
}

function measuredRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
