import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RaidTimeline } from '../../shared/raids/types.ts';
import { faultsOf } from './axe.ts';
import { makeFolder, makeLibrary } from './backups.ts';
import { until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import { makeRaidLibrary, raids } from './raid-backup.ts';
import { raidBox } from './raid-pages.ts';
import { lengthOf, openTimelinePage, picture, readTimeline, sceneOf, type Scene } from './timeline-page.ts';
import type { TestWindow, WindowOptions } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 20_000);
});
afterAll(() => files.remove());

const openTimeline = (options: WindowOptions = {}, query = ''): Promise<TestWindow> =>
  openTimelinePage(options.library ?? library, options, query);

/** Zooms with the keyboard until single pulls are drawn; answers the pull that has the mark. */
async function zoomToPull(page: Page, timeline: RaidTimeline): Promise<number> {
  await picture(page).focus();
  await page.keyboard.press('ArrowRight');
  const laneCount = timeline.lanes.length;
  await until(
    page,
    async () => {
      if (lengthOf(await sceneOf(page, laneCount)) < 6 * 3600) return true;
      await page.keyboard.press('+');
      return false;
    },
    'a few hours are in view',
  );
  const spoken = await page.getByText(/^.+, began \d{4}-/u).innerText();
  const began = /began (\S+ \S+),/u.exec(spoken)?.[1] ?? '';
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return timeline.pulls.starts.findIndex((start, pull) => {
    const boss = timeline.bosses[timeline.pulls.bosses[pull] ?? 0] ?? '';
    return format.format(start * 1000) === began && spoken.startsWith(boss);
  });
}

/** Waits until the window of time is another than it was. */
async function untilMoved(page: Page, before: Scene, laneCount: number): Promise<Scene> {
  let after = before;
  await until(
    page,
    async () => {
      after = await sceneOf(page, laneCount);
      return after.window.start !== before.window.start || after.window.end !== before.window.end;
    },
    'another stretch of time is in view',
  );
  return after;
}

