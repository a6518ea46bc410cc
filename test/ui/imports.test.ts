import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakSomeRows, makeFolder, writeBackup } from './backups.ts';
import { rows } from './on-screen.ts';
import { openWindow } from './open-window.ts';

const files = makeFolder();
let small = '';
let damaged = '';
let large = '';

beforeAll(() => {
  small = writeBackup(files.path, 'small.db', 500);
  damaged = writeBackup(files.path, 'damaged.db', 2000);
  breakSomeRows(damaged, 7);
  large = writeBackup(files.path, 'large.db', 60_000);
});
afterAll(() => files.remove());

/** From the welcome screen to the preview, by way of the new library's name. */
async function previewOf(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import a backup/u }).click();
  await page.getByRole('button', { name: 'Create library' }).click();
  await page.locator('[data-testid="import-preview"]:not([data-inspecting])').waitFor();
}

async function importAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import \d+ file/u }).click();
  await page.locator('[data-testid="job-summary"]').waitFor();
}

describe('an import', () => {
  it('shows what it would do, then what it did, with the rows left out', async () => {
    const { page, choose } = await openWindow();
    choose(damaged);
    await previewOf(page);
    const preview = page.getByRole('region', { name: 'damaged.db' });
    const players = preview.getByRole('row', { name: /^Players/u });
    expect(await players.getByRole('cell').last().innerText()).toBe('7');
    await importAll(page);
    const summary = page.getByTestId('job-summary');
    expect(await summary.getAttribute('data-state')).toBe('done');
    expect(
      await summary
        .getByRole('row', { name: /^Players/u })
        .getByRole('cell')
        .last()
        .innerText(),
    ).toBe('7');
    await summary.getByTestId('import-issues').getByText('left out', { exact: true }).first().waitFor();
    expect(await summary.locator('[data-severity="rejected"]').count()).toBeGreaterThanOrEqual(7);
    await page.getByRole('button', { name: 'Show messages' }).click();
    await rows(page).first().waitFor();
  });

  it('names a new library after the file', async () => {
    const { page, choose } = await openWindow();
    choose(small);
    await page.getByRole('button', { name: /^Import a backup/u }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('small');
  });

  it('says in a sentence why a file cannot be imported, and leaves it out', async () => {
    const { page, choose, folder } = await openWindow();
    const picture = join(folder, 'holiday.jpg');
    writeFileSync(picture, 'not a database at all');
    choose(small, picture);
    await previewOf(page);
    const refused = page.getByRole('region', { name: 'holiday.jpg' });
    expect(await refused.innerText()).toContain('This file cannot be imported.');
    expect(await page.getByText('1 file cannot be imported and will be left out.').isVisible()).toBe(true);
    await importAll(page);
    expect(await page.getByTestId('job-summary').getByRole('region', { name: 'small.db' }).count()).toBe(1);
  });

  it('that is cancelled leaves the library empty and says so', async () => {
    const { page, choose, call } = await openWindow();
    choose(large);
    await previewOf(page);
    await page.getByRole('button', { name: /^Import \d+ file/u }).click();
    await page.getByTestId('job-progress').getByRole('button', { name: 'Cancel' }).click();
    await page.locator('[data-testid="job-summary"][data-state="cancelled"]').waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('Your library is unchanged.');
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
    await page.getByTestId('empty-library').waitFor();
    const status = await call('library.getStatus', {});
    expect(status.state === 'open' && status.tables.every(({ rowCount }) => rowCount === 0)).toBe(true);
  });

  it('goes on in the background, shown in the status bar', async () => {
    const { page, choose } = await openWindow();
    choose(large);
    await previewOf(page);
    await page.getByRole('button', { name: /^Import \d+ file/u }).click();
    await page.getByRole('button', { name: 'Continue in the background' }).first().click();
    await page.getByRole('button', { name: /^Cancel: / }).waitFor();
    await page.getByRole('button', { name: 'Show summary' }).click({ timeout: 60_000 });
    await page.locator('[data-testid="job-summary"][data-state="done"]').waitFor();
  });

  it('can be undone in the library view, which then shows it as undone', async () => {
    const { page, choose } = await openWindow();
    choose(small);
    await previewOf(page);
    await importAll(page);
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
    await page.getByRole('button', { name: 'Library' }).click();
    await page.locator('[data-table="messages"]', { hasText: '500' }).waitFor();
    await page.getByRole('button', { name: 'Undo: small.db' }).click();
    await page.getByRole('button', { name: 'Undo import' }).click();
    await page.locator('[data-testid="job-summary"][data-state="done"]').waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('The import was taken back.');
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
    await page.locator('[data-table="messages"][data-empty]').waitFor();
    await page
      .getByRole('table', { name: 'Past imports' })
      .getByText(/^undone /u)
      .waitFor();
  });

  it('starts from files dropped anywhere on the window', async () => {
    const { page, call } = await openWindow();
    await page.getByText('Try it with sample data').waitFor();
    await call('library.create', { name: 'Drop' });
    await page.getByTestId('empty-library').waitFor();
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [small], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type: 'dragEnter', x: 500, y: 400, data });
    await session.send('Input.dispatchDragEvent', { type: 'dragOver', x: 500, y: 400, data });
    await page.getByText('Drop to import').waitFor();
    await session.send('Input.dispatchDragEvent', { type: 'drop', x: 500, y: 400, data });
    await page.locator('[data-testid="import-preview"]:not([data-inspecting])').waitFor();
    expect(await page.getByText('Drop to import').count()).toBe(0);
    expect(await page.getByRole('region', { name: 'small.db' }).getByRole('row').count()).toBeGreaterThan(1);
  });
});
