import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/library/open-database.ts';
import { faultsOf } from './axe.ts';
import { makeFolder, makeLibrary } from './backups.ts';
import { until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import { makeRaidLibrary, raids } from './raid-backup.ts';
import { openPulls, openTab, pulls, raidBox } from './raid-pages.ts';

const files = makeFolder();
let library = '';
let withoutMessages = '';
let withoutRaids = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 8000);
  withoutMessages = await makeLibrary(files.path, 2000, (path) =>
    empty(path, ['message_reactions', 'messages', 'direct_messages']),
  );
  withoutRaids = await makeLibrary(files.path, 1000, (path) => empty(path, ['raid_participants', 'raids']));
});
afterAll(() => files.remove());

function empty(path: string, tables: readonly string[]): void {
  const database = openDatabase(path);
  database.pragma('foreign_keys = OFF');
  for (const table of tables) database.exec(`DELETE FROM ${table}`);
  database.close();
}

type Visit = (screen: string) => Promise<void>;

/** Goes through the pages over the raids of a query, and calls `visit` on each. */
async function tour(page: Page, visit: Visit): Promise<void> {
  await openPulls(page);
  await pulls(page).first().getByRole('checkbox').click();
  await page.getByTestId('chosen-pulls').getByText('1 pull chosen').waitFor();
  await visit('pulls by night');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Deaths' }).waitFor();
  await visit('columns');
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Result' }).getByRole('button').click();
  await page.locator('[aria-sort="ascending"]').waitFor();
  await visit('pulls by result');
  await openTab(page, 'Calendar');
  await page.locator('g[data-night]').first().waitFor();
  await visit('calendar');
  await openTab(page, 'Players');
  await page.locator('[data-player-id]').first().waitFor();
  await visit('players');
  await page.getByTestId('night-clock').click();
  await page.getByRole('dialog', { name: 'Raid nights' }).waitFor();
  await visit('hour of the night');
  await page.keyboard.press('Escape');
  await raidBox(page).fill('players:>500');
  await page.getByTestId('no-pulls').waitFor();
  await visit('nothing found');
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('axe finds no serious fault on the pages of raids', async () => {
    const { page } = await openWindow({ library, colorScheme });
    const faults: Record<string, readonly string[]> = {};
    await tour(page, async (screen) => {
      const found = await faultsOf(page);
      if (found.length > 0) faults[screen] = found;
    });
    expect(faults).toEqual({});
  });
});

describe('text of twice the size', () => {
  it('fits the smallest window without being cut off at the side', async () => {
    const { page } = await openWindow({ library, width: 900, height: 600 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const cut: string[] = [];
    await tour(page, async (screen) => {
      const isWhole = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      if (!isWhole) cut.push(screen);
    });
    expect(cut).toEqual([]);
  });
});

describe('a library', () => {
  it('without messages shows its raids', async () => {
    const { page } = await openWindow({ library: withoutMessages });
    await page.getByTestId('empty-library').waitFor();
    await openPulls(page);
    expect(await pulls(page).count()).toBeGreaterThan(0);
  });

  it('without raids says so, and how to get some', async () => {
    const { page } = await openWindow({ library: withoutRaids });
    await page.getByRole('button', { name: 'Raids', exact: true }).click();
    await page.getByRole('heading', { name: /^No raids in /u }).waitFor();
    await page.getByRole('button', { name: /^Import a backup/u }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('a pull whose row does not fit together', () => {
  it('has a dash where a figure is not known, and a sign that says why', async () => {
    const { page } = await openWindow({ library: await makeRaidLibrary(files.path) });
    await openPulls(page);
    const row = page.locator(`[data-raid-id="${raids.backwards}"]`);
    const length = row.locator('[data-column="duration"]');
    expect([await length.innerText(), await length.getAttribute('title')]).toEqual([
      '–',
      'It ends before it starts, and no length is recorded.',
    ]);
    await row.getByTitle('The backup says that this pull ends before it starts.').waitFor();
    const empty = page.locator(`[data-raid-id="${raids.empty}"]`);
    expect(await empty.locator('[data-column="dps"]').getAttribute('title')).toBe('The backup lists no participants.');
    await empty.getByTitle('only that there were 8 players').waitFor();
    expect(await page.locator(`[data-raid-id="${raids.zero}"] [data-column="dps"]`).innerText()).toBe('0/s');
  });
});

describe('the hour at which a night begins', () => {
  it('is changed beside the list, and the nights with it', async () => {
    const { page, call } = await openWindow({ library });
    await openPulls(page);
    expect(await page.getByTestId('night-clock').innerText()).toMatch(/^Nights run 06:00–06:00 /u);
    await page.getByTestId('night-clock').click();
    await page.getByRole('combobox', { name: 'A raid night begins at' }).click();
    await page.getByRole('option', { name: '21:00' }).click();
    await page.getByTestId('night-clock').getByText('21:00–21:00').waitFor();
    const { nights } = await call('raids.nights', { timeZone: 'local', nightStartHour: 21 });
    const before = await call('raids.nights', { timeZone: 'local', nightStartHour: 6 });
    expect(nights).not.toEqual(before.nights);
    const newest = nights.at(-1);
    const row = page.locator(`#raid-list [data-night="${newest?.night}"] [data-figure="pulls"]`);
    await until(
      page,
      async () => (await row.first().innerText()).startsWith(`${newest?.pullCount} pull`),
      'the newest night is the one that begins at 21:00',
    );
    expect((await call('settings.get', {})).nightStartHour).toBe(21);
  });

  it('is among the settings', async () => {
    const { page } = await openWindow({ library });
    await page.getByRole('button', { name: 'Settings' }).click();
    const select = page
      .getByRole('dialog', { name: 'Settings' })
      .getByRole('combobox', { name: 'A raid night begins at' });
    expect(await select.inputValue()).toBe('06:00');
  });
});
