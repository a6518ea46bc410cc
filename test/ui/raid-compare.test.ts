import { readFileSync, rmSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import type { RaidDifficulty } from '../../shared/raids/types.ts';
import { readCsv } from '../exports/read-csv.ts';
import { faultsOf } from './axe.ts';
import { makeFolder, makeLibrary } from './backups.ts';
import { until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import { makeRaidLibrary, raids } from './raid-backup.ts';
import { openPulls, pulls } from './raid-pages.ts';
import type { TestWindow, WindowOptions } from './start-window.ts';

const files = makeFolder();
const sampleFiles = makeFolder();
/** Pulls with figures that are easy to check. */
let library = '';
/** Nights of several guilds. */
let sample = '';
beforeAll(async () => {
  library = await makeRaidLibrary(files.path);
  sample = await makeLibrary(sampleFiles.path, 4000, (path) => {
    rmSync(path);
    writeSampleBackup(path, { messageCount: 4000, raidCount: 240 });
  });
});
afterAll(() => {
  files.remove();
  sampleFiles.remove();
});

/** As if the person had left the window on this page. */
async function goTo({ page, call }: TestWindow, path: string, query = ''): Promise<void> {
  await call('session.save', { view: 'raids', query, path, position: null });
  await page.reload();
}

async function openComparison(ids: readonly string[], options: WindowOptions = {}): Promise<TestWindow> {
  const window = await openWindow({ library, ...options });
  await goTo(window, ['compare', ...ids].map(encodeURIComponent).join('/'));
  await figures(window.page).waitFor();
  return window;
}

const figures = (page: Page): Locator => page.getByRole('table', { name: 'Figures of the pulls' });
const players = (page: Page): Locator => page.getByRole('table', { name: 'Players of the pulls' });

/** What the cells of a figure say, from left to right. */
async function cellsOf(page: Page, figure: string): Promise<readonly string[]> {
  const cells = await figures(page).locator(`td[data-pull-figure="${figure}"]`).allInnerTexts();
  return cells.map((text) => text.replaceAll(/\s+/gu, ' ').trim());
}

/** The cells of one player, without the name. */
async function cellsOfPlayer(page: Page, playerId: string): Promise<readonly string[]> {
  const cells = await players(page).locator(`tr[data-player="${playerId}"] td`).allInnerTexts();
  return cells.map((text) => text.replaceAll(/\s+/gu, ' ').trim());
}

/** Of all heads at one moment: one that is taken away meanwhile would be waited for. */
function headsOf(page: Page): Promise<readonly (string | null)[]> {
  return figures(page)
    .locator('thead th')
    .evaluateAll((heads) => heads.slice(1).map((head) => head.getAttribute('aria-label')));
}

describe('pulls side by side', () => {
  it('show their figures with signed differences to the first one, and which way is better', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    expect(await headsOf(page)).toEqual(['A: pull 1', 'B: pull 3', 'Median of 3 pulls']);
    expect(await cellsOf(page, 'health')).toEqual(['40 %', '0 % −40 points better', '12 % −28 points better']);
    expect(await cellsOf(page, 'duration')).toEqual(['3:20', '5:00 +1:40 longer', '4:40 +1:20 longer']);
    expect(await cellsOf(page, 'deaths')).toEqual(['0', '1 +1 worse', '1 +1 worse']);
    expect(await cellsOf(page, 'damage')).toEqual(['2.50 k/s', '3.33 k/s +833/s better', '2.86 k/s +357/s better']);
  });

  it('are compared with another pull once that is made the reference, by its button or in the list', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    await page.getByRole('button', { name: 'Make reference B: pull 3' }).click();
    expect((await cellsOf(page, 'deaths')).slice(0, 2)).toEqual(['0 −1 better', '1']);
    await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'Median of 3 pulls' });
    expect(await cellsOf(page, 'health')).toEqual(['40 % +28 points worse', '0 % −12 points better', '12 %']);
  });

  it('can be taken away and added: the best of the series, the one before or after', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.secondWipe]);
    expect(await headsOf(page)).toEqual(['A: pull 1', 'B: pull 2', 'Best: pull 3', 'Median of 3 pulls']);
    await page.getByRole('button', { name: 'Add a pull' }).click();
    await page.getByRole('menuitem', { name: 'The best pull of the series' }).click();
    await until(page, async () => (await headsOf(page))[2] === 'C: pull 3', 'the best pull is chosen');
    await page.getByRole('button', { name: 'Remove B: pull 2 from the comparison' }).click();
    await until(page, async () => (await headsOf(page))[1] === 'B: pull 3', 'the second pull is gone');
    await page.getByRole('button', { name: 'Remove A: pull 1 from the comparison' }).click();
    await until(page, async () => (await headsOf(page))[0] === 'A: pull 3', 'the first pull is gone');
    await page.getByRole('button', { name: 'Add a pull' }).click();
    await page.getByRole('menuitem', { name: 'The pull before A (pull 3)' }).click();
    await until(page, async () => (await headsOf(page))[1] === 'B: pull 2', 'the pull before is added');
  });

  it('are taken along to the list, to choose others there', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    await page.getByRole('button', { name: 'Add a pull' }).click();
    await page.getByRole('menuitem', { name: /^Choose in the list/u }).click();
    await pulls(page).first().waitFor();
    await page.getByTestId('chosen-pulls').getByText('2 pulls chosen').waitFor();
  });

  it('have their figures and the data of their curves exported', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    await page.getByRole('button', { name: 'Export figures' }).click();
    await page.getByRole('menuitem', { name: 'For a spreadsheet (TSV)' }).click();
    await page.getByText('6 rows copied').waitFor();
    await page.getByRole('button', { name: 'Save Boss health from the pull' }).click();
    await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
    const done = page.getByTestId('export-done');
    await done.waitFor();
    const [heading = [], ...lines] = readCsv(readFileSync((await done.getAttribute('data-path')) ?? '', 'utf8'));
    expect(heading.length).toBeGreaterThan(1);
    expect(lines.length).toBeGreaterThan(2);
  });

  it('lead to the pull itself, and back', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    await figures(page).getByRole('button', { name: 'Voidmaw' }).nth(1).click();
    await page.locator(`[data-testid="raid-page"][data-raid-id="${raids.kill}"]`).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await figures(page).waitFor();
  });

  it('of different bosses have no median, and say why', async () => {
    const { page } = await openComparison([raids.kill, raids.large]);
    expect(await headsOf(page)).toEqual([
      'A: Voidmaw, Mythic, pull 3 of Ashen Vow',
      'B: Worldroot, Mythic, pull 1 of Brana',
    ]);
    await page.getByText('There is no median: these pulls are of different bosses.').waitFor();
  });

  it('that have no length or no participants show a dash, and no difference to it', async () => {
    const { page } = await openComparison([raids.kill, raids.empty, raids.backwards]);
    expect(await cellsOf(page, 'deaths')).toEqual(['1', '–', '0 −1 better']);
    expect(await cellsOf(page, 'duration')).toEqual(['5:00', '1:00 −4:00 shorter', '–']);
    expect(await cellsOf(page, 'players')).toEqual(['5', '8 +3 larger', '5 same']);
  });

  it('say that one is gone, and lead back', async () => {
    const window = await openWindow({ library });
    await goTo(window, `compare/${raids.kill}/no-such-raid`);
    await window.page.locator('[data-error-code="not_found"]').waitFor();
    await window.page.getByRole('button', { name: 'Show the list of pulls' }).click();
    await pulls(window.page).first().waitFor();
  });

  it('can be but one, beside the best of its series and the median', async () => {
    const { page } = await openComparison([raids.secondWipe]);
    await page.getByRole('button', { name: 'Compare with the median' }).click();
    expect((await cellsOf(page, 'health'))[0]).toBe('12 % same');
    await page.getByRole('button', { name: 'Compare with the best pull' }).click();
    await until(page, async () => (await headsOf(page))[1] === 'B: pull 3', 'the best pull is beside it');
  });

  it('are at most twelve', async () => {
    const window = await openWindow({ library: sample });
    const { items } = await window.call('raids.list', { sort: 'began', limit: 14 });
    await goTo(window, ['compare', ...items.map(({ id }) => id)].join('/'));
    await window.page.getByRole('heading', { name: /12 pulls side by side$/u }).waitFor();
    expect(await window.page.getByRole('button', { name: 'Add a pull' }).isDisabled()).toBe(true);
  });
});

