import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../exports/read-csv.ts';
import { makeFolder } from './backups.ts';
import { until } from './on-screen.ts';
import { makeRaidLibrary, raids } from './raid-backup.ts';
import { goToRaidAgain, openRaidPage } from './raid-page.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeRaidLibrary(files.path);
});
afterAll(() => files.remove());

const openRaid = (raidId: string) => openRaidPage(library, raidId);

describe('the participants', () => {
  const figures = (page: Page, playerId: string, column: string): Locator =>
    page.locator(`[data-player="${playerId}"] [data-column="${column}"]`);

  it('are listed by role with their figures, shares, ranks and totals', async () => {
    const { page } = await openRaid(raids.kill);
    expect(
      await page
        .locator('tbody[data-role]')
        .evaluateAll((all: HTMLElement[]) => all.map((body) => body.dataset['role'])),
    ).toEqual(['tank', 'healer', 'dps']);
    expect(await figures(page, 'p3', 'damage').innerText()).toBe('500 k');
    expect(await figures(page, 'p3', 'dps').innerText()).toBe('1.67 k/s');
    expect(await figures(page, 'p3', 'damageShare').innerText()).toBe('50 %');
    expect(await figures(page, 'p3', 'damageShare').getAttribute('title')).toBe(
      '500,000 of the raid’s 1,000,000 damage',
    );
    expect(await figures(page, 'p4', 'rank').innerText()).toBe('2');
    expect(await figures(page, 'p2', 'healingShare').innerText()).toBe('80 %');
    const totals = page.locator('tr[data-total]');
    expect(await totals.count()).toBe(4);
    expect(await totals.last().locator('[data-column="damage"]').innerText()).toBe('1.00 M');
    expect(await totals.last().locator('[data-column="dps"]').innerText()).toBe('3.33 k/s');
  });

  it('are compared with all performances of their role on this boss in the library', async () => {
    const { page } = await openRaid(raids.kill);
    // Three pulls with three damage dealers each; per second only the best of this pull is ahead of all the others.
    expect(await figures(page, 'p3', 'percentile').innerText()).toBe('100 %');
    expect(await figures(page, 'p3', 'percentile').getAttribute('title')).toBe(
      'Better than 100 % of the 8 other performances of damage dealers on Voidmaw (Mythic) in this library, by damage per second',
    );
  });

  it('are sorted by any column', async () => {
    const { page } = await openRaid(raids.kill);
    const order = () =>
      page
        .locator('tbody[data-role="dps"] [data-player]')
        .evaluateAll((all: HTMLElement[]) => all.map((row) => row.dataset['player']));
    expect(await order()).toEqual(['p3', 'p4', 'p5']);
    await page.getByRole('columnheader', { name: 'Uptime' }).getByRole('button').click();
    expect(await page.getByRole('columnheader', { name: 'Uptime' }).getAttribute('aria-sort')).toBe('descending');
    expect(await order()).toEqual(['p3', 'p4', 'p5']);
    await page.getByRole('columnheader', { name: 'Uptime' }).getByRole('button').click();
    expect(await page.getByRole('columnheader', { name: 'Uptime' }).getAttribute('aria-sort')).toBe('ascending');
    expect(await order()).toEqual(['p5', 'p4', 'p3']);
  });

  it('hide columns that the person does not want, also in what is exported', async () => {
    const { page } = await openRaid(raids.kill);
    await page.getByRole('button', { name: 'Columns' }).click();
    // Not `uncheck`: the box follows the setting, which takes a moment.
    await page.getByRole('checkbox', { name: 'Rank in role' }).click();
    await page.keyboard.press('Escape');
    await until(
      page,
      async () => (await page.getByRole('columnheader', { name: 'Rank' }).count()) === 0,
      'the column is hidden',
    );
    await goToRaidAgain(page);
    expect(await page.getByRole('columnheader', { name: 'Rank' }).count()).toBe(0);
    await page
      .getByRole('region', { name: 'Participants', exact: true })
      .getByRole('button', { name: 'Export' })
      .click();
    await page.getByRole('menuitem', { name: 'CSV', exact: true }).click();
    const done = page.getByTestId('export-done');
    await done.waitFor();
    const [heading = [], ...lines] = readCsv(readFileSync((await done.getAttribute('data-path')) ?? '', 'utf8'));
    expect(heading).not.toContain('Rank in role');
    expect(heading).toContain('Percentile');
    expect(lines).toHaveLength(5);
  });

  it('lead to all pulls of a player', async () => {
    const { page } = await openRaid(raids.kill);
    await page.locator('[data-player="p5"]').getByRole('button', { name: 'Okono' }).click();
    await until(page, async () => (await page.getByTestId('raid-page').count()) === 0, 'the player’s page is open');
  });

  it('of a raid with 40 players are all there, and the page does not grow wider than the window', async () => {
    const { page } = await openRaid(raids.large);
    expect(await page.locator('[data-player]').count()).toBe(40);
    expect(await page.getByRole('list', { name: 'Composition' }).innerText()).toMatch(
      /3\s+Tanks[\s\S]*8\s+Healers[\s\S]*29\s+Damage/u,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
