import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RaidPage } from '../../shared/raids/types.ts';
import { readCsv } from '../exports/read-csv.ts';
import { makeFolder, makeLibrary } from './backups.ts';
import { rows, until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import { activeRow, openPulls, openTab, pulls, raidBox, raidList, shownRows, untilRowsBegin } from './raid-pages.ts';
import type { TestWindow } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  // More pulls than a page of the list holds.
  library = await makeLibrary(files.path, 40_000);
});
afterAll(() => files.remove());

const clock = { timeZone: 'local', nightStartHour: 6 } as const;

async function openRaids(): Promise<TestWindow> {
  const window = await openWindow({ library });
  await openPulls(window.page);
  return window;
}

/** The rows of a page as the list shows them, all unfolded. */
function rowsOf({ items, bosses }: RaidPage): readonly string[] {
  const groups = new Map(bosses.map((group) => [group.firstRaidId, group]));
  let night: string | null | undefined;
  return items.flatMap((raid) => {
    const isNewNight = raid.night !== night;
    night = raid.night;
    const group = groups.get(raid.id);
    return [...(isNewNight ? [`night ${raid.night ?? ''}`] : []), ...(group ? [`boss ${group.boss}`] : []), raid.id];
  });
}

function header(page: Page, name: string) {
  return page.getByRole('columnheader', { name });
}

/** Pulls that are chosen for a comparison. */
const chosen = (page: Page) => page.locator('#raid-list [aria-selected="true"]');

const detailPage = (page: Page, id: string) => page.locator(`[data-testid="raid-page"][data-raid-id="${id}"]`);

