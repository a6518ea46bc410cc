/**
 * `npm run screenshots [folder]`: pictures of every screen with sample data, in both themes and two sizes. Without a
 * folder, the README's one picture goes to `docs/screenshots`, all others to `out/screenshots`.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breakSomeRows, writeBackup } from './backups.ts';
import { rows } from './on-screen.ts';
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
  await page.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('table', { name: 'Past imports' }).waitFor();
  await shoot('library');
}

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
        const isForReadme = screen === 'messages-panel' && colorScheme === 'light' && size.width === 1280;
        if (given === undefined && isForReadme) copyFileSync(path, join(readmeFolder, 'messages.png'));
        process.stdout.write(`${path}\n`);
      });
      await window.close();
    }
  }
  rmSync(files, { recursive: true, force: true });
}

await main();
