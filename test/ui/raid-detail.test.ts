import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../exports/read-csv.ts';
import { faultsOf } from './axe.ts';
import { makeFolder } from './backups.ts';
import { rows, until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import { makeRaidLibrary, names, raids } from './raid-backup.ts';
import type { TestWindow, WindowOptions } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeRaidLibrary(files.path);
});
afterAll(() => files.remove());

/** A window on the page of one raid. */
async function openRaid(raidId: string, options: WindowOptions = {}): Promise<TestWindow> {
  const window = await openWindow({ library, ...options });
  await showRaid(window, raidId);
  return window;
}

/**
 * As if the person had left the window on the page of this raid. What the page keeps of itself while it goes away would
 * come after that: it is not kept.
 */
async function goToRaid({ app, page, call }: TestWindow, raidId: string): Promise<void> {
  await call('session.save', { view: 'raids', query: '', path: `raid/${raidId}`, position: null });
  const dispatch = app.dispatch.bind(app);
  app.dispatch = (request) =>
    dispatch.call(
      app,
      request.channel === 'session.save' ? { ...request, channel: 'session.get', input: {} } : request,
    );
  await page.reload();
  await page.locator('main').waitFor();
  app.dispatch = dispatch;
}

async function showRaid(window: TestWindow, raidId: string): Promise<void> {
  await goToRaid(window, raidId);
  await raidPage(window.page, raidId).locator('h1').waitFor();
}

const raidPage = (page: Page, raidId: string): Locator =>
  page.locator(`[data-testid="raid-page"][data-raid-id="${raidId}"]`);
const fact = (page: Page, name: string): Locator => page.locator(`[data-fact="${name}"]`);
const slider = (page: Page): Locator => page.getByRole('slider');
const chat = (page: Page): Locator => page.locator('[data-chat-id]');
const moment = (page: Page): Locator => page.getByTestId('moment');
const cursorLine = (page: Page): Locator => page.locator('[data-kind="cursor"]');