describe('the list of pulls', () => {
  it('stands night by night and boss by boss, newest night first, each pull on a line', async () => {
    const { page, call } = await openRaids();
    const list = await call('raids.list', { ...clock, limit: 200 });
    await untilRowsBegin(page, rowsOf(list));
    const [night] = list.nights;
    const row = page.locator(`#raid-list [data-night="${night?.night}"]`);
    const figures = row.locator('[data-figure]');
    expect((await figures.allInnerTexts()).slice(0, 3)).toEqual([
      `${night?.pullCount} pulls`,
      `${night?.killCount} kills`,
      `${night?.killedBossCount} of ${night?.bossCount} bosses`,
    ]);
    expect(await figures.first().getAttribute('title')).toContain(`${night?.night} 06:00`);
    expect(await page.getByTestId('pull-count').innerText()).toContain(
      `${list.total} pulls, ${list.killCount} kills, ${list.wipeCount} wipes`,
    );
  });

  it('says how a pull ended, how long it took and who died', async () => {
    const { page, call } = await openRaids();
    const { items } = await call('raids.list', { ...clock, limit: 200 });
    const wipe = items.find(({ result, durationSeconds }) => result === 'wipe' && durationSeconds !== null);
    const row = page.locator(`[data-raid-id="${wipe?.id}"]`);
    await row.waitFor();
    expect(await row.locator('[data-column="result"]').innerText()).toContain(`${wipe?.healthLeft} %`);
    expect(await row.locator('[data-column="deaths"]').innerText()).toBe(String(wipe?.deaths));
    const live = items.find(({ result }) => result === 'live');
    const length = page.locator(`[data-raid-id="${live?.id}"] [data-column="duration"]`);
    expect([await length.innerText(), await length.getAttribute('title')]).toEqual([
      '–',
      'It goes on: how long it takes is not known yet.',
    ]);
  });

  it('folds nights and bosses, each by itself or all to one depth', async () => {
    const { page, call } = await openRaids();
    const list = await call('raids.list', { ...clock, limit: 200 });
    const [first, second] = list.nights;
    await page.locator(`#raid-list [data-night="${first?.night}"]`).click();
    await untilRowsBegin(page, [`night ${first?.night}`, `night ${second?.night}`]);
    expect(await page.locator(`[data-night="${first?.night}"]`).getAttribute('aria-expanded')).toBe('false');
    const depth = page.getByRole('radiogroup', { name: 'How far the nights are unfolded' });
    await depth.getByText('Nights').click();
    await untilRowsBegin(
      page,
      list.nights.map(({ night }) => `night ${night}`),
    );
    await depth.getByText('Bosses').click();
    await page.locator('#raid-list [data-boss]').first().waitFor();
    await until(page, async () => (await pulls(page).count()) === 0, 'no pull is shown');
    await depth.getByText('Pulls').click();
    await untilRowsBegin(page, rowsOf(list));
  });

  it('is sorted by a column that is clicked, other way round by a second click, and by nights again', async () => {
    const { page, call } = await openRaids();
    const sorted = async (sort: 'deaths' | 'duration', direction: 'asc' | 'desc') =>
      (await call('raids.list', { ...clock, sort, direction, limit: 60 })).items.map(({ id }) => id);
    await header(page, 'Deaths').getByRole('button').click();
    await untilRowsBegin(page, await sorted('deaths', 'desc'));
    expect(await header(page, 'Deaths').getAttribute('aria-sort')).toBe('descending');
    await header(page, 'Deaths').getByRole('button').click();
    await untilRowsBegin(page, await sorted('deaths', 'asc'));
    expect(await header(page, 'Deaths').getAttribute('aria-sort')).toBe('ascending');
    await page.getByRole('button', { name: 'Nights', exact: true }).click();
    await untilRowsBegin(page, rowsOf(await call('raids.list', { ...clock, limit: 200 })));
  });

  it('keeps its order and its place while a pull is looked at', async () => {
    const { page } = await openRaids();
    await header(page, 'Length').getByRole('button').click();
    await page.locator('[aria-sort="descending"]').waitFor();
    await raidList(page).focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('PageDown');
    const active = await activeRow(page);
    const before = await shownRows(page);
    await page.keyboard.press('Enter');
    await detailPage(page, active ?? '').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await pulls(page).first().waitFor();
    expect(await shownRows(page)).toEqual(before);
    await page.locator('#raid-list:focus').waitFor();
  });

  it('begins at its top for another search', async () => {
    const { page, call } = await openRaids();
    await raidList(page).focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('PageDown');
    await page.getByRole('button', { name: 'Kills only' }).click();
    await untilRowsBegin(page, rowsOf(await call('raids.list', { ...clock, query: 'result:kill', limit: 200 })));
  });

  it('goes on to its last pull, over all pages', async () => {
    const { page, call } = await openRaids();
    const { total, items } = await call('raids.list', { ...clock, limit: 500 });
    expect(total).toBeGreaterThan(200);
    await raidList(page).focus();
    await page.keyboard.press('End');
    await until(page, async () => (await activeRow(page)) === items.at(-1)?.id, 'the last pull is chosen');
    await page.keyboard.press('Home');
    await until(page, async () => (await activeRow(page)) === `night ${items[0]?.night}`, 'the first night is chosen');
    expect(await page.locator('#raid-list [role="row"]').count()).toBeLessThan(200);
  });

  it('keeps the night of the pulls on top in view', async () => {
    const { page, call } = await openRaids();
    await raidList(page).focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    const pinned = page.locator('#raid-list > [aria-hidden] strong');
    await pinned.waitFor();
    const { items } = await call('raids.list', { ...clock, limit: 200 });
    const top = (await shownRows(page)).flatMap(({ id }) => items.find((raid) => raid.id === id) ?? [])[0];
    expect(await pinned.innerText()).toContain(top?.night ?? '?');
  });
});

