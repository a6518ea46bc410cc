import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { rows, searchBox, until } from './on-screen.ts';
import { openWindow } from './open-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 5000);
});
afterAll(() => files.remove());

function raidBox(page: Page) {
  return page.getByRole('combobox', { name: 'Search pulls' });
}

function options(page: Page) {
  return page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
}

function chip(page: Page, label: string) {
  return page.locator('[data-chip]').filter({ hasText: label });
}

async function openRaids(page: Page): Promise<void> {
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Raids' }).click();
  await raidBox(page).waitFor();
}

async function becomes(page: Page, text: string): Promise<void> {
  await until(page, async () => (await raidBox(page).inputValue()) === text, `the search box says: ${text}`);
}

describe('in the view of raids the search box', () => {
  it('suggests filters and values of raids, with their pulls', async () => {
    const { page, call } = await openWindow({ library });
    await openRaids(page);
    const { items } = await call('raids.list', { query: 'result:kill' });
    const boss = items[0]?.boss ?? '';
    await page.keyboard.press('/');
    await page.keyboard.type('boss:');
    const option = options(page).filter({ hasText: boss });
    await option.waitFor();
    expect(await option.innerText()).toMatch(/\d/u);
    await option.click();
    await becomes(page, `boss:${/^\w+$/u.test(boss) ? boss : `"${boss}"`} `);
    await page.keyboard.type('res');
    await options(page).filter({ hasText: 'result:' }).waitFor();
    await page.keyboard.press('Tab');
    await options(page).filter({ hasText: 'kill' }).click();
    await chip(page, 'result: kill').waitFor();
  });

  it('shows durations and nights as chips, and when the night is', async () => {
    const { page } = await openWindow({ library });
    await openRaids(page);
    await raidBox(page).fill('night:2025-11-22 duration:>6m -role:tank');
    await chip(page, 'duration: > 6 m').waitFor();
    expect(await chip(page, 'night: 2025-11-22').innerText()).toContain('22 Nov 2025 06:00');
    expect(await chip(page, 'role: tank').innerText()).toContain('not');
  });

  it('has a calendar for a night', async () => {
    const { page } = await openWindow({ library });
    await openRaids(page);
    await raidBox(page).fill('night:2025-11-22');
    await page.keyboard.press('Enter');
    await chip(page, 'night:').click();
    const form = page.getByRole('dialog');
    await form.getByText('Pulls of this raid night').waitFor();
    await form.getByLabel('To').fill('2025-11-24');
    await form.getByRole('button', { name: 'Apply' }).click();
    await becomes(page, 'night:2025-11-22..2025-11-24');
  });

  it('takes a filter of messages for a mistake, and knows what was meant', async () => {
    const { page } = await openWindow({ library });
    await openRaids(page);
    await raidBox(page).fill('bosshp:<20');
    await page.locator('[data-problem="unknown_key"]').getByRole('button', { name: 'Change to: hp:<20' }).click();
    await becomes(page, 'hp:<20');
    await page.locator('[data-problem]').waitFor({ state: 'detached' });
  });

  it('explains the filters of raids', async () => {
    const { page } = await openWindow({ library });
    await openRaids(page);
    await page.getByRole('button', { name: 'How to search' }).click();
    const help = page.getByRole('dialog', { name: 'How to search' });
    await help.getByText('Filters: pulls ...').waitFor();
    await help.getByText('duration:>6m').first().waitFor();
    expect(await help.getByText('from:anna').count()).toBe(0);
  });

  it('has a text of its own, which is not remembered among those of messages, and no saved searches', async () => {
    const { page, call } = await openWindow({ library });
    await rows(page).first().waitFor();
    await searchBox(page).fill('pull type:raid');
    await page.keyboard.press('Enter');
    await page.locator('#message-list mark').first().waitFor();
    await openRaids(page);
    expect(await raidBox(page).inputValue()).toBe('');
    expect(await page.getByRole('button', { name: 'Saved searches' }).count()).toBe(0);
    await raidBox(page).fill('result:kill');
    await page.keyboard.press('Enter');
    await chip(page, 'result: kill').waitFor();
    await page.getByRole('button', { name: 'Messages' }).click();
    await until(page, async () => (await searchBox(page).inputValue()) === 'pull type:raid', 'messages have their own');
    expect((await call('searches.listHistory', {})).map(({ query }) => query)).toEqual(['pull type:raid']);
  });
});
