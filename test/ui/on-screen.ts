import type { Locator, Page } from 'playwright-core';

/** The rows of the message list that exist, in whatever order. */
export function rows(page: Page): Locator {
  return page.locator('#message-list [data-message-id]');
}

/** The search box. */
export function searchBox(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search messages' });
}

/** Waits until the hits were counted, and answers their number as it is written. */
export async function countedHits(page: Page): Promise<string> {
  const counter = page.locator('[data-testid="hit-count"][data-counted] strong');
  await counter.waitFor();
  return counter.innerText();
}

/** Ids of the rows in the list's window, from top to bottom. */
export function visibleIds(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const list = document.querySelector('#message-list');
    if (list === null) return [];
    const { top, bottom } = list.getBoundingClientRect();
    return [...list.querySelectorAll<HTMLElement>('[data-message-id]')]
      .map((row) => ({ id: row.dataset['messageId'] ?? '', box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > top + 1 && box.top < bottom - 1)
      .sort((a, b) => a.box.top - b.box.top)
      .map(({ id }) => id);
  });
}

/** Waits for a state of the page. */
export async function until(page: Page, isTrue: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`This did not come true: ${what}`);
    // The next frame: the state that is waited for is one of the screen.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

/** Rows in the list's window with their distance from its upper edge, from top to bottom. */
export function visibleRows(page: Page): Promise<readonly { readonly id: string; readonly top: number }[]> {
  return page.evaluate(() => {
    const list = document.querySelector('#message-list');
    if (list === null) return [];
    const { top, bottom } = list.getBoundingClientRect();
    return [...list.querySelectorAll<HTMLElement>('[data-message-id]')]
      .map((row) => ({ id: row.dataset['messageId'] ?? '', box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > top + 1 && box.top < bottom - 1)
      .sort((a, b) => a.box.top - b.box.top)
      .map(({ id, box }) => ({ id, top: Math.round(box.top - top) }));
  });
}