describe('by keyboard the list of pulls', () => {
  it('is walked through, folded, unfolded and opened', async () => {
    const { page, call } = await openRaids();
    const list = rowsOf(await call('raids.list', { ...clock, limit: 200 }));
    await page.evaluate(() => (document.activeElement as HTMLElement).blur()); // the rail's button has it
    await page.keyboard.press('ArrowDown');
    await page.locator('#raid-list:focus').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await activeRow(page)).toBe(list[2]);
    await page.keyboard.press('ArrowLeft');
    expect(await activeRow(page)).toBe(list[1]);
    await page.keyboard.press('ArrowLeft');
    await until(page, async () => !(await shownRows(page)).some(({ id }) => id === list[2]), 'the boss is folded');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await until(page, async () => (await activeRow(page)) === list[2], 'the boss is unfolded');
    const descendant = await raidList(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`#${descendant}`).getAttribute('data-raid-id')).toBe(list[2]);
    await page.keyboard.press('Enter');
    await detailPage(page, list[2] ?? '').waitFor();
  });

  it('chooses pulls that are then compared', async () => {
    const { page } = await openRaids();
    await header(page, 'Began').getByRole('button').click();
    await page.locator('[aria-sort="descending"]').waitFor();
    const [, second, , fourth] = await shownRows(page);
    await raidList(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await page.keyboard.press(' ');
    const bar = page.getByTestId('chosen-pulls');
    await bar.getByText('1 pull chosen').waitFor();
    expect(await bar.getByRole('button', { name: 'Compare' }).isDisabled()).toBe(true);
    await page
      .getByRole('checkbox', { name: /^Compare pull/u })
      .nth(3)
      .click();
    await bar.getByText('2 pulls chosen').waitFor();
    expect(await chosen(page).count()).toBe(2);
    await page.locator('#raid-list:focus').waitFor();
    await page.keyboard.press('c');
    await page.getByRole('tablist', { name: 'Pages of raids' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowLeft');
    await bar.getByText('2 pulls chosen').waitFor();
    const ids = await chosen(page).evaluateAll(
      (elements) => elements.map((element) => (element as HTMLElement).dataset['raidId']), // our rows are HTML
    );
    expect(ids.toSorted()).toEqual([second?.id, fourth?.id].toSorted());
    await bar.getByRole('button', { name: 'Clear' }).click();
    await until(page, async () => (await chosen(page).count()) === 0, 'none is chosen');
  });

  it('takes twelve pulls for a comparison and says that it takes no more', async () => {
    const { page } = await openRaids();
    await header(page, 'Began').getByRole('button').click();
    await page.locator('[aria-sort="descending"]').waitFor();
    await raidList(page).focus();
    await page.keyboard.press('Home');
    for (let row = 0; row < 13; row++) {
      await page.keyboard.press(' ');
      await page.keyboard.press('j');
    }
    await page.getByText('Up to 12 pulls can be compared.').waitFor();
    await page.getByTestId('chosen-pulls').getByText('12 pulls chosen').waitFor();
  });

  it('stars a pull', async () => {
    const { page, call } = await openRaids();
    await header(page, 'Began').getByRole('button').click();
    await page.locator('[aria-sort="descending"]').waitFor();
    const [first] = await shownRows(page);
    await raidList(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('s');
    const subject = { kind: 'raid', id: first?.id ?? '' } as const;
    await until(page, async () => (await call('annotations.get', { subject })).isStarred, 'the star is kept');
    await pulls(page).first().getByRole('button', { name: 'Star this raid', pressed: true }).waitFor();
    await raidBox(page).fill('is:starred');
    await page.getByTestId('pull-count').getByText('1 pull').waitFor();
    // Taken off by mistake, it can be put on again; whoever comes back finds it gone.
    await pulls(page).first().getByRole('button', { name: 'Star this raid' }).click();
    await until(page, async () => !(await call('annotations.get', { subject })).isStarred, 'the star is taken off');
    expect(await pulls(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Messages', exact: true }).click();
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Raids', exact: true }).click();
    await page.getByTestId('no-pulls').waitFor();
  });
});

describe('quick filters', () => {
  it('narrow the list to kills, as a part of the search text', async () => {
    const { page, call } = await openRaids();
    const { killCount } = await call('raids.list', { ...clock, limit: 1 });
    const filter = page.getByRole('button', { name: 'Kills only' });
    await filter.click();
    await page.getByTestId('pull-count').getByText(`${killCount} pulls`).waitFor();
    expect(await raidBox(page).inputValue()).toBe('result:kill');
    expect(await filter.getAttribute('aria-pressed')).toBe('true');
    await filter.click();
    await until(page, async () => (await raidBox(page).inputValue()) === '', 'the filter is gone');
  });

  it('show the active raids, newest first', async () => {
    const { page, call } = await openRaids();
    await openTab(page, 'Players');
    await page.getByRole('button', { name: 'Active raids' }).click();
    const query = 'result:live,preparing';
    const { items, total } = await call('raids.list', { ...clock, query, sort: 'began', direction: 'desc' });
    expect(total).toBeGreaterThan(0);
    await untilRowsBegin(
      page,
      items.map(({ id }) => id),
    );
    expect(await raidBox(page).inputValue()).toBe(query);
    expect(await page.getByTestId('pull-count').innerText()).toContain(`${total} not ended`);
  });

  it('choose difficulties and a server', async () => {
    const { page, call } = await openRaids();
    await page.getByRole('button', { name: 'Hard', exact: true }).click();
    await page.getByRole('button', { name: 'Mythic', exact: true }).click();
    await until(
      page,
      async () => (await raidBox(page).inputValue()) === 'difficulty:hard,mythic',
      'both difficulties are asked for',
    );
    const select = page.getByRole('combobox', { name: 'Server' });
    const server = (await select.locator('option').allInnerTexts())[1] ?? '';
    await select.selectOption(server);
    const query = await raidBox(page).inputValue();
    expect(query).toContain('server:');
    const { total, items } = await call('raids.list', { ...clock, query });
    expect(new Set(items.map(({ server: { name } }) => name))).toEqual(new Set([server]));
    await page.getByTestId('pull-count').getByText(`${total} pull`).waitFor();
  });
});

describe('columns', () => {
  it('are hidden and stay so, on screen and in an export', async () => {
    const { page, call } = await openRaids();
    await header(page, 'Deaths').waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Deaths' }).click();
    await header(page, 'Deaths').waitFor({ state: 'detached' });
    await until(
      page,
      async () => (await call('settings.get', {})).hiddenColumns['pulls']?.join() === 'deaths',
      'the choice is kept',
    );
    await page.reload();
    await rows(page).or(pulls(page)).first().waitFor();
    await openPulls(page);
    expect(await header(page, 'Deaths').count()).toBe(0);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'CSV', exact: true }).click();
    const done = page.getByTestId('export-done');
    await done.waitFor();
    const [heading = [], ...lines] = readCsv(readFileSync((await done.getAttribute('data-path')) ?? '', 'utf8'));
    const { total, items } = await call('raids.list', { ...clock, limit: 500 });
    expect(lines).toHaveLength(total);
    expect(heading).not.toContain('Deaths');
    expect(lines.map((line) => line[heading.indexOf('Id')])).toEqual(items.map(({ id }) => id));
  });
});

describe('the box and the list', () => {
  it('keep the raids of the last good text while the next has a mistake', async () => {
    const { page, call } = await openRaids();
    const { killCount } = await call('raids.list', { ...clock, limit: 1 });
    await raidBox(page).fill('result:kill');
    await page.getByTestId('pull-count').getByText(`${killCount} pulls`).waitFor();
    const counted = await page.getByTestId('pull-count').innerText();
    await raidBox(page).fill('result:kill boss:nobodyknowsit');
    await page.locator('[data-problem]').first().waitFor();
    expect(await page.getByTestId('pull-count').innerText()).toBe(counted);
    await page.locator('[data-stale]').waitFor();
  });

  it('lead to each other by keys', async () => {
    const { page } = await openRaids();
    await page.keyboard.press('/');
    await page.locator('#search-box:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#raid-list:focus').waitFor();
  });

  it('offer a way out where nothing is found', async () => {
    const { page, call } = await openRaids();
    await raidBox(page).fill('result:kill hp:>50');
    await page.getByTestId('no-pulls').waitFor();
    const { total } = await call('raids.list', { ...clock, query: 'result:kill' });
    await page.getByRole('button', { name: new RegExp(`^Without .* ${total}$`, 'u') }).click();
    await pulls(page).first().waitFor();
    await raidBox(page).fill('players:>500');
    await page.getByTestId('no-pulls').waitFor();
    await page.getByRole('button', { name: 'Show all pulls' }).click();
    await pulls(page).first().waitFor();
    expect(await raidBox(page).inputValue()).toBe('');
  });

  it('speak of messages again in the other views', async () => {
    const { page } = await openRaids();
    await raidBox(page).fill('result:kill');
    await page.getByRole('button', { name: 'Messages', exact: true }).click();
    await rows(page).first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Search messages' }).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Raids', exact: true }).click();
    await pulls(page).first().waitFor();
    expect(await raidBox(page).inputValue()).toBe('result:kill');
  });
});