describe('the timeline of nights', () => {
  it('shows all pulls of the query, and as a table the same ones', async () => {
    const window = await openTimeline();
    const { pulls, notBegunCount } = await readTimeline(window);
    await window.page.getByText(new RegExp(`^${pulls.ids.length} pulls, a lane for each server`, 'u')).waitFor();
    await window.page.getByText('Table', { exact: true }).click();
    const table = window.page.getByRole('table', { name: 'Timeline of nights' });
    expect(await table.locator('tbody tr').count()).toBe(pulls.ids.length);
    if (notBegunCount > 0)
      await window.page.getByText(/never began, or at no known time, and (?:is|are) not drawn/u).waitFor();
  });

  it('zooms at the pointer with the wheel, and back with a double click', async () => {
    const window = await openTimeline();
    const { page } = window;
    const { lanes } = await readTimeline(window);
    const before = await sceneOf(page, lanes.length);
    const moment = before.window.start + lengthOf(before) * 0.4;
    const place = before.at(moment, 0);
    await page.mouse.move(place.x, place.y);
    await page.mouse.wheel(0, -300);
    const after = await untilMoved(page, before, lanes.length);
    expect(lengthOf(after)).toBeLessThan(lengthOf(before) * 0.7);
    expect(Math.abs(after.at(moment, 0).x - place.x)).toBeLessThan(2);
    const box = (await picture(page).boundingBox())!;
    // Above the first lane's name there is neither a pull nor the axis.
    await page.mouse.dblclick(box.x + 20, box.y + after.layout.top + 20);
    await until(page, async () => lengthOf(await sceneOf(page, lanes.length)) === lengthOf(before), 'all is in view');
  });

  it('searches for the time that a drag over the lanes chooses', async () => {
    const window = await openTimeline({}, 'result:kill,wipe');
    const { page } = window;
    const { lanes, pulls } = await readTimeline(window, 'result:kill,wipe');
    const scene = await sceneOf(page, lanes.length);
    const length = lengthOf(scene);
    const from = scene.at(scene.window.start + length * 0.3, 1);
    const to = scene.at(scene.window.start + length * 0.6, 1);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, from.y);
    await page.mouse.move(to.x, to.y);
    await page.getByTestId('chosen-time').waitFor();
    await page.mouse.up();
    await until(page, async () => (await raidBox(page).inputValue()).includes('date:"'), 'the query names the time');
    const query = await raidBox(page).inputValue();
    expect(query).toMatch(/^result:kill,wipe date:"\d{4}-\d\d-\d\d \d\d:\d\d"\.\."\d{4}-\d\d-\d\d \d\d:\d\d"$/u);
    const found = await readTimeline(window, query);
    const within = pulls.starts.filter(
      (start) => start >= scene.window.start + length * 0.3 && start <= scene.window.start + length * 0.6,
    );
    expect(found.pulls.ids.length).toBeGreaterThan(0);
    // A pixel of the whole time is half an hour and more: a pull at the very edge may fall on either side.
    expect(Math.abs(found.pulls.ids.length - within.length)).toBeLessThanOrEqual(3);
    await page.getByText(new RegExp(`^${found.pulls.ids.length} pulls, a lane`, 'u')).waitFor();
    const narrowed = await sceneOf(page, found.lanes.length);
    expect(lengthOf(narrowed)).toBeLessThan(length * 0.5);
  });

  it('gives a drag up at Escape', async () => {
    const { page } = await openTimeline();
    const box = (await picture(page).boundingBox())!;
    await page.mouse.move(box.x + 300, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 400, box.y + 100);
    await page.getByTestId('chosen-time').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('chosen-time').waitFor({ state: 'detached' });
    await page.mouse.up();
    expect(await raidBox(page).inputValue()).toBe('');
  });

  it('tells the facts of the pull below the pointer, and opens it with a click', async () => {
    const window = await openTimeline();
    const { page } = window;
    const timeline = await readTimeline(window);
    const pull = await zoomToPull(page, timeline);
    const { pulls, bosses, lanes } = timeline;
    const scene = await sceneOf(page, lanes.length);
    const lane = pulls.lanes[pull] ?? 0;
    const { x, y } = scene.at((pulls.starts[pull] ?? 0) + Math.max(0, pulls.lengths[pull] ?? 0) / 2, lane);
    await page.mouse.move(x, y);
    const tip = page.getByTestId('pull-tip');
    await tip.waitFor();
    const text = await tip.innerText();
    expect(text).toContain(bosses[pulls.bosses[pull] ?? 0]);
    expect(text).toContain(`${pulls.playerCounts[pull]}`);
    expect(text).toContain(lanes[lane]?.label);
    const box = (await tip.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(800);
    await page.mouse.click(x, y);
    await page.locator(`[data-raid-id="${pulls.ids[pull]}"]`).first().waitFor();
  });

  it('is as it was left on the way back from a pull', async () => {
    const window = await openTimeline();
    const { page } = window;
    await page.getByRole('radiogroup', { name: 'A lane for each' }).getByText('Guild').click();
    await page.getByText(/a lane for each guild/u).waitFor();
    const timeline = await window.call('raids.timeline', { timeZone: 'Europe/Berlin', lanes: 'guild' });
    const pull = await zoomToPull(page, timeline);
    const before = await sceneOf(page, timeline.lanes.length);
    await page.keyboard.press('Enter');
    await page.locator(`[data-raid-id="${timeline.pulls.ids[pull]}"]`).first().waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByText(/a lane for each guild/u).waitFor();
    expect((await sceneOf(page, timeline.lanes.length)).window).toEqual(before.window);
  });

  it('goes from pull to pull with the arrows and opens one with Enter', async () => {
    const window = await openTimeline();
    const { page } = window;
    const { pulls } = await readTimeline(window);
    await picture(page).focus();
    await page.keyboard.press('Home');
    const status = page.getByText(/^.+, began \d{4}-/u);
    const first = await status.innerText();
    await page.keyboard.press('ArrowRight');
    await until(page, async () => (await status.innerText()) !== first, 'another pull is told');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.locator(`[data-raid-id="${pulls.ids[0]}"]`).first().waitFor();
  });

  it('has lanes for servers, bosses or guilds', async () => {
    const window = await openTimeline();
    const { page, call } = window;
    for (const [lanes, label] of [
      ['boss', 'Boss'],
      ['guild', 'Guild'],
    ] as const) {
      await page.getByRole('radiogroup', { name: 'A lane for each' }).getByText(label).click();
      await page.getByText(new RegExp(`a lane for each ${lanes}`, 'u')).waitFor();
      const timeline = await call('raids.timeline', { timeZone: 'Europe/Berlin', lanes });
      const { layout } = await sceneOf(page, timeline.lanes.length);
      expect(layout.laneHeight).toBeGreaterThanOrEqual(20);
    }
  });

  it('keeps marks of the person: they are added, changed and taken away', async () => {
    const window = await openTimeline();
    const { page, call } = window;
    await page.getByRole('button', { name: 'Add a mark' }).click();
    await page.getByRole('textbox', { name: 'Mark' }).fill('New tank <b>joins</b>');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const flag = page.getByRole('button', { name: 'New tank <b>joins</b>' });
    await flag.waitFor();
    const { marks } = await readTimeline(window);
    const { window: shown } = await sceneOf(page, 1);
    expect(marks).toMatchObject([{ text: 'New tank <b>joins</b>', raidId: null }]);
    expect(Math.abs((marks[0]?.atMs ?? 0) / 1000 - (shown.start + shown.end) / 2)).toBeLessThan(2);
    await flag.click();
    await page.getByRole('textbox', { name: 'Mark' }).fill('New tank');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'New tank', exact: true }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await until(page, async () => (await call('raids.timeline', {})).marks.length === 0, 'the mark is gone');
    await until(page, async () => (await page.locator('button[class*="flag"]').count()) === 0, 'the flag is gone');
  });

  it('marks the moment of a double click on the axis', async () => {
    const window = await openTimeline();
    const { page } = window;
    const { lanes, pulls } = await readTimeline(window);
    const scene = await sceneOf(page, lanes.length);
    const box = (await picture(page).boundingBox())!;
    const second = pulls.starts[20] ?? 0;
    await page.mouse.dblclick(scene.at(second, 0).x, box.y + scene.layout.bottom + 10);
    await page.getByRole('textbox', { name: 'Mark' }).fill('Here');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Here' }).waitFor();
    const [mark] = (await readTimeline(window)).marks;
    const pixel = lengthOf(scene) / (scene.layout.right - scene.layout.left);
    expect(Math.abs((mark?.atMs ?? 0) / 1000 - second)).toBeLessThan(pixel + 1);
  });

  it('is saved as a PNG and as an SVG', async () => {
    const window = await openTimeline();
    const { page } = window;
    const { lanes } = await readTimeline(window);
    const saved = async (item: string): Promise<Buffer> => {
      await page.getByRole('button', { name: 'Save Timeline of nights' }).click();
      await page.getByRole('menuitem', { name: item }).click();
      const notice = page.getByTestId('export-done');
      await notice.waitFor();
      const path = (await notice.getAttribute('data-path')) ?? '';
      await page.locator('.mantine-Notification-closeButton').click();
      await notice.waitFor({ state: 'detached' });
      return readFileSync(path);
    };
    const { layout } = await sceneOf(page, lanes.length);
    const png = await saved('Save as PNG');
    expect(png.readUInt32BE(16)).toBe((Math.ceil(layout.width) + 24) * 2);
    const svg = (await saved('Save as SVG')).toString('utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(svg).toContain('<title>Timeline of nights</title>');
    for (const { label } of lanes) expect(svg).toContain(label);
    const isRead = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return parsed.querySelector('parsererror') === null;
    }, svg);
    expect(isRead).toBe(true);
  });

  it.each(['light', 'dark'] as const)('has no faults for assistive technology in the %s theme', async (colorScheme) => {
    const { page } = await openTimeline({ colorScheme });
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('raids that are not as one would expect', () => {
  const odd = makeFolder();
  let oddLibrary = '';
  beforeAll(async () => {
    oddLibrary = await makeRaidLibrary(odd.path);
  });
  afterAll(() => odd.remove());

  it('are told below the picture, and one that ends before it starts is a pin', async () => {
    const window = await openTimeline({ library: oddLibrary });
    const { page } = window;
    await page.getByText('1 raid never began, or at no known time, and is not drawn.').waitFor();
    await page.getByText('1 raid ends before it starts: drawn as a pin without length.').waitFor();
    const { pulls } = await readTimeline(window);
    expect(pulls.lengths[pulls.ids.indexOf(raids.backwards)]).toBe(-1);
    expect(pulls.ids).not.toContain(raids.neverBegun);
  });

  it('leave nothing to draw where nothing has begun', async () => {
    const { page, call } = await openWindow({ library: oddLibrary });
    await call('session.save', { view: 'raids', query: 'result:preparing', path: 'timeline', position: null });
    await page.reload();
    await page.getByText('What the search finds has not begun.').waitFor();
    await page.getByText('1 raid never began, or at no known time, and is not drawn.').waitFor();
  });
});