describe('the health curves', () => {
  it('are read at any moment with the keyboard, without anything made up between two messages', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    const slider = page.getByRole('slider', { name: 'Moment of the pull' });
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toContain('0:00, A 100 %, B 100 %');
    for (let count = 0; count < 2; count++) await page.keyboard.press('PageUp');
    expect(await slider.getAttribute('aria-valuetext')).toContain('1:00, A 100 %, B 70 %');
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toContain('A over');
  });

  it('can be switched off one by one', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    const toggle = page.getByRole('group', { name: 'Lines of the chart' }).getByRole('button', { name: 'B pull 3' });
    expect(await page.locator('[data-line="B"]').count()).toBe(1);
    await toggle.click();
    expect(await page.locator('[data-line="B"]').count()).toBe(0);
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
  });

  it('are a table as well', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    await page
      .getByRole('radiogroup', { name: /^Boss health from the pull/u })
      .getByText('Table')
      .click();
    const table = page.getByRole('table', { name: 'Boss health from the pull' });
    const row = table.getByRole('row').filter({ hasText: '1:20' });
    expect((await row.innerText()).split('\t').slice(0, 3)).toEqual(['1:20', '100 %', '61 %']);
  });

  it('say which pulls no message tells of', async () => {
    const { page } = await openComparison([raids.kill, raids.unmeasured]);
    await page.getByText('Without a curve, as no message tells the boss’s health: B.').waitFor();
  });
});

