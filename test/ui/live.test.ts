import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary, writeBackup } from './backups.ts';
import { rows, searchBox, until, visibleIds, visibleRows } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';

const files = makeFolder();
let library = '';
let moreMessages = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 3000);
  moreMessages = writeBackup(files.path, 'later.db', 4000, 2);
});
afterAll(() => files.remove());

async function openLiveLog(page: Page): Promise<void> {
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Live log' }).click();
  await page.locator('[data-look="log"]').waitFor();
  await page.locator('[data-testid="live-state"][data-follows="true"]').waitFor();
}

/** Resolves with how the next job ends. */
function nextJobEnd({ app }: TestWindow): Promise<string> {
  return new Promise<string>((resolve) => {
    const stop = app.subscribe((event) => {
      if (event.name !== 'jobs.changed' || event.payload.state === 'running') return;
      stop();
      resolve(event.payload.state);
    });
  });
}

/** Imports a backup with other messages while the window is open. */
async function importMore(window: TestWindow): Promise<void> {
  const ended = nextJobEnd(window);
  await window.call('imports.start', { files: [window.app.grantFile(moreMessages)] });
  expect(await ended).toBe('done');
}

async function newestId({ call }: TestWindow, query = ''): Promise<string | undefined> {
  return (await call('messages.search', { query, limit: 1 })).items[0]?.id;
}

describe('the live log', () => {
  it('ends with the newest message, and follows it when an import adds newer ones', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    await openLiveLog(page);
    expect((await visibleIds(page)).at(-1)).toBe(await newestId(window));
    await importMore(window);
    const newest = await newestId(window);
    await until(page, async () => (await visibleIds(page)).at(-1) === newest, 'the newest message is in view');
    expect(await page.getByTestId('to-end').count()).toBe(0);
  });

  it('holds still while the person reads further up, counts what is new, and leads there', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await openLiveLog(page);
    const { total } = await call('messages.count', {});
    await page.locator('#message-list').evaluate((list) => list.scrollBy({ top: -1010 }));
    await page.locator('[data-testid="live-state"][data-follows="false"]').waitFor();
    const before = await visibleRows(page);
    await importMore(window);
    const added = (await call('messages.count', {})).total - total;
    const button = page.getByTestId('to-end');
    await until(
      page,
      async () => (await button.innerText()) === `${added.toLocaleString('en')} new`,
      'the new messages are counted',
    );
    const after = await visibleRows(page);
    const common = after.find(({ id }) => before.some((row) => row.id === id));
    expect(common?.top).toBe(before.find(({ id }) => id === common?.id)?.top);
    await button.click();
    const newest = await newestId(window);
    await until(page, async () => (await visibleIds(page)).at(-1) === newest, 'the newest message is in view');
    await button.waitFor({ state: 'detached' });
  });

  it('stays usable when the import that held what was on screen is undone', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await openLiveLog(page);
    await importMore(window);
    await page.locator('#message-list').evaluate((list) => list.scrollBy({ top: -1010 }));
    await page.locator('[data-testid="live-state"][data-follows="false"]').waitFor();
    const last = (await call('imports.list', {})).toSorted((a, b) => b.id - a.id)[0];
    const ended = nextJobEnd(window);
    await call('imports.undo', { importId: last?.id ?? 0 });
    expect(await ended).toBe('done');
    await page.locator('#message-list').focus();
    await page.keyboard.press('End');
    const newest = await newestId(window);
    await until(page, async () => (await visibleIds(page)).at(-1) === newest, 'the newest message is in view');
    expect(await page.locator('[data-error-code]').count()).toBe(0);
  });

  it('shows one server or type, as a filter in the search box', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    await openLiveLog(page);
    await page.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: 'Guild' }).click();
    await until(page, async () => (await searchBox(page).inputValue()) === 'type:guild', 'the filter is in the box');
    const newest = await newestId(window, 'type:guild');
    await until(page, async () => (await visibleIds(page)).at(-1) === newest, 'the newest guild chat is in view');
    await page.getByRole('combobox', { name: 'Server' }).click();
    await page.getByRole('option').nth(1).click();
    await until(
      page,
      async () => (await searchBox(page).inputValue()).startsWith('type:guild server:'),
      'both filters are there',
    );
    await page.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: 'All types' }).click();
    await until(page, async () => (await searchBox(page).inputValue()).startsWith('server:'), 'one filter is left');
  });
});
