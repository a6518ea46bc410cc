import type { Page } from 'playwright-core';

export interface ScrollReport {
  readonly frames: number;
  /** Every message that was drawn, newest first, in the list's order. */
  readonly ids: readonly string[];
  /** Most rows that existed at once. */
  readonly mostRows: number;
  /** Times that two rows stood in another order than before. */
  readonly disorders: number;
  /** Longest time in which nine tenths of the list or more were blank. */
  readonly longestEmptyMs: number;
}

declare global {
  interface Window {
    scrollWatch?: { stop: () => ScrollReport };
  }
}

/** Looks at the list in every frame from now on. */
export async function startWatching(page: Page): Promise<void> {
  await page.evaluate(watchInPage);
}

/** What was seen since. */
export function stopWatching(page: Page): Promise<ScrollReport> {
  return page.evaluate(() => {
    const report = window.scrollWatch?.stop();
    if (report === undefined) throw new Error('Nothing is being watched.');
    return report;
  });
}

/** Runs in the page, so it must not refer to anything outside itself. */
function watchInPage(): void {
  // Rows stand at pixel offsets that never change while a window of pages lives: these are their order.
  const offsets = new Map<string, number>();
  let frames = 0;
  let mostRows = 0;
  let disorders = 0;
  let emptySince: number | null = null;
  let longestEmptyMs = 0;
  let isRunning = true;

  const look = (now: number) => {
    const list = document.querySelector('#message-list');
    if (!isRunning || list === null) return;
    const box = list.getBoundingClientRect();
    const drawn = [...list.querySelectorAll<HTMLElement>('[data-message-id]')]
      .map((row) => ({ id: row.dataset['messageId'] ?? '', row: row.getBoundingClientRect() }))
      .sort((a, b) => a.row.top - b.row.top);
    frames += 1;
    mostRows = Math.max(mostRows, drawn.length);
    let covered = 0;
    let above: number | null = null;
    for (const { id, row } of drawn) {
      covered += Math.max(0, Math.min(row.bottom, box.bottom) - Math.max(row.top, box.top));
      const known = offsets.get(id);
      if (known !== undefined && above !== null && known <= above) disorders += 1;
      const offset: number =
        known ?? (above === null ? Math.round(row.top - box.top + list.scrollTop) : above + Math.round(row.height));
      if (known === undefined) offsets.set(id, offset);
      above = offset;
    }
    if (covered < box.height / 10) {
      emptySince ??= now;
      longestEmptyMs = Math.max(longestEmptyMs, now - emptySince);
    } else {
      emptySince = null;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  window.scrollWatch = {
    stop: () => {
      isRunning = false;
      const ids = [...offsets].sort(([, a], [, b]) => a - b).map(([id]) => id);
      return { frames, ids, mostRows, disorders, longestEmptyMs };
    },
  };
}