/** Drags over the picture from one part of the span to another. */
async function brush(page: Page, from: number, to: number): Promise<void> {
  const [a, b] = [await placeOf(page, from), await placeOf(page, to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move((a.x + b.x) / 2, a.y, { steps: 3 });
  await page.mouse.move(b.x, b.y, { steps: 3 });
  await page.mouse.up();
}

/** A place on the line of health: `second` of the kill, whose picture goes from 0:00 to 5:30. */
async function placeOf(page: Page, second: number): Promise<{ readonly x: number; readonly y: number }> {
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('The picture is not on screen');
  const [left, right] = [box.x + 2.75 * 16, box.x + box.width - 1.25 * 16];
  return { x: left + ((right - left) * second) / 330, y: box.y + box.height / 2 };
}

async function focusChart(page: Page): Promise<void> {
  await slider(page).focus();
}

describe('the headline', () => {
  it('says which pull it is, how it ended, and what each figure counts', async () => {
    const { page } = await openRaid(raids.kill);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Voidmaw');
    expect(await page.getByTestId('raid-result').innerText()).toContain('Kill');
    expect(await page.getByTestId('pull-number').innerText()).toBe('Pull 3 of 3');
    expect(await fact(page, 'Length').innerText()).toBe('5:00');
    expect(await fact(page, 'Length').getAttribute('title')).toContain('as the backup records');
    expect(await fact(page, 'Raid damage').innerText()).toBe('3.33 k/s');
    expect(await fact(page, 'Raid damage').getAttribute('title')).toContain('1,000,000 damage');
    expect(await fact(page, 'Deaths').innerText()).toBe('1');
    expect(await fact(page, 'Guild').getAttribute('title')).toContain('more than half');
    expect(await fact(page, 'Import').innerText()).toBe('backup-1.db');
  });

  it('tells a length that was worked out from one that was recorded', async () => {
    const { page } = await openRaid(raids.secondWipe);
    expect(await fact(page, 'Length').innerText()).toBe('4:40');
    expect(await fact(page, 'Length').getAttribute('title')).toContain('End minus start');
    expect(await page.getByTestId('raid-result').innerText()).toContain('Wipe at 12 %');
  });

  it('explains its figures by keyboard too', async () => {
    const { page } = await openRaid(raids.kill);
    await page.getByRole('button', { name: 'What is counted' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Deaths of all participants together').waitFor();
  });

  it('goes to the pulls before and after by button and by bracket', async () => {
    const { page } = await openRaid(raids.secondWipe);
    await page.getByRole('button', { name: 'Next pull' }).click();
    await raidPage(page, raids.kill).waitFor();
    expect(await page.getByRole('button', { name: 'Next pull' }).isDisabled()).toBe(true);
    await page.keyboard.press('[');
    await raidPage(page, raids.secondWipe).waitFor();
    await page.keyboard.press('[');
    await raidPage(page, raids.firstWipe).waitFor();
    await page.keyboard.press(']');
    await raidPage(page, raids.secondWipe).waitFor();
  });

  it('leads to the best pull, the messages, and back', async () => {
    const { page } = await openRaid(raids.firstWipe);
    await page.getByRole('button', { name: 'Best pull' }).click();
    await raidPage(page, raids.kill).waitFor();
    await page.getByRole('button', { name: 'Messages', exact: true }).last().click();
    await rows(page).first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Search messages' }).inputValue()).toBe(`raid:${raids.kill}`);
    await page.keyboard.press('Alt+ArrowLeft');
    await raidPage(page, raids.kill).waitFor();
  });
});

describe('the line of health', () => {
  it('has a sample for each that was told, steps between them, and each kind of event', async () => {
    const { page, call } = await openRaid(raids.kill);
    const { samples, events } = await call('raids.get', { id: raids.kill });
    const path = await slider(page).locator('path[fill="none"]').first().getAttribute('d');
    // Along, then down: never from one sample straight to the next.
    expect(path).toMatch(/^M[\d.]+ [\d.]+(?:H[\d.]+V[\d.]+)*(?:H[\d.]+)?$/u);
    expect(path?.match(/V/gu)).toHaveLength(samples.length - 1);
    expect(await page.locator('[data-event]').count()).toBe(events.length);
    const death = page.locator('[data-event="death"] title');
    expect(await death.textContent()).toContain(names.arabic);
    expect(await page.locator('[data-event="meteor_shower"] title').textContent()).toContain('Meteor shower');
    expect(await slider(page).locator('text', { hasText: 'Phase' }).allTextContents()).toEqual([
      'Phase 1',
      'Phase 2',
      'Phase 3',
    ]);
  });

  it('is followed by keyboard from sample to event, and says each', async () => {
    const { page } = await openRaid(raids.kill);
    await focusChart(page);
    await page.keyboard.press('Home');
    await moment(page).getByText('0:00 100 %. Pull').waitFor();
    await page.keyboard.press('ArrowRight');
    await moment(page).getByText('0:30 88 %').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await moment(page).getByText(`Death: ${names.arabic}`).waitFor();
    expect(await slider(page).getAttribute('aria-valuetext')).toContain('1:20');
    expect(await moment(page).getAttribute('role')).toBe('status');
    await page.keyboard.press('Enter');
    const chosen = page.locator('[data-chat-id][aria-selected="true"]');
    await chosen.getByText('dead to fire, sorry').waitFor();
  });

  it('narrows the chat to the stretch that is dragged over it, until it is cleared', async () => {
    const { page } = await openRaid(raids.kill);
    await chat(page).first().waitFor();
    expect(await chat(page).count()).toBe(12);
    await brush(page, 50, 115);
    const range = page.getByTestId('chat-range');
    await range.getByText('4 messages').waitFor();
    expect(await range.innerText()).toMatch(/^0:(?:49|50|51)–1:5[3-6]/u);
    await until(page, async () => (await chat(page).count()) === 4, 'the chat is narrowed');
    await page.getByRole('button', { name: 'Clear' }).click();
    await until(page, async () => (await chat(page).count()) === 12, 'the chat is whole again');
    await brush(page, 50, 115);
    await range.waitFor();
    await focusChart(page);
    await page.keyboard.press('Escape');
    await page.getByTestId('chat-count').waitFor();
  });

  it('takes a range by Shift and the arrow keys', async () => {
    const { page } = await openRaid(raids.kill);
    await focusChart(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByTestId('chat-range').getByText('3 messages').waitFor();
    expect(await page.getByTestId('chat-range').innerText()).toMatch(/^0:00–1:00/u);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.getByTestId('chat-range').getByText('2 messages').waitFor();
  });

  it('shows the moment of a message that is chosen in the chat', async () => {
    const { page } = await openRaid(raids.kill);
    await page.locator('[data-chat-id]', { hasText: 'meteors incoming' }).click();
    await cursorLine(page).waitFor();
    expect(await cursorLine(page).getAttribute('data-second')).toBe('110');
    expect(await cursorLine(page).locator('text').textContent()).toBe('1:50 · 48 %');
  });

  it('and the chat show each other what the pointer rests on', async () => {
    const { page } = await openRaid(raids.kill);
    await page.locator('[data-chat-id]', { hasText: 'enrage!' }).hover();
    const hover = page.locator('[data-kind="hover"]');
    await hover.waitFor();
    expect(await hover.getAttribute('data-second')).toBe('285');
    const place = await placeOf(page, 200);
    await page.mouse.move(place.x, place.y);
    await page.locator('[data-chat-id][data-hovered]', { hasText: 'phase 3' }).waitFor();
  });

  it('hides a kind of event and shows it again', async () => {
    const { page } = await openRaid(raids.kill);
    const phases = page.getByRole('button', { name: /^Phase 2/u });
    await phases.click();
    await until(page, async () => (await page.locator('[data-event="phase"]').count()) === 0, 'no phase is marked');
    expect(await phases.getAttribute('aria-pressed')).toBe('false');
    await phases.click();
    await until(page, async () => (await page.locator('[data-event="phase"]').count()) === 2, 'both are marked again');
  });

  it('offers its data as a table', async () => {
    const { page } = await openRaid(raids.kill);
    await page.getByText('Table', { exact: true }).click();
    const table = page.getByRole('table', { name: 'Boss health' });
    expect(await table.getByRole('row').count()).toBe(1 + 10);
    expect(await table.getByRole('row').nth(4).innerText()).toContain('Death');
  });
});

describe('marks of one’s own', () => {
  it('are put at the cursor by M, changed, and taken away', async () => {
    const { page, call } = await openRaid(raids.kill);
    await focusChart(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('m');
    await page.keyboard.type('Too slow here');
    await page.keyboard.press('Enter');
    await page.locator('[data-mark]').waitFor();
    const { marks, samples } = await call('raids.get', { id: raids.kill });
    expect(marks).toMatchObject([{ atMs: (samples[0]?.atMs ?? 0) + 30_000, text: 'Too slow here' }]);
    await until(
      page,
      () => slider(page).evaluate((field) => field === document.activeElement),
      'the line has the focus',
    );
    await page.keyboard.press('ArrowRight');
    await moment(page).getByText('Your mark: Too slow here').waitFor();
    await page.keyboard.press('Enter');
    const text = page.getByRole('textbox', { name: 'Text of the mark at 0:30' });
    await text.fill('Much too slow');
    await page.keyboard.press('Enter');
    await page.locator('[data-mark] title', { hasText: 'Much too slow' }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Edit mark' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await until(page, async () => (await page.locator('[data-mark]').count()) === 0, 'the mark is gone');
    expect((await call('raids.get', { id: raids.kill })).marks).toEqual([]);
  });
});

describe('the chat', () => {
  it('tells time from the pull, events, health, what was deleted and what belongs by time alone', async () => {
    const { page } = await openRaid(raids.kill);
    await chat(page).first().waitFor();
    expect(await page.getByTestId('chat-count').innerText()).toBe('12 messages, 1 by server and time');
    const deleted = page.locator('[data-chat-id][data-deleted]');
    expect(await deleted.innerText()).toContain('Deleted');
    const byTime = page.locator('[data-chat-id]', { hasText: 'tank swap' });
    expect(await byTime.innerText()).toContain('2:20');
    expect(await byTime.innerText()).toContain('By server and time');
    expect(await byTime.innerText()).toContain('(48 %)');
    const enrage = page.locator('[data-chat-id]', { hasText: 'enrage!' });
    expect(await enrage.innerText()).toContain('Enrage');
    expect(await enrage.locator('[title*="2025-11-22"]').getAttribute('title')).toMatch(/20:24:45/u);
  });

  it('opens the chosen message in its conversation by Enter', async () => {
    const { page } = await openRaid(raids.kill);
    const list = page.getByRole('listbox', { name: 'Messages of the raid' });
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-chat-id][aria-selected="true"]', { hasText: 'nice start' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#message-list [data-focus]', { hasText: 'nice start' }).waitFor();
  });

  it('leads back from a message in the Messages view to the raid, at its moment', async () => {
    const window = await openRaid(raids.kill);
    const { page, call } = window;
    const { items } = await call('raids.messages', { id: raids.kill });
    const message = items.find(({ event, belongsBy }) => event === 'phase' && belongsBy === 'metadata');
    await page.getByRole('button', { name: 'Messages', exact: true }).first().click();
    await page.getByRole('combobox', { name: 'Search messages' }).fill(`near:${message?.id ?? ''}`);
    await rows(page).and(page.locator('[data-focus]')).click();
    await page.getByRole('button', { name: 'Show in raid' }).click();
    await raidPage(page, raids.kill).locator('h1').waitFor();
    await cursorLine(page).waitFor();
    await page.locator(`[data-chat-id="${message?.id ?? ''}"][aria-selected="true"]`).waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await rows(page).first().waitFor();
  });

  it('of 1,200 messages draws few, and loads what the line asks for', async () => {
    const { page } = await openRaid(raids.large);
    await chat(page).first().waitFor();
    expect(await chat(page).count()).toBeLessThan(80);
    await focusChart(page);
    await page.keyboard.press('End');
    await page.locator('[data-chat-id]', { hasText: 'call 1199' }).waitFor();
    expect(await chat(page).count()).toBeLessThan(80);
  });
});

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

async function goToRaidAgain(page: Page): Promise<void> {
  await page.reload();
  await page.locator('[data-testid="raid-page"] h1').waitFor();
}

describe('what is kept on a raid', () => {
  it('is a star, tags and a note, written by keyboard and there again after loading', async () => {
    const window = await openRaid(raids.kill);
    const { page, call } = window;
    const kept = () => call('annotations.get', { subject: { kind: 'raid', id: raids.kill } });
    await page.keyboard.press('s');
    await until(page, async () => (await kept()).isStarred, 'the star is kept');
    await page.keyboard.press('t');
    const tags = page.getByRole('combobox', { name: 'Tags' });
    await until(page, () => tags.evaluate((field) => field === document.activeElement), 'the tags have the focus');
    await page.keyboard.type('first kill');
    await page.keyboard.press('Enter');
    await until(page, async () => (await kept()).tags.includes('first kill'), 'the tag is kept');
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('Ask Anna');
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('note-state').getByText('Saved', { exact: true }).waitFor();
    await goToRaidAgain(page);
    expect(await page.getByRole('button', { name: 'Star this raid' }).first().getAttribute('aria-pressed')).toBe(
      'true',
    );
    await page.locator('header').getByText('first kill').waitFor();
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Ask Anna');
    const { items } = await call('raids.list', { query: 'is:starred' });
    expect(items.map(({ id }) => id)).toEqual([raids.kill]);
  });
});

describe('a raid that is not as others', () => {
  it('in progress is drawn up to the last sample, and has no rates', async () => {
    const { page } = await openRaid(raids.inProgress);
    await slider(page).getByText('in progress', { exact: true }).waitFor();
    expect(await page.getByTestId('raid-result').innerText()).toContain('In progress at 64 %');
    expect(await slider(page).locator('path[fill="none"]').first().getAttribute('d')).toMatch(/V[\d.]+$/u);
    expect(await page.locator('[data-player="p1"] [data-column="dps"]').innerText()).toBe('–');
    expect(await page.locator('[data-player="p1"] [data-column="dps"]').getAttribute('title')).toContain('It goes on');
  });

  it('never begun has its roster and its chat, and no line', async () => {
    const { page } = await openRaid(raids.neverBegun);
    await page.getByTestId('no-chart').getByText('has not begun').waitFor();
    expect(await slider(page).count()).toBe(0);
    expect(await page.locator('[data-player]').count()).toBe(5);
    await page.getByText('invites are out').waitFor();
  });

  it('that ends before it starts says so, and is not drawn backwards', async () => {
    const { page } = await openRaid(raids.backwards);
    await page.getByTestId('oddities').getByText('ends before it starts').waitFor();
    expect(await fact(page, 'Length').innerText()).toBe('–');
    expect(Number(await slider(page).getAttribute('aria-valuemin'))).toBe(0);
    expect(Number(await slider(page).getAttribute('aria-valuemax'))).toBe(10);
  });

  it('without participants and messages says what is not there', async () => {
    const { page } = await openRaid(raids.empty);
    await page.getByTestId('oddities').getByText('only that there were 8 players').waitFor();
    await page.getByTestId('no-chart').waitFor();
    await page.getByTestId('no-participants').waitFor();
    await page.getByText('Nobody wrote anything.').waitFor();
    expect(await fact(page, 'Size').innerText()).toBe('8 players');
  });

  it('with no damage has no shares', async () => {
    const { page } = await openRaid(raids.zero);
    const share = page.locator('[data-player="p3"] [data-column="damageShare"]');
    expect(await share.innerText()).toBe('–');
    expect(await share.getAttribute('title')).toContain('Nobody did any damage');
    expect(await page.locator('[data-player="p3"] [data-column="dps"]').innerText()).toBe('0/s');
  });

  it('of which no message told the health says so instead of a line', async () => {
    const { page } = await openRaid(raids.unmeasured);
    await slider(page).getByText('No message told the boss’s health').waitFor();
    expect(await page.locator('[data-event="phase"]').count()).toBe(1);
  });

  it('that is gone says so, and shows the way to the others', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    await goToRaid(window, 'nobody-knows');
    await page.getByTestId('raid-gone').getByText('This raid is no longer in the library').waitFor();
    await page.getByRole('button', { name: 'Show all raids' }).click();
    await page.locator('[role="row"][data-raid-id]').first().waitFor();
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('axe finds no serious fault on the page of a raid', async () => {
    const window = await openRaid(raids.kill, { colorScheme });
    const { page } = window;
    const faults: Record<string, readonly string[]> = {};
    const visit = async (screen: string) => {
      const found = await faultsOf(page);
      if (found.length > 0) faults[screen] = found;
    };
    await chat(page).first().waitFor();
    await visit('kill');
    await brush(page, 50, 115);
    await page.getByTestId('chat-range').getByText('4 messages').waitFor();
    await page.keyboard.press('m');
    await page.getByRole('button', { name: /^Phase 2/u }).click();
    await visit('range and form of a mark');
    await page.getByText('Table', { exact: true }).click();
    await visit('table');
    for (const raidId of [raids.inProgress, raids.neverBegun, raids.backwards, raids.empty, raids.large]) {
      await showRaid(window, raidId);
      await visit(raidId);
    }
    expect(faults).toEqual({});
  });
});

describe('text of twice the size', () => {
  it('leaves line, chat and participants below each other, none cut off at the side', async () => {
    const { page } = await openRaid(raids.kill, { width: 900, height: 600 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await until(
      page,
      async () => {
        const [line, list] = [
          await slider(page).boundingBox(),
          await page.getByRole('region', { name: 'Chat' }).boundingBox(),
        ];
        return line !== null && list !== null && list.y >= line.y + line.height;
      },
      'the chat stands below the line',
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const overflow = await page
      .getByTestId('raid-page')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBe(0);
  });
});
