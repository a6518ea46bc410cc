import { rmSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import type { BossProgress } from '../../shared/raids/progress-types.ts';
import { faultsOf } from './axe.ts';
import { makeFolder, makeLibrary } from './backups.ts';
import { until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import { openPulls, openTab, pulls, raidBox } from './raid-pages.ts';
import type { TestWindow, WindowOptions } from './start-window.ts';

const files = makeFolder();
const manyFiles = makeFolder();
let library = '';
/** More than a thousand pulls of one boss. */
let many = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 4000, (path) => {
    rmSync(path);
    writeSampleBackup(path, { messageCount: 4000, raidCount: 240 });
  });
  many = await makeLibrary(manyFiles.path, 2000, (path) => {
    rmSync(path);
    writeSampleBackup(path, { messageCount: 2000, raidCount: 1100 });
    const database = openDatabase(path);
    database.exec(`UPDATE raids SET boss_name = 'Voidmaw', difficulty = 'hard'`);
    database.close();
  });
});
afterAll(() => {
  files.remove();
  manyFiles.remove();
});

const overview = (page: Page): Locator => page.getByRole('table', { name: 'Progression by boss and difficulty' });
const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Pull' });
const chosenRange = (page: Page): Locator => page.getByTestId('chosen-range');
const factOf = (page: Page, term: string): Locator =>
  page
    .locator('dl > div')
    .filter({ hasText: new RegExp(`^${term}`, 'u') })
    .locator('dd');

async function openOverview(options: WindowOptions = {}): Promise<TestWindow> {
  const window = await openWindow({ library, ...options });
  await openPulls(window.page);
  await openTab(window.page, 'Progression');
  await overview(window.page).waitFor();
  return window;
}

/** As if the person had left the window on the page of this boss. */
async function goToBoss({ page, call }: TestWindow, { boss, difficulty }: BossProgress, query = ''): Promise<void> {
  const path = ['boss', difficulty, boss].map(encodeURIComponent).join('/');
  await call('session.save', { view: 'raids', query, path, position: null });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: boss }).waitFor();
  await slider(page).waitFor();
}

/** A window on the boss with most pulls among those that were killed, with the answer that it shows. */
async function openBoss(options: WindowOptions = {}) {
  const window = await openWindow({ library, ...options });
  const { bosses } = await window.call('raids.progression', {});
  const [most] = bosses
    .filter(({ killCount, wipeCount }) => killCount > 0 && wipeCount > 0)
    .toSorted((one, other) => other.pullCount - one.pullCount);
  if (most === undefined) throw new Error('The sample has no killed boss');
  await goToBoss(window, most);
  return { ...window, ...(await window.call('raids.bossPulls', { boss: most.boss, difficulty: most.difficulty })) };
}

/** Bosses of the table from top to bottom, each with its difficulty. */
async function shownBosses(page: Page): Promise<readonly string[]> {
  return page
    .locator('tr[data-boss]')
    .evaluateAll((rows) =>
      rows.map((row) => `${row.getAttribute('data-boss')} ${row.getAttribute('data-difficulty')}`),
    );
}

const nameOf = ({ boss, difficulty }: BossProgress) => `${boss} ${difficulty}`;

