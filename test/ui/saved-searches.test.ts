import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { makeFolder, makeLibrary } from './backups.ts';
import { rows, until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 2000);
});
afterAll(() => files.remove());

const searchBox = (page: Page): Locator => page.locator('#search-box');
const menu = (page: Page): Locator => page.getByRole('dialog', { name: 'Saved searches' });

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await menu(page).waitFor();
}

async function savedNames({ call }: TestWindow): Promise<readonly string[]> {
  return (await call('searches.list', {})).map(({ name }) => name);
}

async function pastQueries({ call }: TestWindow): Promise<readonly string[]> {
  return (await call('searches.listHistory', {})).map(({ query }) => query);
}

describe('the menu of saved searches', () => {
  it('saves the search of the box under a name, and leads back to it', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    await rows(page).first().waitFor();
    await searchBox(page).fill('type:raid pull');
    await openMenu(page);
    await menu(page).getByRole('textbox', { name: 'Save this search as' }).fill('Pulls');
    await page.keyboard.press('Enter');
    await menu(page).getByText('Saved as “Pulls”.').waitFor();
    await page.keyboard.press('Escape');
    await menu(page).waitFor({ state: 'detached' });
    await searchBox(page).fill('');
    await openMenu(page);
    await menu(page).getByRole('button', { name: 'Pulls type:raid pull' }).click();
    expect(await searchBox(page).inputValue()).toBe('type:raid pull');
    await page.locator('#message-list mark').first().waitFor();
    expect(await savedNames(window)).toEqual(['Pulls']);
  });

  it('puts another search under a name that is taken only as that', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await rows(page).first().waitFor();
    await call('searches.save', { name: 'Pulls', query: 'pull' });
    await searchBox(page).fill('wipe');
    await openMenu(page);
    await menu(page).getByRole('textbox', { name: 'Save this search as' }).fill('PULLS');
    await menu(page).getByText('There is a saved search of this name: pull').waitFor();
    await menu(page).getByRole('button', { name: 'Replace' }).click();
    await menu(page).getByText('Saved as “PULLS”.').waitFor();
    expect(await call('searches.list', {})).toMatchObject([{ name: 'PULLS', query: 'wipe' }]);
  });

  it('renames, moves and removes, and takes a removal back', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await rows(page).first().waitFor();
    for (const name of ['A', 'B', 'C']) await call('searches.save', { name, query: `search ${name}` });
    await openMenu(page);
    await menu(page).getByRole('button', { name: 'Move C up' }).click();
    await until(page, async () => (await savedNames(window)).join('') === 'ACB', 'C was moved');
    await menu(page).getByRole('button', { name: 'Rename C' }).click();
    await page.keyboard.type('Never');
    await page.keyboard.press('Escape');
    await menu(page).getByRole('button', { name: 'Rename C' }).click();
    await page.keyboard.type('Third');
    await page.keyboard.press('Enter');
    await menu(page).getByRole('button', { name: 'Third search C' }).waitFor();
    expect(await savedNames(window)).toEqual(['A', 'Third', 'B']);
    await menu(page).getByRole('button', { name: 'Remove Third' }).click();
    await until(page, async () => (await savedNames(window)).join(' ') === 'A B', 'it was removed');
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(page, async () => (await savedNames(window)).join(' ') === 'A Third B', 'it is where it was');
  });
});

describe('the history of searches', () => {
  it('has what the person settled on by Enter or by opening a hit, and not every key', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    await rows(page).first().waitFor();
    await searchBox(page).fill('');
    await page.keyboard.type('pull');
    await page.locator('#message-list mark').first().waitFor();
    expect(await pastQueries(window)).toEqual([]);
    await page.keyboard.press('Enter');
    await until(page, async () => (await pastQueries(window)).join() === 'pull', 'Enter settles on it');
    await searchBox(page).fill('wipe');
    await page.getByText('wipe', { exact: false }).first().waitFor();
    await until(page, async () => /wipe/iu.test(await page.locator('#message-list mark').first().innerText()), 'hits');
    await rows(page).first().click();
    await until(page, async () => (await pastQueries(window)).join() === 'wipe,pull', 'opening a hit settles on it');
    await searchBox(page).fill('"unfinished');
    await page.locator('[data-problem]').first().waitFor();
    await page.keyboard.press('Enter');
    await openMenu(page);
    await menu(page).getByRole('button', { name: 'pull', exact: true }).click();
    expect(await searchBox(page).inputValue()).toBe('pull');
    await until(page, async () => (await pastQueries(window)).join() === 'pull,wipe', 'going back to it settles on it');
  });

  it('has a search whose hit the person went to see in its conversation', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    await rows(page).first().waitFor();
    await searchBox(page).fill('pull');
    await page.locator('#message-list mark').first().waitFor();
    await page.locator('#message-list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(page, async () => (await searchBox(page).inputValue()).includes('near:'), 'the conversation is shown');
    await until(page, async () => (await pastQueries(window)).join() === 'pull', 'the search is remembered');
  });

  it('forgets one search, or all', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    for (const query of ['one', 'two', 'three']) await call('searches.record', { query });
    await rows(page).first().waitFor();
    await openMenu(page);
    await menu(page).getByRole('button', { name: 'Forget two' }).click();
    await until(page, async () => (await pastQueries(window)).length === 2, 'one is forgotten');
    await menu(page).getByRole('button', { name: 'Clear history' }).click();
    await until(page, async () => (await pastQueries(window)).length === 0, 'all are forgotten');
    await menu(page).getByRole('heading', { name: 'Recent' }).waitFor({ state: 'detached' });
  });
});