describe('the players of compared pulls', () => {
  it('stand in one row each, by the figure of their role, with the difference to the reference', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    expect(await cellsOfPlayer(page, 'p2')).toEqual(['Priest', '1.00 k/s', '1.33 k/s +333/s better']);
    expect(await cellsOfPlayer(page, 'p3')).toEqual(['Mage', '1.25 k/s', '1.67 k/s +417/s better']);
    await page.getByRole('radiogroup', { name: 'Figure of the players' }).getByText('Deaths').click();
    expect(await cellsOfPlayer(page, 'p3')).toEqual(['Mage', '0', '1 +1 worse']);
  });

  it('have a dash where they took no part', async () => {
    const { page } = await openComparison([raids.kill, raids.large]);
    expect(await cellsOfPlayer(page, 'p2')).toEqual(['Priest', '1.33 k/s', '–']);
    expect(await players(page).locator('tr[data-player]').count()).toBe(45);
  });

  it('are sorted by any column within their role', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    const order = async () => {
      const rows = await players(page).locator('tr[data-player]').all();
      return (await Promise.all(rows.map((row) => row.getAttribute('data-player')))).join(' ');
    };
    await players(page).getByRole('button', { name: 'By role, B pull 3' }).click();
    expect(await order()).toBe('p1 p2 p3 p4 p5');
    await players(page).getByRole('button', { name: 'By role, B pull 3' }).click();
    expect(await order()).toBe('p1 p2 p5 p4 p3');
    expect(await players(page).locator('th[aria-sort="ascending"]').count()).toBe(1);
  });

  it('hide columns, and are exported with those that are shown', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByLabel('Class', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'A: pull 1' }).click();
    await page.keyboard.press('Escape');
    expect(await cellsOfPlayer(page, 'p2')).toEqual(['1.33 k/s +333/s better']);
    await page.getByRole('region', { name: 'Players' }).getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Markdown table' }).first().click();
    await page.getByText('5 rows copied').waitFor();
  });

  it('equal the channel’s answer for every player of the sample', async () => {
    const window = await openWindow({ library: sample });
    const { items } = await window.call('raids.list', { query: 'result:kill', sort: 'began', limit: 3 });
    const ids = items.map(({ id }) => id);
    await goTo(window, ['compare', ...ids].join('/'));
    await players(window.page).waitFor();
    const answer = await window.call('raids.compare', { ids });
    const everybody = new Set(answer.pulls.flatMap(({ participants }) => participants.map(({ player }) => player.id)));
    const rows = await players(window.page).locator('tr[data-player]').all();
    const shown = await Promise.all(rows.map((row) => row.getAttribute('data-player')));
    expect(shown.toSorted()).toEqual([...everybody].toSorted());
  });
});

