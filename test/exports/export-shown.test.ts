import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type AppSession } from '../bench/app-session.ts';
import { readCsv } from './read-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'raidscope-export-shown-'));
let session: AppSession;

beforeAll(async () => {
  session = startApp(folder);
  await session.request('library.create', { name: 'Any' });
});
afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

const table = {
  columns: [{ label: 'Player' }, { label: 'Damage', isNumber: true }, { label: 'Length', isNumber: true }],
  rows: [
    ["=cmd|' /C calc'!A0", '1,234,567', '5:32'],
    ['今日, 子', '-12.5', '–'],
  ],
};

it('a table that the window shows is written as it stands there, with plain numbers as numbers', async () => {
  const file = join(folder, 'shown.csv');
  const { jobId } = await session.request('exports.start', { source: { kind: 'shown', table }, format: 'csv', file });
  expect(await session.waitForJob(jobId)).toMatchObject({ state: 'done', result: { kind: 'export', rowCount: 2 } });
  expect(readCsv(readFileSync(file, 'utf8'))).toEqual([
    ['Player', 'Damage', 'Length'],
    ["'=cmd|' /C calc'!A0", '1234567', '5:32'],
    ['今日, 子', '-12.5', '–'],
  ]);
});

it('a table that the window shows is copied for a spreadsheet', async () => {
  expect(await session.request('exports.copy', { source: { kind: 'shown', table }, format: 'tsv' })).toMatchObject({
    kind: 'text',
    rowCount: 2,
    text: expect.stringContaining('今日, 子\t-12.5\t–') as string,
  });
});

it('a row of another length is refused', async () => {
  const ragged = { ...table, rows: [['one cell']] };
  await expect(
    session.request('exports.copy', { source: { kind: 'shown', table: ragged }, format: 'tsv' }),
  ).rejects.toMatchObject({ code: 'bad_input' });
});
