import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { rows, searchBox, until, visibleIds, visibleRows } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 8000);
});
afterAll(() => files.remove());

/** Waits until a message is shown in the middle of the list, or as near to it as the end of its conversation lets it. */
async function isShownAmidst(page: Page, id: string): Promise<void> {
  await until(page, () => page.evaluate(isAmidst, id), 'the message is in the middle of its conversation');
}

/** Runs in the page. */
function isAmidst(id: string): boolean {
  const list = document.querySelector('#message-list');
  const row = list?.querySelector(`[data-focus][data-message-id="${id}"]`);
  if (!list || !row) return false;
  const [box, around] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top < around.top || box.bottom > around.bottom) return false;
  const distance = (box.top + box.bottom) / 2 - (around.top + around.bottom) / 2;
  const isAtStart = list.scrollTop < 1 && distance < 0;
  const isAtEnd = list.scrollTop + list.clientHeight > list.scrollHeight - 1 && distance > 0;
  return Math.abs(distance) < 30 || isAtStart || isAtEnd;
}

async function idsInTimeOrder({ call }: TestWindow, query: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof call<'messages.search'>>> = await call('messages.search', {
      query: `${query} sort:old`,
      limit: 200,
      cursor,
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

async function search(page: Page, query: string): Promise<void> {
  await searchBox(page).fill(query);
  await page.locator('#message-list mark').first().waitFor();
  await searchBox(page).press('Enter');
  await page.locator('#message-list').focus();
}

describe('a hit', () => {
  it('opens in its conversation, and Back shows the same rows at the same pixels', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await rows(page).first().waitFor();
    await searchBox(page).fill('pull type:raid');
    await page.locator('#message-list mark').first().waitFor();
    await page.locator('#message-list').evaluate((list) => list.scrollTo({ top: 333 }));
    await until(page, async () => (await visibleRows(page))[0]?.top !== 0, 'the list has scrolled');
    const [, , , fourth] = await visibleIds(page);
    const hit = page.locator(`#message-list [data-message-id="${fourth}"]`);
    await hit.click();
    await page.locator(`aside[data-message-id="${fourth}"]`).waitFor();
    const before = await visibleRows(page);
    await page.getByRole('button', { name: 'Show in conversation' }).click();

    await isShownAmidst(page, fourth ?? '');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message-list');
    const { conversation } = await call('messages.get', { id: fourth ?? '' });
    expect(await searchBox(page).inputValue()).toBe(`${conversation.query} near:${fourth}`);
    const order = await idsInTimeOrder(window, conversation.query);
    const shown = await visibleIds(page);
    const start = order.indexOf(shown[0] ?? '');
    expect(shown).toEqual(order.slice(start, start + shown.length));
    const inContext = await visibleRows(page);

    await page.keyboard.press('Alt+ArrowLeft');
    await until(page, async () => (await visibleIds(page)).includes(before[0]?.id ?? ''), 'the hits are back');
    await page.locator(`aside[data-message-id="${fourth}"]`).waitFor();
    expect(await visibleRows(page)).toEqual(before);
    expect(await page.locator('#message-list [aria-selected="true"]').getAttribute('data-message-id')).toBe(fourth);

    await page.keyboard.press('Alt+ArrowRight');
    await page.locator(`#message-list [data-focus][data-message-id="${fourth}"]`).waitFor();
    expect(await visibleRows(page)).toEqual(inContext);
  });

  it('opens by Enter or a double click, and Escape leads back', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    await search(page, 'pull');
    const active = page.locator('#message-list [aria-selected="true"]');
    await page.keyboard.press('ArrowDown');
    await active.waitFor();
    await page.keyboard.press('j');
    const id = (await active.getAttribute('data-message-id')) ?? '';
    await page.keyboard.press('Enter');
    await page.locator(`#message-list [data-focus][data-message-id="${id}"]`).waitFor();
    expect(await active.getAttribute('data-message-id')).toBe(id);
    await page.keyboard.press('Escape');
    await page.locator('#message-list mark').first().waitFor();
    await until(page, async () => (await active.getAttribute('data-message-id')) === id, 'the hit is active again');
    const other = (await visibleIds(page))[4] ?? '';
    await page.locator(`#message-list [data-message-id="${other}"]`).dblclick();
    await page.locator(`#message-list [data-focus][data-message-id="${other}"]`).waitFor();
  });
});

describe('near: in the search box', () => {
  it('shows a message among those around it, and takes a time as well', async () => {
    const { page, call } = await openWindow({ library });
    const { items } = await call('messages.search', { query: 'type:guild', limit: 200 });
    const message = items.at(-1);
    if (!message) throw new Error('The sample has no guild chat.');
    await rows(page).first().waitFor();
    await searchBox(page).fill(`${message.conversation.query} near:${message.id}`);
    await isShownAmidst(page, message.id);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-box');
    await searchBox(page).fill(`near:"${message.createdAt}"`);
    await until(page, async () => (await page.locator('[data-look="log"]').count()) === 1, 'all channels are shown');
    await page.locator('#message-list [data-focus]').waitFor();
  });
});

describe('a link to a message', () => {
  it('is copied, pasted into the search box, and opens the message', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    const id = (await visibleIds(page))[3] ?? '';
    await page.locator(`#message-list [data-message-id="${id}"]`).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await searchBox(page).focus();
    await page.keyboard.press('ControlOrMeta+V');
    await isShownAmidst(page, id);
    await page.keyboard.press('Alt+ArrowLeft');
    await until(page, async () => (await searchBox(page).inputValue()) === '', 'the list of before is back');
  });

  it('that this library does not hold is told about, and nothing changes', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    await search(page, 'pull');
    const before = await visibleIds(page);
    await searchBox(page).fill('raidscope://message/elsewhere');
    await page.getByText('does not hold the message elsewhere').waitFor();
    expect(await searchBox(page).inputValue()).toBe('pull');
    await until(page, async () => (await visibleIds(page)).join() === before.join(), 'the hits are there still');
  });

  it('that the system hands over opens the message', async () => {
    const { page, app, call } = await openWindow({ library });
    const { items } = await call('messages.search', { query: 'type:user', limit: 50 });
    const id = items.at(-1)?.id ?? '';
    await rows(page).first().waitFor();
    app.openMessage(id);
    await isShownAmidst(page, id);
  });
});
