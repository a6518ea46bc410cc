import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { until } from './on-screen.ts';
import { openRaidTab, pulls, raidBox, windowClock } from './raid-pages.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 8000);
});
afterAll(() => files.remove());

const nights = (page: Page) => page.locator('g[data-night]');
const openCalendar = () => openRaidTab(library, 'Calendar', nights);

describe('the calendar', () => {
  it('has a square for each night that the search finds, with its kills, and says the rest', async () => {
    const { page, call } = await openCalendar();
    const list = (await call('raids.nights', windowClock)).nights;
    expect(await nights(page).count()).toBe(list.length);
    const night = list.find(({ killCount }) => killCount > 0);
    const square = page.locator(`g[data-night="${night?.night}"]`);
    expect(await square.locator('+ g').textContent()).toBe(`${Number(night?.night.slice(8))}${night?.killCount}`);
    expect(await square.getAttribute('aria-label')).toContain(`${night?.pullCount} pull`);
    await square.hover();
    await page.getByText(`${night?.killedBossCount} of ${night?.bossCount} boss`).waitFor();
    await raidBox(page).fill('result:kill');
    const kills = (await call('raids.nights', { ...windowClock, query: 'result:kill' })).nights;
    await until(page, async () => (await nights(page).count()) === kills.length, 'nights with kills are left');
  });

  it('narrows the list of pulls to a night that is clicked', async () => {
    const { page, call } = await openCalendar();
    await raidBox(page).fill('difficulty:hard');
    await page.getByRole('button', { name: 'Hard', exact: true, pressed: true }).waitFor();
    const { nights: list } = await call('raids.nights', { ...windowClock, query: 'difficulty:hard' });
    const night = list.at(-2);
    await page.locator(`g[data-night="${night?.night}"]`).click();
    await page.getByTestId('pull-count').getByText(`${night?.pullCount} pull`).waitFor();
    expect(await raidBox(page).inputValue()).toBe(`difficulty:hard night:${night?.night}`);
    await pulls(page).first().waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await nights(page).first().waitFor();
  });

  it('is walked through by the arrow keys, from the newest night on', async () => {
    const { page, call } = await openCalendar();
    const list = (await call('raids.nights', windowClock)).nights;
    await page.keyboard.press('Tab');
    await page.locator('[data-night][tabindex="0"]').focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-night') ?? null);
    expect(await focused()).toBe(list.at(-1)?.night);
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(list.at(-2)?.night);
    await page.keyboard.press('Home');
    expect(await focused()).toBe(list[0]?.night);
    expect(await page.locator('[data-night][tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await pulls(page).first().waitFor();
    expect(await raidBox(page).inputValue()).toBe(`night:${list[0]?.night}`);
  });

  it('has a month and a year to click', async () => {
    const { page, call } = await openCalendar();
    const newest = (await call('raids.nights', windowClock)).nights.at(-1)?.night ?? '';
    await page
      .locator('svg text', { hasText: newest.slice(0, 4) })
      .first()
      .click();
    await pulls(page).first().waitFor();
    expect(await raidBox(page).inputValue()).toBe(`night:${newest.slice(0, 4)}`);
  });

  it('offers its nights as a table, newest first', async () => {
    const { page, call } = await openCalendar();
    const list = (await call('raids.nights', windowClock)).nights;
    await page.getByText('Table', { exact: true }).click();
    const first = page.getByRole('table').locator('tbody tr').first().locator('td');
    const newest = list.at(-1);
    expect((await first.allInnerTexts()).slice(0, 5)).toEqual([
      newest?.night,
      new Intl.DateTimeFormat('en-GB', { weekday: 'long' }).format(new Date(`${newest?.night}T12:00:00`)),
      String(newest?.pullCount),
      String(newest?.killCount),
      String(newest?.wipeCount),
    ]);
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(list.length);
  });
});
