import type { Locator, Page } from 'playwright-core';
import { openWindow } from './open-window.ts';
import type { TestWindow, WindowOptions } from './start-window.ts';

/** A window on the page of one raid. */
export async function openRaidPage(library: string, raidId: string, options: WindowOptions = {}): Promise<TestWindow> {
  const window = await openWindow({ library, ...options });
  await showRaid(window, raidId);
  return window;
}

/**
 * As if the person had left the window on the page of this raid. What the page keeps of itself while it goes away would
 * come after that: it is not kept.
 */
export async function goToRaid({ app, page, call }: TestWindow, raidId: string): Promise<void> {
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

export async function showRaid(window: TestWindow, raidId: string): Promise<void> {
  await goToRaid(window, raidId);
  await raidPage(window.page, raidId).locator('h1').waitFor();
}

export const raidPage = (page: Page, raidId: string): Locator =>
  page.locator(`[data-testid="raid-page"][data-raid-id="${raidId}"]`);
export const fact = (page: Page, name: string): Locator => page.locator(`[data-fact="${name}"]`);
export const slider = (page: Page): Locator => page.getByRole('slider');
export const chat = (page: Page): Locator => page.locator('[data-chat-id]');
export const moment = (page: Page): Locator => page.getByTestId('moment');
export const cursorLine = (page: Page): Locator => page.locator('[data-kind="cursor"]');

/** Drags over the picture from one part of the span to another. */
export async function brush(page: Page, from: number, to: number): Promise<void> {
  const [a, b] = [await placeOf(page, from), await placeOf(page, to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move((a.x + b.x) / 2, a.y, { steps: 3 });
  await page.mouse.move(b.x, b.y, { steps: 3 });
  await page.mouse.up();
}

/** A place on the line of health: `second` of the kill, whose picture goes from 0:00 to 5:30. */
export async function placeOf(page: Page, second: number): Promise<{ readonly x: number; readonly y: number }> {
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('The picture is not on screen');
  const [left, right] = [box.x + 2.75 * 16, box.x + box.width - 1.25 * 16];
  return { x: left + ((right - left) * second) / 330, y: box.y + box.height / 2 };
}

export async function focusChart(page: Page): Promise<void> {
  await slider(page).focus();
}

/** As after a reload: what is not kept is gone. */
export async function goToRaidAgain(page: Page): Promise<void> {
  await page.reload();
  await page.locator('[data-testid="raid-page"] h1').waitFor();
}