describe('one player across pulls', () => {
  /** A window on the page of the player with most pulls, with that answer. */
  async function openPlayer(options: WindowOptions = {}, query = '') {
    const window = await openWindow({ library: sample, ...options });
    const [most] = (await window.call('raids.players', { sort: 'pulls', limit: 1 })).items;
    const playerId = most?.player.id ?? '';
    await goTo(window, `player/${encodeURIComponent(playerId)}`, query);
    await window.page.getByRole('grid').waitFor();
    return { ...window, playerId, ...(await window.call('raids.playerPulls', { playerId, query, limit: 500 })) };
  }
  const rowsOf = (page: Page) => page.getByRole('grid').locator('[data-raid-id]');
  const factOf = (page: Page, term: string) => page.locator('dl > div').filter({ hasText: term }).locator('dd');

  it('shows the facts that the channel answers, and the newest pull first', async () => {
    const { page, player, total, items, median, call, playerId } = await openPlayer();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(player.name);
    expect(await factOf(page, 'Pulls').innerText()).toBe(String(total));
    const kills = items.filter(({ raid }) => raid.result === 'kill').length;
    await until(page, async () => (await factOf(page, 'Kills').innerText()) === String(kills), 'kills are counted');
    expect(await factOf(page, 'Median percentile').innerText()).toBe(String(Math.round(median.percentile ?? 0)));
    expect(await rowsOf(page).first().getAttribute('data-raid-id')).toBe(items[0]?.raid.id);
    expect((await call('raids.playerPulls', { playerId })).total).toBe(total);
  });

  it('is narrowed to a boss and a difficulty by chips, which are the search itself', async () => {
    const { page, items } = await openPlayer();
    const boss = items.find(({ raid }) => raid.result === 'wipe')?.raid.boss ?? '';
    const chip = page.getByRole('group', { name: 'Narrow the pulls' }).getByRole('button', { name: boss });
    await chip.click();
    const expected = items.filter(({ raid }) => raid.boss === boss);
    await page.getByRole('grid', { name: `${expected.length} pull` }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Search pulls' }).inputValue()).toBe(`boss:"${boss}"`);
    const difficulty: RaidDifficulty = expected[0]?.raid.difficulty ?? 'normal';
    const name = difficulty.charAt(0).toUpperCase() + difficulty.slice(1);
    await page.getByRole('group', { name: 'Narrow the pulls' }).getByRole('button', { name }).click();
    const both = expected.filter(({ raid }) => raid.difficulty === difficulty);
    await page.getByRole('grid', { name: `${both.length} pull` }).waitFor();
    await chip.click();
    const ofDifficulty = items.filter(({ raid }) => raid.difficulty === difficulty);
    await page.getByRole('grid', { name: `${ofDifficulty.length} pull` }).waitFor();
  });

  it('chooses pulls with Space, and compares them', async () => {
    const { page, items } = await openPlayer();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByTestId('chosen-player-pulls').getByText('2 pulls chosen').waitFor();
    await page.keyboard.press('c');
    await figures(page).waitFor();
    const bosses = await figures(page).locator('thead th button[title^="Open "]').allInnerTexts();
    expect(bosses.slice(0, 2)).toEqual(items.slice(0, 2).map(({ raid }) => raid.boss));
  });

  it('opens a pull with Enter, from the table and from the chart', async () => {
    const { page, items } = await openPlayer();
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator(`[data-testid="raid-page"][data-raid-id="${items[1]?.raid.id}"]`).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    const slider = page.getByRole('slider', { name: 'Pull of the player' });
    await slider.focus();
    await page.keyboard.press('End');
    const newest = items.find(({ participant }) => participant.percentile !== null);
    expect(await slider.getAttribute('aria-valuetext')).toContain(
      `Percentile ${Math.round(newest?.participant.percentile ?? 0)}, ${newest?.raid.boss}`,
    );
    await page.keyboard.press('Enter');
    await page.locator(`[data-testid="raid-page"][data-raid-id="${newest?.raid.id}"]`).waitFor();
  });

  it('is exported with the columns that are shown', async () => {
    const { page, total, call } = await openPlayer();
    await call('settings.update', { hiddenColumns: { playerPulls: ['class', 'uptime'] } });
    await page.reload();
    await page.getByRole('grid').waitFor();
    await page.getByRole('columnheader', { name: 'Class' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Markdown table' }).first().click();
    await page.getByText(`${total} rows copied`).waitFor();
  });

  it('says that the search finds none of the player’s pulls', async () => {
    const window = await openWindow({ library: sample });
    const [most] = (await window.call('raids.players', { sort: 'pulls', limit: 1 })).items;
    await goTo(window, `player/${most?.player.id}`, 'boss:"Hollow King" duration:>5h');
    await window.page.getByText('This player took part in no pull that the search finds.').waitFor();
  });

  it('says that the player is gone', async () => {
    const window = await openWindow({ library: sample });
    await goTo(window, 'player/nobody');
    await window.page.locator('[data-error-code="not_found"]').waitFor();
  });

  it('is reached from the table of players side by side', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.kill]);
    await players(page).locator('tr[data-player="p1"] button').click();
    await page.getByRole('heading', { level: 1, name: 'Brana' }).waitFor();
    expect(await factOf(page, 'Roles').innerText()).toMatch(/^Tank \d+$/u);
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('axe finds no serious fault on a comparison or a player’s page', async () => {
    const window = await openComparison([raids.firstWipe, raids.secondWipe, raids.large], { colorScheme });
    await players(window.page).waitFor();
    expect(await faultsOf(window.page)).toEqual([]);
    await players(window.page).locator('tr[data-player="p1"] button').click();
    await window.page.getByRole('grid').waitFor();
    expect(await faultsOf(window.page)).toEqual([]);
  });
});

describe('text of twice the size', () => {
  it('fits the smallest window without being cut off at the side', async () => {
    const { page } = await openComparison([raids.firstWipe, raids.secondWipe, raids.large], {
      width: 900,
      height: 600,
    });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const overflows = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(await overflows()).toBe(false);
    await players(page).locator('tr[data-player="p1"] button').click();
    await page.getByRole('grid').waitFor();
    expect(await overflows()).toBe(false);
  });
});

it('the list of pulls leads to a comparison of those chosen in it', async () => {
  const { page } = await openWindow({ library });
  await openPulls(page);
  await page.locator(`[data-raid-id="${raids.firstWipe}"] input`).click();
  await page.locator(`[data-raid-id="${raids.kill}"] input`).click();
  await page.getByTestId('chosen-pulls').getByRole('button', { name: 'Compare' }).click();
  await figures(page).waitFor();
  expect((await headsOf(page)).slice(0, 2)).toEqual(['A: pull 1', 'B: pull 3']);
});