/** A place in the chart over a pull's number, CSS pixels of the window. */
async function placeOf(page: Page, number: number, count: number) {
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('The chart is not on screen');
  return { x: box.x + (box.width * (number - 0.5)) / count, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: number, to: number, count: number): Promise<void> {
  const [start, end] = [await placeOf(page, from, count), await placeOf(page, to, count)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
}

describe('progression', () => {
  it('lists every boss and difficulty, the latest pulled first, with the channel’s figures', async () => {
    const { page, call } = await openOverview();
    const { bosses } = await call('raids.progression', {});
    expect(await shownBosses(page)).toEqual(bosses.map(nameOf));
    const [first] = bosses;
    const cells = await page.locator('tr[data-boss]').first().locator('td').allInnerTexts();
    expect(cells.slice(0, 3)).toEqual([first?.pullCount, first?.nightCount, first?.killCount].map(String));
  });

  it('is sorted by any column, and grouped by difficulty', async () => {
    const { page, call } = await openOverview();
    const { bosses } = await call('raids.progression', {});
    await overview(page).getByRole('button', { name: 'Pulls' }).click();
    const most = Math.max(...bosses.map(({ pullCount }) => pullCount));
    expect(await page.locator('tr[data-boss] td').first().innerText()).toBe(String(most));
    await page.getByLabel('By difficulty').click();
    const groups = await overview(page).locator('th[scope="rowgroup"]').allInnerTexts();
    const hardestFirst = ['Mythic', 'Hard', 'Normal'].filter((name) =>
      bosses.some(({ difficulty }) => difficulty === name.toLowerCase()),
    );
    expect(groups.map((text) => text.split(' ')[0])).toEqual(hardestFirst);
  });

  it('counts the raids of one guild, says what makes them its own, and keeps it on the way back', async () => {
    const { page, call } = await openOverview();
    const [guild] = await call('raids.listGuilds', {});
    if (guild === undefined) throw new Error('The sample has no guild that raids');
    await page.getByRole('combobox', { name: 'Raids of' }).click();
    await page.getByRole('option', { name: `${guild.guild.name} (${guild.server.name})` }).click();
    const note = 'A raid belongs to a guild when more than half of its participants are members.';
    await page.getByText(note).waitFor();
    const { bosses } = await call('raids.progression', { guildId: guild.guild.id });
    await until(page, async () => (await shownBosses(page)).length === bosses.length, 'only its bosses are shown');
    await page.locator('tr[data-boss] th button').first().click();
    await slider(page).waitFor();
    expect(await factOf(page, 'Pulls').innerText()).toContain(`${bosses[0]?.pullCount} on`);
    await page.getByText(note).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await overview(page).waitFor();
    expect(await shownBosses(page)).toEqual(bosses.map(nameOf));
  });

  it('is of the raids that the search finds', async () => {
    const { page, call } = await openOverview();
    await raidBox(page).fill('result:kill');
    const { bosses } = await call('raids.progression', { query: 'result:kill' });
    await until(page, async () => (await shownBosses(page)).length === bosses.length, 'only killed bosses are shown');
  });

  it('leads to the first kill', async () => {
    const { page, call } = await openOverview();
    const { bosses } = await call('raids.progression', {});
    const killed = bosses.find(({ firstKill }) => firstKill !== null);
    await page
      .getByTitle(/^Open the first kill/u)
      .first()
      .click();
    await page.locator(`[data-testid="raid-page"][data-raid-id="${killed?.firstKill?.raidId}"]`).waitFor();
  });

  it('is exported as it is', async () => {
    const { page, call } = await openOverview();
    const { bosses } = await call('raids.progression', {});
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Markdown table' }).first().click();
    await page.getByText(`${bosses.length} rows copied`).waitFor();
  });
});

describe('the page of a boss', () => {
  it('says how many pulls and how long the first kill took', async () => {
    const { page, progress } = await openBoss();
    expect(await factOf(page, 'Pulls').innerText()).toBe(`${progress.pullCount} on ${progress.nightCount} nights`);
    expect(await factOf(page, 'First kill').innerText()).toContain(`after ${progress.firstKill?.pullCount} pulls`);
  });

  it('is walked from pull to pull with the keyboard, and Enter opens one', async () => {
    const { page, pulls: answered } = await openBoss();
    await slider(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const second = answered[1];
    const said = await slider(page).getAttribute('aria-valuetext');
    expect(said).toContain('Pull 2, ');
    expect(said).toContain(`night of ${second?.night}`);
    await page.keyboard.press('Enter');
    await page.locator(`[data-testid="raid-page"][data-raid-id="${second?.raidId}"]`).waitFor();
  });

  it('opens the pull that is clicked in the chart', async () => {
    const { page, pulls: answered } = await openBoss();
    const { x, y } = await placeOf(page, 3, answered.length);
    await page.mouse.click(x, y);
    await page.locator(`[data-testid="raid-page"][data-raid-id="${answered[2]?.raidId}"]`).waitFor();
  });

  it('chooses a range by dragging, and compares its pulls', async () => {
    const { page, pulls: answered } = await openBoss();
    await drag(page, 2, 4, answered.length);
    await chosenRange(page).getByText('Pulls 2 to 4').waitFor();
    await chosenRange(page).getByRole('button', { name: 'Compare these 3' }).click();
    await page.getByRole('heading', { name: /3 pulls side by side$/u }).waitFor();
  });

  it('chooses a range with Shift, and Escape lets it go', async () => {
    const { page } = await openBoss();
    await slider(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await chosenRange(page).getByText('Pulls 2 to 4').waitFor();
    await page.keyboard.press('Escape');
    await chosenRange(page).getByText('Drag across the chart').waitFor();
  });

  it('compares the first kill with the best wipe', async () => {
    const { page, pulls: answered } = await openBoss();
    await page.getByRole('button', { name: 'First kill beside best wipe' }).click();
    const table = page.getByRole('table', { name: 'Figures of the pulls' });
    await table.waitFor();
    const wipes = answered.filter(({ result }) => result === 'wipe').map(({ healthLeft }) => healthLeft);
    const healths = await table.locator('td[data-pull-figure="health"] > span:first-child').allInnerTexts();
    expect(healths.slice(0, 2)).toEqual(['0 %', `${Math.min(...wipes)} %`]);
  });

  it('shows its nights in a chart and a table, which leads to the pulls of one of them', async () => {
    const { page, nights, progress } = await openBoss();
    const table = page.getByRole('table', { name: 'Nights of this boss' });
    expect(await table.locator('tbody tr').count()).toBe(nights.length);
    const night = page.getByRole('slider', { name: 'Night' });
    await night.focus();
    await page.keyboard.press('End');
    const last = nights.at(-1);
    expect(await night.getAttribute('aria-valuetext')).toContain(`Night of ${last?.night}, ${last?.pullCount} pull`);
    await table.getByRole('button', { name: last?.night ?? '' }).click();
    await pulls(page).first().waitFor();
    expect(await raidBox(page).inputValue()).toBe(
      `night:${last?.night} boss:"${progress.boss}" difficulty:${progress.difficulty}`,
    );
  });

  it('shows the same as a table, and exports it', async () => {
    const { page, pulls: answered } = await openBoss();
    await page
      .getByRole('radiogroup', { name: /^Health left by pull/u })
      .getByText('Table')
      .click();
    const table = page.getByRole('table', { name: 'Health left by pull' });
    expect(await table.locator('tbody tr').count()).toBe(answered.length);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Markdown table' }).first().click();
    await page.getByText(`${answered.length} rows copied`).waitFor();
  });

  it('says that no raid has such a boss, and leads back', async () => {
    const window = await openWindow({ library });
    await window.call('session.save', { view: 'raids', query: '', path: 'boss/mythic/Nobody', position: null });
    await window.page.reload();
    await window.page.locator('[data-error-code="not_found"]').waitFor();
    await window.page.getByRole('button', { name: 'Show the list of pulls' }).click();
    await pulls(window.page).first().waitFor();
  });
});

describe('a thousand pulls of a boss', () => {
  it('are drawn with few elements, and still walked one by one', async () => {
    const window = await openWindow({ library: many });
    const { page, call } = window;
    const [boss] = (await call('raids.progression', {})).bosses;
    if (boss === undefined) throw new Error('no boss');
    expect(boss.pullCount).toBeGreaterThan(1000);
    await goToBoss(window, boss);
    const chart = page.locator('svg[aria-label="Health left by pull"]');
    expect(await chart.locator('*').count()).toBeLessThan(400);
    await slider(page).focus();
    await page.keyboard.press('Home');
    for (let step = 0; step < 10; step++) await page.keyboard.press('PageUp');
    expect(await slider(page).getAttribute('aria-valuetext')).toContain('Pull 101, ');
  });

  it('of which a long range is chosen are compared by the best twelve', async () => {
    const window = await openWindow({ library: many });
    const { page, call } = window;
    const [boss] = (await call('raids.progression', {})).bosses;
    if (boss === undefined) throw new Error('no boss');
    await goToBoss(window, boss);
    await drag(page, 100, 600, boss.pullCount);
    await chosenRange(page).getByRole('button', { name: 'Compare the best 12 of them' }).click();
    await page.getByRole('heading', { name: /12 pulls side by side$/u }).waitFor();
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('axe finds no serious fault on progression or a boss’s page', async () => {
    const { page } = await openOverview({ colorScheme });
    await page.getByLabel('By difficulty').click();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('tr[data-boss] th button').first().click();
    await slider(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('text of twice the size', () => {
  it('fits the smallest window without being cut off at the side', async () => {
    const { page } = await openOverview({ width: 900, height: 600 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const overflows = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(await overflows()).toBe(false);
    await page.locator('tr[data-boss] button').first().click();
    await slider(page).waitFor();
    expect(await overflows()).toBe(false);
  });
});
