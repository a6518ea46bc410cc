import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../exports/read-csv.ts';
import { makeFolder, makeLibrary } from './backups.ts';
import { countedHits, rows, until, visibleIds } from './on-screen.ts';
import { openWindow } from './open-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 5000);
});
afterAll(() => files.remove());

async function search(page: Page, query: string): Promise<void> {
  await rows(page).first().waitFor();
  await page.getByRole('combobox', { name: 'Search messages' }).fill(query);
  await page.locator('#message-list mark').first().waitFor();
  await countedHits(page);
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Waits for the end of an export and answers the path that the window tells. */
async function writtenPath(page: Page): Promise<string> {
  const done = page.getByTestId('export-done');
  await done.waitFor();
  return (await done.getAttribute('data-path')) ?? '';
}

/** What can be read of the message rows on screen, from top to bottom. */
function shownRows(page: Page): Promise<readonly { readonly id: string; readonly text: string }[]> {
  return page.locator('#message-list [data-message-id]').evaluateAll((elements: HTMLElement[]) =>
    elements
      .map((element) => ({
        id: element.dataset['messageId'] ?? '',
        top: element.getBoundingClientRect().top,
        text: element.innerText,
      }))
      .toSorted((one, other) => one.top - other.top)
      .map(({ id, text }) => ({ id, text })),
  );
}

describe('an export', () => {
  it('writes what is on the screen, and all of it', async () => {
    const { page, call } = await openWindow({ library });
    await call('settings.update', { timeZone: 'Asia/Tokyo' });
    await search(page, 'pull type:raid');
    const shown = await shownRows(page);
    const order = await visibleIds(page);
    const { total } = await call('messages.count', { query: 'pull type:raid' });
    await choose(page, 'CSV');
    const [heading = [], ...lines] = readCsv(readFileSync(await writtenPath(page), 'utf8'));
    expect(lines).toHaveLength(total);
    expect(heading[0]).toBe('Time (Asia/Tokyo)');
    const idColumn = heading.indexOf('Id');
    expect(lines.slice(0, order.length).map((line) => line[idColumn])).toEqual(order);
    const byId = new Map(lines.map((line) => [line[idColumn], line]));
    for (const { id, text } of shown) {
      const line = byId.get(id) ?? [];
      expect(text).toContain(line[heading.indexOf('Time (Asia/Tokyo)')]);
      expect(text).toContain(line[heading.indexOf('Author')]);
      expect(text).toContain((line[heading.indexOf('Text')] ?? '').replace(/^'(?=[=+\-@])/, ''));
    }
  });

  it('says before it begins how many rows it will write', async () => {
    const { page } = await openWindow({ library });
    await search(page, 'pull');
    const counted = await countedHits(page);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText(`Write ${counted} to a file`).waitFor();
  });

  it('leaves no unfinished file when it is cancelled', async () => {
    const { page, call, folder } = await openWindow({ library });
    await rows(page).first().waitFor();
    const target = await call('exports.chooseFile', { suggestedName: 'cancelled', format: 'csv' });
    const source = { kind: 'messages', query: '*e*', timeZone: 'UTC' } as const;
    const { jobId } = await call('exports.start', { source, format: 'csv', file: target?.token ?? '' });
    await call('jobs.cancel', { jobId });
    await page.getByText('The unfinished file was removed.').waitFor();
    const left = readdirSync(folder, { recursive: true }).map(String);
    expect(left.filter((name) => name.includes('cancelled'))).toEqual([]);
  });

  it('to the clipboard pastes into cells', async () => {
    const { page, call } = await openWindow({ library });
    await search(page, 'pull type:raid');
    const { total } = await call('messages.count', { query: 'pull type:raid' });
    await choose(page, 'For a spreadsheet (TSV)');
    await page.getByText(/^[\d,]+ rows? copied$/u).waitFor();
    const box = page.getByRole('combobox', { name: 'Search messages' });
    await box.fill('');
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' })),
    );
    await page.locator('#pasted').focus();
    await page.keyboard.press('Control+V');
    const pasted = await page.locator('#pasted').inputValue();
    const lines = pasted.trimEnd().split('\n');
    expect(lines).toHaveLength(total + 1);
    expect(lines[0]?.split('\t')).toContain('Author');
  });
});

const grid = (page: Page) => page.getByRole('grid', { name: 'Rows of the statement' });
const statementBox = (page: Page) => page.getByRole('textbox', { name: 'SQL statement' });

async function showSql(page: Page, query: string): Promise<void> {
  await search(page, query);
  await page.getByRole('button', { name: 'Show SQL' }).click();
  await until(page, async () => (await statementBox(page).inputValue()).includes('WITH hits'), 'the SQL is shown');
}

describe('the SQL panel', () => {
  it('runs the search as SQL, and finds the same messages in the same order', async () => {
    const { page, call } = await openWindow({ library });
    await showSql(page, 'pull type:raid');
    const { items, total } = await call('messages.search', { query: 'pull type:raid' }).then(
      async ({ items: found }) => ({
        items: found,
        ...(await call('messages.count', { query: 'pull type:raid' })),
      }),
    );
    await page.getByRole('button', { name: 'Run' }).click();
    await page
      .getByTestId('sql-outcome')
      .getByText(/rows?$/u)
      .waitFor();
    expect(await page.getByTestId('sql-outcome').innerText()).toContain(`${total.toLocaleString('en')} rows`);
    expect(await grid(page).getByRole('columnheader').allInnerTexts()).toEqual([
      'time',
      'type',
      'server',
      'channel',
      'author',
      'text',
      'id',
    ]);
    const firstCells = await grid(page)
      .locator('[role="row"]:not(:first-child) [role="gridcell"]:last-child')
      .allInnerTexts();
    expect(firstCells.slice(0, 10)).toEqual(items.slice(0, 10).map(({ id }) => id));
  });

  it('opens the message of a row, by the keyboard and by a double click', async () => {
    const { page, call } = await openWindow({ library });
    await showSql(page, 'pull type:raid');
    await statementBox(page).press('Control+Enter');
    await grid(page).waitFor();
    const { items } = await call('messages.search', { query: 'pull type:raid' });
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator(`aside[data-message-id="${items[1]?.id}"]`).waitFor();
    await grid(page)
      .getByText(items[2]?.id ?? '', { exact: true })
      .dblclick();
    await page.locator(`aside[data-message-id="${items[2]?.id}"]`).waitFor();
  });

  it('runs what was edited, keeps it through another search, and goes back to the search', async () => {
    const { page } = await openWindow({ library });
    await showSql(page, 'pull');
    await statementBox(page).fill('SELECT type, count(*) AS number FROM messages GROUP BY type ORDER BY type');
    await statementBox(page).press('Control+Enter');
    await grid(page).getByRole('columnheader', { name: 'number' }).waitFor();
    await page.getByRole('combobox', { name: 'Search messages' }).fill('wipe');
    expect(await statementBox(page).inputValue()).toContain('GROUP BY type');
    await page.getByRole('button', { name: 'Back to the search' }).click();
    await until(
      page,
      async () => (await statementBox(page).inputValue()).includes('wipe'),
      'the SQL of the new search',
    );
  });

  it('says why a statement is refused and where, and what SQLite finds wrong', async () => {
    const { page } = await openWindow({ library });
    await showSql(page, 'pull');
    await statementBox(page).fill('SELECT 1; DROP TABLE messages');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText('Only one statement is run at a time').waitFor();
    await page.getByRole('button', { name: 'Show the place' }).click();
    const selected = await statementBox(page).evaluate((box: HTMLTextAreaElement) =>
      box.value.slice(box.selectionStart, box.selectionEnd),
    );
    expect(selected).toBe('DROP');
    await statementBox(page).fill('SELECT email FROM users');
    await statementBox(page).press('Control+Enter');
    await page.getByText('Show personal data').first().waitFor();
    await statementBox(page).fill('SELECT nonsense FROM messages');
    await statementBox(page).press('Control+Enter');
    await page.getByText('no such column: nonsense').waitFor();
  });

  it('stops a statement that runs too long when asked', async () => {
    const { page } = await openWindow({ library });
    await showSql(page, 'pull');
    await statementBox(page).fill(
      'WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n',
    );
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Run' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('draws few of many rows, and exports them all', async () => {
    const { page } = await openWindow({ library });
    await showSql(page, 'pull');
    await statementBox(page).fill(
      "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n LIMIT 5000) SELECT x, -x AS minus, '=' || x AS formula FROM n",
    );
    await statementBox(page).press('Control+Enter');
    await page.getByText('First 1,000 rows').waitFor();
    expect(await grid(page).getByRole('row').count()).toBeLessThan(100);
    await grid(page).focus();
    await page.keyboard.press('End');
    await grid(page).getByText('=1000', { exact: true }).waitFor();
    await choose(page, 'CSV');
    const lines = readCsv(readFileSync(await writtenPath(page), 'utf8'));
    expect(lines).toHaveLength(5001);
    expect(lines[5000]).toEqual(['5000', '-5000', "'=5000"]);
  });
});
