import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../exports/read-csv.ts';
import { makeFolder, makeLibrary } from './backups.ts';
import { until } from './on-screen.ts';
import { activeRow, openRaidTab, raidBox, raidList, untilRowsBegin, windowClock } from './raid-pages.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 8000);
});
afterAll(() => files.remove());

const players = (page: Page) => page.locator('[data-player-id]');
const openPlayers = () => openRaidTab(library, 'Players', players);

describe('the table of players', () => {
  it('has everybody who took part, most pulls first, with what they did', async () => {
    const { page, call } = await openPlayers();
    const { items, total, raidCount } = await call('raids.players', { ...windowClock, limit: 40 });
    await untilRowsBegin(
      page,
      items.map(({ player }) => player.id),
    );
    expect(await raidList(page).getAttribute('aria-label')).toBe(`${total} players`);
    const [first] = items;
    const row = page.locator(`[data-player-id="${first?.player.id}"]`);
    expect(await row.getByRole('rowheader').innerText()).toBe(first?.player.name);
    expect(await row.locator('[data-column="pulls"]').innerText()).toBe(String(first?.pullCount));
    expect(await row.locator('[data-column="share"]').getAttribute('title')).toBe(
      `${first?.pullCount} of ${raidCount} pulls that list participants`,
    );
  });

  it('is sorted by a column that is clicked, and exported in that order', async () => {
    const { page, call } = await openPlayers();
    await page.getByRole('columnheader', { name: 'HPS' }).getByRole('button').click();
    const { items, total } = await call('raids.players', { ...windowClock, sort: 'hps', limit: 500 });
    await untilRowsBegin(
      page,
      items.map(({ player }) => player.id),
    );
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'CSV', exact: true }).click();
    const done = page.getByTestId('export-done');
    await done.waitFor();
    const [, ...lines] = readCsv(readFileSync((await done.getAttribute('data-path')) ?? '', 'utf8'));
    expect(lines).toHaveLength(total);
    expect(lines.map(([name]) => name)).toEqual(items.map(({ player }) => player.name));
  });

  it('filters by a player and opens one, by keyboard', async () => {
    const { page, call } = await openPlayers();
    await page.locator('#raid-list').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    const id = await activeRow(page);
    const { items } = await call('raids.players', { ...windowClock, limit: 40 });
    const player = items.find((item) => item.player.id === id);
    expect(player).toEqual(items[1]);
    await page.keyboard.press('w');
    await until(page, async () => (await raidBox(page).inputValue()).includes('with:'), 'the filter is in the text');
    const { total } = await call('raids.list', { ...windowClock, query: await raidBox(page).inputValue(), limit: 1 });
    await page.getByTestId('pull-count').getByText(`${total} pulls`).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('tablist', { name: 'Pages of raids' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowLeft');
    await players(page).first().waitFor();
    await until(page, async () => (await activeRow(page)) !== null, 'the player is still chosen');
  });
});
