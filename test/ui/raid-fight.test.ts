import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './backups.ts';
import { rows, until } from './on-screen.ts';
import { makeRaidLibrary, names, raids } from './raid-backup.ts';
import { brush, chat, cursorLine, focusChart, moment, openRaidPage, placeOf, raidPage, slider } from './raid-page.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeRaidLibrary(files.path);
});
afterAll(() => files.remove());

const openRaid = (raidId: string) => openRaidPage(library, raidId);

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
