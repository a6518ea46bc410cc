import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { rows, searchBox, until, visibleIds } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';
import { startWatching, stopWatching } from './scroll-watch.ts';

/** More of them on demand: `SCROLL_MESSAGES=1000000 npx vitest run --project ui test/ui/scrolling.test.ts`. */
const messageCount = Number(process.env['SCROLL_MESSAGES'] ?? 60_000);
const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, messageCount);
});
afterAll(() => files.remove());

/** The next ids in the app's own order, from a message on. */
async function idsFrom(window: TestWindow, at: string | null, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof nextPage>> = await nextPage(window, cursor, cursor === null ? at : null);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null && ids.length < count);
  return ids.slice(0, count);
}

function nextPage(window: TestWindow, cursor: string | null, at: string | null) {
  return window.call('messages.search', { limit: 200, cursor, at });
}

async function wheel(page: Page, times: number, deltaY: number): Promise<void> {
  await page.mouse.move(500, 400);
  for (let turn = 0; turn < times; turn += 1) await page.mouse.wheel(0, deltaY);
  await until(page, async () => isAtRest(page), 'the list is at rest');
}

/** Whether two frames in a row show the same. */
async function isAtRest(page: Page): Promise<boolean> {
  const before = await page.locator('#message-list').evaluate((list) => list.scrollTop);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return before === (await page.locator('#message-list').evaluate((list) => list.scrollTop));
}

/** Shows a message in the middle of the busiest channel; answers all of that channel's messages, oldest first. */
async function openMiddle({ page, call }: TestWindow) {
  const { items } = await call('conversations.list', { kind: 'channel', limit: 50 });
  const query = items.toSorted((a, b) => b.messageCount - a.messageCount)[0]?.query ?? '';
  const order: string[] = [];
  let cursor: string | null = null;
  do {
    const next: Awaited<ReturnType<typeof call<'messages.search'>>> = await call('messages.search', {
      query: `${query} sort:old`,
      limit: 200,
      cursor,
    });
    order.push(...next.items.map(({ id }) => id));
    cursor = next.next;
  } while (cursor !== null);
  await searchBox(page).fill(`${query} near:${order[order.length >> 1]}`);
  await page.locator('#message-list [data-focus]').waitFor();
  return { query, order };
}

describe('the list of a large library', () => {
  it('scrolls down and up again without a gap, a jump or more than 200 rows', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    await rows(page).first().waitFor();
    await startWatching(page);
    await wheel(page, 60, 600);
    const down = await stopWatching(page);
    const expected = await idsFrom(window, null, 2500);
    expect(down.ids.length).toBeGreaterThan(1200);
    expect(down.ids).toEqual(expected.slice(0, down.ids.length));
    expect(down.mostRows).toBeLessThanOrEqual(200);
    expect(down.disorders).toBe(0);

    await startWatching(page);
    await wheel(page, 70, -600);
    const up = await stopWatching(page);
    expect(up.mostRows).toBeLessThanOrEqual(200);
    expect(up.disorders).toBe(0);
    const first = await visibleIds(page);
    expect(first).toEqual(expected.slice(0, first.length));
  });

  it('scrolls through a conversation from a message in its middle, up and down, without a gap or a jump', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    const { query, order } = await openMiddle(window);
    expect(await searchBox(page).inputValue()).toContain(query);
    const start = order.indexOf((await visibleIds(page))[0] ?? '');
    expect(start).toBeGreaterThan(100);
    await startWatching(page);
    await wheel(page, 30, -600);
    await wheel(page, 60, 600);
    const { ids, disorders, mostRows } = await stopWatching(page);
    expect(disorders).toBe(0);
    expect(mostRows).toBeLessThanOrEqual(200);
    const first = order.indexOf(ids[0] ?? '');
    expect(first).toBeLessThan(start);
    expect(ids).toEqual(order.slice(first, first + ids.length));
  });

  it.each(['newest first', 'oldest first', 'around a message'])(
    'shows no empty window for longer than 100 ms when flung, %s',
    async (place) => {
      const window = await openWindow({ library });
      const { page } = window;
      await rows(page).first().waitFor();
      if (place === 'oldest first') {
        await searchBox(page).fill('sort:old');
        await page.locator('[data-look="log"]').waitFor();
      } else if (place === 'around a message') await openMiddle(window);
      await startWatching(page);
      await wheel(page, 40, 1500);
      await wheel(page, 40, -1500);
      const { longestEmptyMs, frames } = await stopWatching(page);
      expect(frames).toBeGreaterThan(10);
      expect(longestEmptyMs).toBeLessThanOrEqual(100);
    },
  );

  it('jumps to a date, and goes on in both directions from there', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await rows(page).first().waitFor();
    const newest = (await visibleIds(page))[0];
    const slider = page.getByRole('slider', { name: 'Date' });
    const box = await slider.boundingBox();
    if (box === null) throw new Error('The date scrubber is not on screen.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await until(page, async () => (await visibleIds(page))[0] !== newest, 'the list has jumped');
    const days = await call('messages.listDays', {});
    const middle = (Date.parse(days[0]?.day ?? '') + Date.parse(days.at(-1)?.day ?? '')) / 2;
    const shown = await visibleIds(page);
    const { createdAt } = await call('messages.get', { id: shown[0] ?? '' });
    expect(Math.abs(Date.parse(`${createdAt}Z`) - middle)).toBeLessThan(5 * 86_400_000);
    expect(shown).toEqual((await idsFrom(window, createdAt, 200)).slice(0, shown.length));

    await startWatching(page);
    await wheel(page, 40, -600);
    const { ids, disorders } = await stopWatching(page);
    expect(disorders).toBe(0);
    const place = ids.indexOf(shown[0] ?? '');
    expect(place).toBeGreaterThan(500);
    // Reading the app's order from the newest row reached must lead through every row that was seen.
    const top = await call('messages.get', { id: ids[0] ?? '' });
    const order = await idsFrom(window, top.createdAt, ids.length + 50);
    const start = order.indexOf(ids[0] ?? '');
    expect(ids).toEqual(order.slice(start, start + ids.length));
  });

  it('goes from end to end by keyboard, and day by day on the scrubber', async () => {
    const { page, call } = await openWindow({ library });
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    const active = page.locator('#message-list [aria-selected="true"]');
    await page.keyboard.press('End');
    const days = await call('messages.listDays', {});
    const oldest = await call('messages.search', { at: `${days[0]?.day} 00:00:00`, limit: 1 });
    await until(page, async () => (await rows(page).count()) > 0 && (await isLast(page)), 'the last row is active');
    const last = await call('messages.get', { id: (await active.getAttribute('data-message-id')) ?? '' });
    expect(last.createdAt?.slice(0, 10)).toBe(days[0]?.day);
    expect(oldest.next).toBe(null);
    await page.keyboard.press('Home');
    await page.locator('#message-list [aria-selected="true"][aria-rowindex="1"]').waitFor();

    const slider = page.getByRole('slider', { name: 'Date' });
    await slider.focus();
    const before = Number(await slider.getAttribute('aria-valuenow'));
    await page.keyboard.press('PageDown');
    await until(page, async () => Number(await slider.getAttribute('aria-valuenow')) < before - 20, 'a month back');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^\d{4}-\d\d-\d\d, [\d,]+ messages?$/u);
  });
});

/** Whether the active row is the very last one. */
function isLast(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const list = document.querySelector('#message-list');
    const active = list?.querySelector('[aria-selected="true"]');
    if (!list || !active) return false;
    const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
    return isAtEnd && active.getBoundingClientRect().bottom >= list.getBoundingClientRect().bottom - 2;
  });
}
