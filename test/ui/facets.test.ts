import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { countedHits, rows, searchBox, until } from './on-screen.ts';
import { openWindow } from './open-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 5000);
});
afterAll(() => files.remove());

async function openFacets(page: Page) {
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Facets', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Facets' });
  await panel.locator('[data-facet-row]').first().waitFor();
  return panel;
}

async function becomes(page: Page, text: string): Promise<void> {
  await until(page, async () => (await searchBox(page).inputValue()) === text, `the search box says: ${text}`);
}

describe('the facets', () => {
  it('count the hits, add a filter by a click, and take it away by another', async () => {
    const { page, call } = await openWindow({ library });
    const panel = await openFacets(page);
    const { facets } = await call('messages.facets', { query: '' });
    const raids = facets.find(({ facet }) => facet === 'type')?.values.find(({ value }) => value === 'raid');
    const count = raids?.count.toLocaleString('en') ?? '';
    const raid = panel.getByRole('region', { name: 'Type' }).getByRole('button', { name: /^raid\b/iu });
    expect(await raid.innerText()).toContain(count);
    await raid.click();
    await becomes(page, 'type:raid');
    await until(page, async () => (await countedHits(page)).startsWith(`${count} `), 'the hits are counted');
    await until(page, async () => (await raid.getAttribute('aria-pressed')) === 'true', 'the value is chosen');
    await raid.click();
    await becomes(page, '');
  });

  it('leave a value out by Alt and a click, and by the minus key', async () => {
    const { page } = await openWindow({ library });
    const panel = await openFacets(page);
    const types = panel.getByRole('region', { name: 'Type' });
    await types.getByRole('button', { name: /^system\b/iu }).click({ modifiers: ['Alt'] });
    await becomes(page, '-type:system');
    await types.getByRole('button', { name: /^raid\b/iu }).focus();
    await page.keyboard.press('-');
    await becomes(page, '-type:system -type:raid');
  });

  it('keep the first of two choices that follow each other faster than the list', async () => {
    const { page } = await openWindow({ library });
    await openFacets(page);
    await page.evaluate(async () => {
      for (const value of ['system', 'raid']) {
        document.querySelector<HTMLElement>(`[aria-label="Leave out ${value}" i]`)?.click();
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await becomes(page, '-type:system -type:raid');
  });

  it('can be walked through by keyboard, and stay open in the next window', async () => {
    const { page, call } = await openWindow({ library });
    const panel = await openFacets(page);
    const all = panel.locator('[data-facet-row]');
    await all.first().focus();
    await page.keyboard.press('ArrowDown');
    await until(page, () => all.nth(1).evaluate((row) => row === document.activeElement), 'the second has the focus');
    expect((await call('settings.get', {})).showsFacets).toBe(true);
    await page.reload();
    await panel.waitFor();
    await page.getByRole('button', { name: 'Hide facets' }).click();
    await panel.waitFor({ state: 'detached' });
  });
});

describe('the order', () => {
  it('is chosen in the bar above the list, and written into the text', async () => {
    const { page, call } = await openWindow({ library });
    await rows(page).first().waitFor();
    await searchBox(page).fill('pull');
    await page.locator('#message-list mark').first().waitFor();
    const order = page.getByRole('radiogroup', { name: 'Which messages come first' });
    await order.getByText('Oldest').click();
    await becomes(page, 'pull sort:old');
    const { items } = await call('messages.search', { query: 'pull sort:old', limit: 1 });
    await page.locator(`#message-list [data-message-id="${items[0]?.id}"]`).waitFor();
    await order.getByText('Newest').click();
    await becomes(page, 'pull');
  });
});
