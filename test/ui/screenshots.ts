/**
 * `npm run screenshots [folder]`: pictures of every screen with sample data, in both themes and two sizes. Without a
 * folder, the README's pictures go to `docs/screenshots`, all others to `out/screenshots`.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { breakSomeRows, writeBackup } from './backups.ts';
import { rows } from './on-screen.ts';
import { openTab, pulls } from './raid-pages.ts';
import { startWindow, type StartedWindow } from './start-window.ts';

const root = join(import.meta.dirname, '../..');
const readmeFolder = join(root, 'docs/screenshots');
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const colorSchemes = ['light', 'dark'] as const;

type Shoot = (screen: string) => Promise<void>;

/** From the welcome screen through an import to a search. */
async function takePictures({ page, choose }: StartedWindow, backup: string, shoot: Shoot): Promise<void> {
  await page.getByText('Try it with sample data').waitFor();
  await shoot('welcome');
  choose(backup);
  await page.getByRole('button', { name: /^Import a backup/u }).click();
  await page.getByRole('button', { name: 'Create library' }).click();
  await page.locator('[data-testid="import-preview"]:not([data-inspecting])').waitFor();
  await shoot('import-preview');
  await page.getByRole('button', { name: /^Import \d+ file/u }).click();
  await page
    .getByTestId('job-progress')
    .getByText(/\([3-9]\d %\)$/u)
    .waitFor();
  await shoot('import-progress');
  await page.locator('[data-severity="rejected"]').first().waitFor({ timeout: 120_000 });
  await shoot('import-summary');
  await page.getByRole('button', { name: 'Show messages' }).click();
  await rows(page).first().waitFor();
  await shoot('messages');
  await page.getByRole('combobox', { name: 'Search messages' }).fill('pull* type:raid server:Ravenmoor');
  await page.locator('#message-list mark').first().waitFor();
  await page.locator('[data-testid="hit-count"][data-counted]').waitFor();
  await shoot('messages-search');
  await rows(page).nth(3).click();
  await page.locator('aside[data-message-id]').waitFor();
  await shoot('messages-panel');
  await page.getByRole('button', { name: 'Show in conversation' }).click();
  await page.locator('#message-list [data-focus]').waitFor();
  await shoot('context');
  await page.getByRole('button', { name: 'Chats' }).click();
  await page.locator('[role="option"][data-unread]').first().click();
  await page.locator('[data-look="chat"] [data-message-id]').first().waitFor();
  await shoot('conversation-direct');
  await page.getByRole('tab', { name: 'Raids' }).click();
  await page.getByRole('option').first().click();
  await rows(page).nth(4).click();
  await page.locator('aside[data-message-id]').waitFor();
  await shoot('conversation-raid');
  await page.getByRole('button', { name: 'Live log' }).click();
  await page.getByTestId('live-state').waitFor();
  await rows(page).first().waitFor();
  await shoot('live-log');
  await takeRaidPictures(page, shoot);
  await page.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('table', { name: 'Past imports' }).waitFor();
  await shoot('library');
}

/** The pages of raids. */
async function takeRaidPictures(page: Page, shoot: Shoot): Promise<void> {
  await page.getByRole('button', { name: 'Raids', exact: true }).click();
  await pulls(page).first().waitFor();
  await shoot('raids');
  await openTab(page, 'Timeline');
  await page.getByRole('heading', { name: 'Timeline of nights' }).waitFor();
  await page.locator('canvas').first().waitFor();
  await shoot('raid-timeline');
  await openTab(page, 'Calendar');
  await page.locator('g[data-night]').first().waitFor();
  await page.locator('g[data-night]').nth(3).hover();
  await shoot('raid-calendar');
  await openTab(page, 'Players');
  await page.locator('[data-player-id]').first().waitFor();
  await shoot('raid-players');
  await openTab(page, 'Progression');
  await page.getByRole('table').first().waitFor();
  await shoot('raid-progression');
  await openTab(page, 'Pulls');
  await page.getByRole('button', { name: 'Kills only' }).click();
  await page.getByRole('button', { name: 'Kills only', pressed: true }).waitFor();
  await page.locator('#raid-list:not([data-stale] *)').waitFor();
  for (const row of [0, 1, 2]) await pulls(page).nth(row).getByRole('checkbox').click();
  await page.getByTestId('chosen-pulls').getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('tablist', { name: 'Pages of raids' }).waitFor({ state: 'detached' });
  await page.getByRole('table').first().waitFor();
  await shoot('raid-comparison');
  await page.getByRole('button', { name: 'Back' }).click();
  await pulls(page).nth(1).click();
  await page.locator('[data-testid="raid-page"][data-raid-id]').waitFor();
  await page.locator('[data-chat-id]').first().waitFor();
  await shoot('raid-detail');
}

/** Which of the pictures the README shows, and under which name. */
const forReadme: Readonly<Record<string, string>> = { 'messages-panel': 'messages.png', raids: 'raids.png' };

async function main(): Promise<void> {
  const given = process.argv[2];
  const folder = given ?? join(root, 'out/screenshots');
  const files = mkdtempSync(join(tmpdir(), 'raidscope-screenshots-'));
  mkdirSync(folder, { recursive: true });
  mkdirSync(readmeFolder, { recursive: true });
  const backup = writeBackup(files, 'Ironwatch 2025-11-22.db', 40_000);
  breakSomeRows(backup, 6);
  for (const size of sizes) {
    for (const colorScheme of colorSchemes) {
      const window = await startWindow({ ...size, colorScheme });
      await takePictures(window, backup, async (screen) => {
        const path = join(folder, `${screen}-${colorScheme}-${size.width}.png`);
        await window.page.screenshot({ path, animations: 'disabled' });
        const name = colorScheme === 'light' && size.width === 1280 ? forReadme[screen] : undefined;
        if (given === undefined && name !== undefined) copyFileSync(path, join(readmeFolder, name));
        process.stdout.write(`${path}\n`);
      });
      await window.close();
    }
  }
  rmSync(files, { recursive: true, force: true });
}

await main();
