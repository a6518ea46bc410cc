import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { countedHits, rows, searchBox, until, visibleIds } from './on-screen.ts';
import { openWindow } from './open-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 5000);
});
afterAll(() => files.remove());

function slider(page: Page) {
  return page.getByRole('slider', { name: 'Date' });
}

/** A point of the scrubber, by its share of the height. */
async function pointAt(page: Page, share: number): Promise<{ readonly x: number; readonly y: number }> {
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('The date scrubber is not on screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height * share };
}

async function drag(page: Page, from: number, to: number): Promise<void> {
  const start = await pointAt(page, from);
  const end = await pointAt(page, to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
}

/** Searches for messages of users, and waits until they are counted. */
async function searchRaids(page: Page, query = 'type:user'): Promise<string> {
  await rows(page).first().waitFor();
  const all = await countedHits(page);
  await searchBox(page).fill(query);
  await page.keyboard.press('Enter');
  await until(page, async () => (await countedHits(page)) !== all, 'the hits are counted');
  await page.getByText('Messages found by month').waitFor({ state: 'attached' });
  return countedHits(page);
}

describe('the hits over time', () => {
  it('lead by a click to the day that is under the pointer, in either order', async () => {
    const { page, call } = await openWindow({ library });
    for (const query of ['type:user', 'type:user sort:old']) {
      await searchRaids(page, query);
      const first = (await visibleIds(page))[0];
      const middle = await pointAt(page, 0.5);
      await page.mouse.move(middle.x, middle.y);
      const tip = page.getByText(/^\d{4}-\d\d-\d\d, [\d,]+ (?:of [\d,]+ )?messages?$/u);
      const day = (await tip.innerText()).slice(0, 10);
      await page.mouse.click(middle.x, middle.y);
      await until(page, async () => (await visibleIds(page))[0] !== first, 'the list has jumped');
      await until(page, async () => (await visibleIds(page)).length > 0, 'there are rows');
      const { createdAt } = await call('messages.get', { id: (await visibleIds(page))[0] ?? '' });
      const away = (Date.parse(`${createdAt}Z`) - Date.parse(day)) / 86_400_000;
      expect(Math.abs(away)).toBeLessThan(15);
      await searchBox(page).fill('');
      await until(page, async () => (await searchBox(page).inputValue()) === '', 'the box is empty');
    }
  });

  it('narrow the search by a drag, which says before what it will leave', async () => {
    const { page, call } = await openWindow({ library });
    const before = await searchRaids(page);
    await drag(page, 0.3, 0.6);
    const told = await page.getByTestId('marked-range').innerText();
    const [, from = '', to = '', count = ''] = /^(\S+) – (\S+), ([\d,]+) messages?$/u.exec(told) ?? [];
    expect(await countedHits(page)).toBe(before);
    await page.mouse.up();
    const query = `type:user date:${from}..${to}`;
    await until(page, async () => (await searchBox(page).inputValue()) === query, 'the dates are in the text');
    await page
      .locator('[data-chip]')
      .filter({ hasText: `date: ${from}` })
      .waitFor();
    const { total } = await call('messages.count', { query, timeZone: 'UTC' });
    expect(total.toLocaleString('en')).toBe(count);
    await until(page, async () => (await countedHits(page)).startsWith(`${count} `), 'the hits are counted anew');
  });

  it('are left alone when Escape is pressed during a drag', async () => {
    const { page } = await openWindow({ library });
    await searchRaids(page);
    await drag(page, 0.3, 0.6);
    await page.getByTestId('marked-range').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('marked-range').waitFor({ state: 'detached' });
    await page.mouse.up();
    expect(await searchBox(page).inputValue()).toBe('type:user');
  });

  it('can be used by keyboard: arrows move, Shift marks, Enter narrows', async () => {
    const { page } = await openWindow({ library });
    await searchRaids(page);
    await slider(page).focus();
    const value = async () => Number(await slider(page).getAttribute('aria-valuenow'));
    const newest = await value();
    await page.keyboard.press('PageDown');
    await until(page, async () => (await value()) < newest - 20, 'the list is a month further back');
    await page.keyboard.press('Shift+PageDown');
    await page.getByTestId('marked-range').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('marked-range').waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+PageDown');
    await page.keyboard.press('Enter');
    await until(
      page,
      async () => /^type:user date:\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/u.test(await searchBox(page).inputValue()),
      'the dates are in the text',
    );
  });

  it('scroll the list by the wheel', async () => {
    const { page } = await openWindow({ library });
    await searchRaids(page);
    const middle = await pointAt(page, 0.5);
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.wheel(0, 600);
    await until(
      page,
      () => page.locator('#message-list').evaluate((list) => list.scrollTop > 100),
      'the list has scrolled',
    );
  });
});
