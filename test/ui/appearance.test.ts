import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { breakSomeRows, makeFolder, makeLibrary, writeBackup } from './backups.ts';
import { rows, searchBox, until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';

const files = makeFolder();
let library = '';
let damaged = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 3000);
  damaged = writeBackup(files.path, 'damaged.db', 1500);
  breakSomeRows(damaged, 5);
});
afterAll(() => files.remove());

async function hasNoOverflow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

type Visit = (screen: string) => Promise<void>;

/** Puts a star, tags and a note on the newest messages, and keeps some searches. */
async function keepSomething({ call }: TestWindow): Promise<void> {
  const [first, second] = (await call('messages.search', { query: 'pull', limit: 2 })).items;
  const put = { isStarred: true, tags: ['loot', 'a tag of some more words', 'third'], note: 'Ask Anna about it' };
  await call('annotations.set', { subject: { kind: 'message', id: first?.id ?? '' }, ...put });
  await call('annotations.set', { subject: { kind: 'message', id: second?.id ?? '' }, isStarred: true });
  await call('searches.save', { name: 'Pulls', query: 'type:raid pull' });
  await call('searches.record', { query: 'wipe after:2025-11' });
}

/** A message in its conversation, the conversations and the live log. */
async function visitTalk(page: Page, visit: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Messages', exact: true }).click();
  await searchBox(page).fill('type:raid');
  await rows(page).nth(2).click();
  await page.locator('aside[data-message-id]').waitFor();
  await page.getByRole('button', { name: 'Show in conversation' }).click();
  await page.locator('#message-list [data-focus]').waitFor();
  await visit('context');
  await page.getByRole('button', { name: 'Chats' }).click();
  await page.getByRole('option').first().waitFor();
  await visit('conversations');
  await page.getByRole('tab', { name: 'Channels' }).click();
  await page.getByRole('option').first().click();
  await page.locator('[data-look="chat"] [data-message-id]').first().waitFor();
  await visit('conversation');
  await page.getByRole('button', { name: 'Live log' }).click();
  await page.getByTestId('live-state').waitFor();
  await rows(page).first().waitFor();
  await visit('live log');
}

/** Suggestions, and facets beside a list with the form of a chip open. */
async function tourOfSearch(page: Page, visit: Visit): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Search messages' });
  await box.fill('from:');
  await page.getByRole('option').first().waitFor();
  await visit('suggestions');
  await page.getByRole('button', { name: 'Facets', exact: true }).click();
  await box.fill('date:2025 -type:system');
  await page.keyboard.press('Enter');
  await page.locator('[data-facet-row]').first().waitFor();
  await page.locator('[data-chip]').first().click();
  await page.getByRole('dialog').getByLabel('From').waitFor();
  await visit('facets and chips');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Hide facets' }).click();
}

/** Goes through the screens of an open library, and calls `visit` on each. */
async function tourOfLibrary(window: TestWindow, visit: Visit): Promise<void> {
  const { page, choose } = window;
  await keepSomething(window);
  await rows(page).first().waitFor();
  await visit('messages');
  const box = page.getByRole('combobox', { name: 'Search messages' });
  await box.fill('pull');
  await page.locator('#message-list mark').first().waitFor();
  await rows(page).first().click();
  await page.locator('aside[data-message-id]').waitFor();
  await visit('message panel');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem').first().waitFor();
  await visit('export menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show SQL' }).click();
  await page.getByRole('textbox', { name: 'SQL statement' }).fill('SELECT id, NULL AS missing FROM messages LIMIT 50');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('grid', { name: 'Rows of the statement' }).waitFor();
  await visit('SQL');
  await page.getByRole('button', { name: 'Hide SQL' }).click();
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await page.getByRole('button', { name: 'Pulls type:raid pull' }).waitFor();
  await visit('saved searches');
  await page.keyboard.press('Escape');
  await tourOfSearch(page, visit);
  await box.fill('"pull');
  await page.locator('[data-problem]').first().waitFor();
  await visit('mistake in the query');
  await box.fill('xyzzyqq');
  await page.getByText('No message matches').waitFor();
  await visit('no hits');
  await page.getByRole('button', { name: 'How to search' }).click();
  await page.getByRole('dialog', { name: 'How to search' }).waitFor();
  await visit('search help');
  await page.keyboard.press('Escape');
  choose(damaged);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.locator('[data-testid="import-preview"]:not([data-inspecting])').waitFor();
  await visit('import preview');
  await page.getByRole('button', { name: /^Import \d+ file/u }).click();
  await page.locator('[data-severity="rejected"]').first().waitFor();
  await visit('import summary');
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.getByRole('button', { name: 'Library' }).click();
  await page
    .getByRole('table', { name: 'Past imports' })
    .getByRole('button', { name: /^Details: damaged/u })
    .click();
  await page.locator('[data-severity="rejected"]').first().waitFor();
  await visit('library');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  await visit('settings');
  await page.keyboard.press('Escape');
  await visitTalk(page, visit);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('axe finds no serious fault on any screen of a library', async () => {
    const window = await openWindow({ colorScheme, library });
    const faults: Record<string, readonly string[]> = {};
    const visited: string[] = [];
    await tourOfLibrary(window, async (screen) => {
      visited.push(screen);
      const found = await faultsOf(window.page);
      if (found.length > 0) faults[screen] = found;
    });
    expect(visited).toHaveLength(18);
    expect(faults).toEqual({});
  });

  it('axe finds no serious fault on the welcome screen', async () => {
    const { page } = await openWindow({ colorScheme });
    await page.getByText('Try it with sample data').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('the theme', () => {
  it('follows the system until one is chosen, which is kept', async () => {
    const { page, call } = await openWindow({ library, colorScheme: 'dark' });
    await rows(page).first().waitFor();
    const scheme = () => page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
    await until(page, async () => (await scheme()) === 'dark', 'the page is dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await until(page, async () => (await scheme()) === 'light', 'the page is light');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
    await until(page, async () => (await scheme()) === 'dark', 'the page is dark again');
    expect((await call('settings.get', {})).theme).toBe('dark');
    await page.reload();
    await rows(page).first().waitFor();
    await until(page, async () => (await scheme()) === 'dark', 'the page is still dark');
  });
});

describe('the time zone', () => {
  it('that is chosen is the one in which the list and the search box speak', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    const time = page.locator('#message-list [data-column="time"]').first();
    const before = await time.innerText();
    await page.getByRole('button', { name: /^Time zone: / }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Kathmandu');
    await page.getByRole('option', { name: 'Asia/Kathmandu' }).click();
    await until(page, async () => (await time.innerText()) !== before, 'the list shows other times');
    expect(await page.getByTestId('search-zone').innerText()).toBe('Asia/Kathmandu');
  });
});

describe('text of twice the size', () => {
  it('fits the smallest window without being cut off at the side', async () => {
    const window = await openWindow({ library, width: 900, height: 600 });
    await rows(window.page).first().waitFor();
    await window.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const cut: string[] = [];
    await tourOfLibrary(window, async (screen) => {
      if (!(await hasNoOverflow(window.page))) cut.push(screen);
    });
    expect(cut).toEqual([]);
  });
});
