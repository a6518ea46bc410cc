import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNamesakes, makeFolder, makeLibrary } from './backups.ts';
import { rows, searchBox, until, visibleIds } from './on-screen.ts';
import { openWindow } from './open-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 5000, (backup) => addNamesakes(backup, 'Namesake', 250));
});
afterAll(() => files.remove());

function options(page: Page) {
  return page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
}

function chip(page: Page, label: string) {
  return page.locator('[data-chip]').filter({ hasText: label });
}

async function becomes(page: Page, text: string): Promise<void> {
  await until(page, async () => (await searchBox(page).inputValue()) === text, `the search box says: ${text}`);
}

/** The author whom most messages are from. */
async function busiestAuthor(call: Awaited<ReturnType<typeof openWindow>>['call']): Promise<string> {
  const { facets } = await call('messages.facets', { query: '' });
  return facets.find(({ facet }) => facet === 'author')?.values[0]?.value ?? '';
}

describe('suggestions', () => {
  it('are taken by a Tab that comes before the answer for the last letter', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('ty');
    await options(page).filter({ hasText: 'type:' }).first().waitFor();
    // One right after the other: no round trip of the test's own lies between them.
    await Promise.all([page.keyboard.press('p'), page.keyboard.press('Tab')]);
    await becomes(page, 'type:');
  });

  it('lead by keyboard from a letter to a key, from the key to a value, and on to the next word', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('typ');
    await options(page).filter({ hasText: 'type:' }).first().waitFor();
    await page.keyboard.press('Tab');
    await becomes(page, 'type:');
    await options(page).filter({ hasText: 'raid' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Search messages' }).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.type('ra');
    await until(page, async () => (await options(page).count()) === 1, 'one value is left');
    await page.keyboard.press('ArrowDown');
    await page.locator('[role="option"][aria-selected="true"]').waitFor();
    await page.keyboard.press('Enter');
    await becomes(page, 'type:raid ');
    expect(await options(page).count()).toBe(0);
    await page.keyboard.type('pull');
    await becomes(page, 'type:raid pull');
    await chip(page, 'type: raid').waitFor();
  });

  it('go by Escape, which leaves the text, and by a second Escape the text goes', async () => {
    const { page } = await openWindow({ library });
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('from:');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    await options(page).first().waitFor({ state: 'detached' });
    expect(await searchBox(page).inputValue()).toBe('from:');
    await page.keyboard.press('Escape');
    await becomes(page, '');
  });

  it('name people as the library knows them, and can be chosen with the mouse', async () => {
    const { page, call } = await openWindow({ library });
    const author = await busiestAuthor(call);
    await searchBox(page).fill('from:');
    const option = options(page)
      .filter({ hasText: author.replaceAll('"', '') })
      .first();
    await option.click();
    await becomes(page, `from:${author} `);
    await until(page, () => searchBox(page).evaluate((box) => box === document.activeElement), 'the box has the focus');
  });

  it('of nothing typed yet are asked for by a click, and of any place by Alt and the down key', async () => {
    const { page } = await openWindow({ library });
    await searchBox(page).click();
    await options(page).filter({ hasText: 'from:' }).waitFor();
    await searchBox(page).fill('pull ');
    await options(page).first().waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowDown');
    await options(page).filter({ hasText: 'from:' }).waitFor();
  });

  it('open by themselves where a name may be several', async () => {
    const { page } = await openWindow({ library });
    await searchBox(page).fill('from:namesake pull');
    await page.locator('[data-problem="ambiguous_name"]').getByRole('button', { name: 'Choose one' }).click();
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-problem="ambiguous_name"]').waitFor({ state: 'detached' });
    expect(await searchBox(page).inputValue()).toMatch(/^from:Namesake\d+ pull$/u);
  });
});

describe('chips', () => {
  it('follow the text, and say what dates stand for', async () => {
    const { page } = await openWindow({ library });
    await searchBox(page).fill('pull -type:system date:2025-11');
    await until(page, async () => (await page.locator('[data-chip]').count()) === 3, 'there are three chips');
    expect(await chip(page, 'type: system').innerText()).toContain('not');
    expect(await chip(page, 'date: 2025-11').innerText()).toContain('1 Nov 2025 00:00');
  });

  it('are removed by their cross and by the Delete key, and the text with them', async () => {
    const { page } = await openWindow({ library });
    await searchBox(page).fill('pull type:raid is:edited');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove pull' }).click();
    await becomes(page, 'type:raid is:edited');
    await chip(page, 'type: raid').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await becomes(page, 'type:raid');
  });

  it('are changed in a small form, with the values that the box suggests', async () => {
    const { page } = await openWindow({ library });
    await searchBox(page).fill('pull type:raid');
    await page.keyboard.press('Enter');
    await chip(page, 'type: raid').focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'type: raid' });
    const value = form.getByRole('combobox');
    await value.fill('gui');
    await form.getByRole('option').filter({ hasText: 'guild' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await becomes(page, 'pull type:guild');
    await chip(page, 'type: guild').click();
    await page.getByRole('dialog', { name: 'type: guild' }).getByRole('switch').press('Space');
    await becomes(page, 'pull -type:guild');
  });

  it('of dates are changed by a calendar', async () => {
    const { page } = await openWindow({ library });
    await searchBox(page).fill('date:2025-11-01..2025-11-15');
    await page.keyboard.press('Enter');
    await chip(page, 'date:').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('To').fill('2025-11-20');
    await form.getByRole('button', { name: 'Apply' }).click();
    await becomes(page, 'date:2025-11-01..2025-11-20');
  });

  it('that have no room are counted, and one click away', async () => {
    const { page } = await openWindow({ library, width: 900, height: 600 });
    const filters = ['type:raid', 'is:edited', 'has:link', 'has:number', '-is:deleted', 'server:Ravenmoor', 'len:>20'];
    await searchBox(page).fill([...filters, 'date:2025', 'weekday:tue', 'time:20:00..23:00'].join(' '));
    const more = page.getByRole('button', { name: /^Show \d+ more filters$/u });
    await more.waitFor();
    const height = await page.getByRole('search').evaluate((box) => box.clientHeight);
    await searchBox(page).fill('pull');
    await more.waitFor({ state: 'detached' });
    expect(await page.getByRole('search').evaluate((box) => box.clientHeight)).toBe(height);
  });
});

describe('a mistake', () => {
  it('is underlined while somebody types on, and never empties the list', async () => {
    const { page } = await openWindow({ library });
    await searchBox(page).fill('pull');
    await page.locator('#message-list mark').first().waitFor();
    await page.keyboard.press('End');
    const emptied: string[] = [];
    for (const letter of ' (xyz') {
      await page.keyboard.type(letter);
      if ((await visibleIds(page)).length === 0) emptied.push(letter);
    }
    await page.getByText('still showing: pull').waitFor();
    if ((await visibleIds(page)).length === 0) emptied.push('at last');
    expect(emptied).toEqual([]);
    await searchBox(page).fill('pull foo:xyzzyqq (');
    await page.locator('[data-problem="unknown_key"]').waitFor();
    await page.locator('[data-problem="syntax"]').waitFor();
    expect(await page.locator('[data-wrong]').first().innerText()).toBe('foo');
    await page.getByText('still showing: pull').waitFor();
  });
});
