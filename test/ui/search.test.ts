import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { countedHits, rows, until, visibleIds } from './on-screen.ts';
import { openWindow } from './open-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 5000);
});
afterAll(() => files.remove());

describe('the search', () => {
  it('shows hits with their words marked, and counts them exactly', async () => {
    const { page, call } = await openWindow({ library });
    await rows(page).first().waitFor();
    await page.getByRole('combobox', { name: 'Search messages' }).fill('pull');
    await page.locator('#message-list mark').first().waitFor();
    const { total } = await call('messages.count', { query: 'pull' });
    expect(total).toBeGreaterThan(0);
    expect((await countedHits(page)).split(' ')[0]).toBe(total.toLocaleString('en'));
    const marks = await page.locator('#message-list mark').allInnerTexts();
    expect(new Set(marks.map((mark) => mark.toLowerCase()))).toEqual(new Set(['pull']));
    const { items } = await call('messages.search', { query: 'pull' });
    const shown = await visibleIds(page);
    expect(shown).toEqual(items.slice(0, shown.length).map(({ id }) => id));
  });

  it('keeps the last results when a query with a mistake finds nothing, and repairs it by one click', async () => {
    const { page } = await openWindow({ library });
    const box = page.getByRole('combobox', { name: 'Search messages' });
    await box.fill('pull');
    await page.locator('#message-list mark').first().waitFor();
    const before = await visibleIds(page);
    await box.fill('pull "xyzzyqq');
    const problem = page.locator('[data-problem]').first();
    await problem.waitFor();
    expect(await visibleIds(page)).toEqual(before);
    expect(await page.getByText('still showing: pull').isVisible()).toBe(true);
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    await problem.getByRole('button', { name: 'Change to: pull "xyzzyqq"' }).click();
    expect(await box.inputValue()).toBe('pull "xyzzyqq"');
    await page.getByText('No message matches').waitFor();
    expect(await page.locator('[data-problem]').count()).toBe(0);
  });

  it('says what is wrong with a query that can be answered all the same', async () => {
    const { page } = await openWindow({ library });
    const box = page.getByRole('combobox', { name: 'Search messages' });
    await box.fill('"pull');
    const problem = page.locator('[data-problem="syntax"]');
    await problem.waitFor();
    await page.locator('#message-list mark').first().waitFor();
    await problem.getByRole('button', { name: 'Change to: "pull"' }).click();
    await problem.waitFor({ state: 'detached' });
  });

  it('offers a way on when nothing is found', async () => {
    const { page } = await openWindow({ library });
    await page.getByRole('combobox', { name: 'Search messages' }).fill('xyzzyqq');
    await page.getByText('No message matches').waitFor();
    expect(await countedHits(page)).toBe('0 messages');
    await page.getByRole('button', { name: 'Show all messages' }).click();
    await rows(page).first().waitFor();
  });

  it('offers what would find something: the word inside of others, and each filter left out', async () => {
    const { page, call } = await openWindow({ library });
    const box = page.getByRole('combobox', { name: 'Search messages' });
    await box.fill('ulls type:user');
    const { total: inside } = await call('messages.count', { query: '*ulls* type:user' });
    expect(inside).toBeGreaterThan(0);
    await page.getByRole('button', { name: `Search inside words: *ulls* ${inside.toLocaleString('en')}` }).click();
    await until(page, async () => (await box.inputValue()) === '*ulls* type:user', 'the words are searched inside');
    await box.fill('xyzzyqq type:user');
    const { total: users } = await call('messages.count', { query: 'type:user' });
    await page.getByRole('button', { name: `Without xyzzyqq ${users.toLocaleString('en')}` }).click();
    await until(page, async () => (await box.inputValue()) === 'type:user', 'the word is left out');
  });

  it('can be used by keyboard alone', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('pull');
    await page.locator('#message-list mark').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const active = page.locator('#message-list [aria-selected="true"]');
    await active.waitFor();
    const first = await active.getAttribute('data-message-id');
    await page.keyboard.press('ArrowDown');
    await until(page, async () => (await active.getAttribute('data-message-id')) !== first, 'the next row is active');
    const second = await active.getAttribute('data-message-id');
    await page.keyboard.press('Space');
    await page.locator(`aside[data-message-id="${second}"]`).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ASIDE');
    await page.keyboard.press('Escape');
    await page.locator('aside').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message-list');
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('combobox', { name: 'Search messages' }).inputValue()).toBe('');
  });

  it('is not needed to move through the list: the arrow keys lead into it at once', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('#message-list [aria-selected="true"][aria-rowindex="1"]').waitFor();
    expect(await page.title()).toBe('Library 5000 - Raidscope');
  });

  it('goes back to the query before', async () => {
    const { page } = await openWindow({ library });
    const box = page.getByRole('combobox', { name: 'Search messages' });
    await box.fill('pull');
    await page.locator('#message-list mark').first().waitFor();
    await page.getByRole('button', { name: 'Library' }).click();
    await page.getByRole('heading', { name: 'Past imports' }).waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.locator('#message-list mark').first().waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await until(page, async () => (await box.inputValue()) === '', 'the search box is empty again');
  });
});

describe('the message panel', () => {
  it('shows the whole text, the metadata and where the message is from', async () => {
    const { page, call } = await openWindow({ library });
    const box = page.getByRole('combobox', { name: 'Search messages' });
    await box.fill('type:raid');
    await until(page, async () => !(await countedHits(page)).startsWith('5,000'), 'the filter acts');
    await rows(page).first().click();
    const panel = page.locator('aside[data-message-id]');
    await panel.waitFor();
    const id = (await panel.getAttribute('data-message-id')) ?? '';
    const message = await call('messages.get', { id });
    expect(await panel.getByTestId('full-text').innerText()).toBe(message.content);
    expect(await panel.innerText()).toContain(message.author.name);
    expect(await panel.innerText()).toContain('backup-5000.db');
    expect(await panel.innerText()).toContain(`${message.createdAt}`.slice(0, 10));
  });
});
