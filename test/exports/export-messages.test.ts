import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import type { ExportFormat } from '../../shared/exports/types.ts';
import type { Job } from '../../shared/jobs/types.ts';
import type { MessagePage } from '../../shared/messages/types.ts';
import { importFiles, startApp, type AppSession } from '../bench/app-session.ts';
import { readCsv } from './read-csv.ts';

const messageCount = 6000;
let folder = '';
let session: AppSession;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'raidscope-exports-'));
  const backup = join(folder, 'backup.db');
  writeSampleBackup(backup, { messageCount });
  session = startApp(join(folder, 'app'));
  await session.app.openLibrary(join(folder, 'library.raidscope'), { mayCreate: true });
  await importFiles(session, [backup]);
}, 120_000);

afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

let exportCount = 0;

async function exportTo(
  path: string,
  options: { query?: string; format?: ExportFormat; timeZone?: string; overwrites?: boolean } = {},
): Promise<Job> {
  const { query = '', format = 'csv', timeZone = 'UTC', overwrites = false } = options;
  const { jobId } = await session.request('exports.start', {
    source: { kind: 'messages', query, timeZone },
    format,
    file: path,
    overwrites,
  });
  return session.waitForJob(jobId);
}

function newPath(name = 'export.csv'): string {
  exportCount += 1;
  const path = join(folder, `exports-${exportCount}`);
  mkdirSync(path);
  return join(path, name);
}

async function shownIds(query: string, timeZone = 'UTC'): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page: MessagePage = await session.request('messages.search', { query, timeZone, limit: 200, cursor });
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return ids;
    cursor = page.next;
  }
}

describe('an export of messages', () => {
  it.each([
    '',
    'pull',
    'type:raid -is:deleted',
    'from:a OR *ull*',
    'on:2025-11 *e*',
    'pull sort:old',
    'pull OR wipe sort:best',
  ])('holds what the search %j finds, in its order, to the last', async (query) => {
    const path = newPath();
    const job = await exportTo(path, { query });
    expect(job).toMatchObject({ state: 'done', kind: 'export' });
    const ids = await shownIds(query);
    const rows = readCsv(readFileSync(path, 'utf8'));
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(ids);
    expect(job.result).toEqual({ kind: 'export', path, rowCount: ids.length, sizeBytes: readFileSync(path).length });
    expect(readdirSync(join(path, '..'))).toEqual(['export.csv']);
  });

  it('tells of each message what the window shows of it, in the zone that is shown', async () => {
    const path = newPath('export.jsonl');
    const query = 'type:raid OR type:dm';
    await exportTo(path, { query, format: 'jsonl', timeZone: 'Asia/Tokyo' });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const { items } = await session.request('messages.search', { query, limit: 200 });
    expect(items.some(({ recipient }) => recipient !== null)).toBe(true);
    for (const [index, item] of items.entries()) {
      const line = JSON.parse(lines[index] ?? '') as Record<string, unknown>;
      const moment = Date.parse(String(line['time']));
      expect(line['time']).toMatch(/\+09:00$/);
      expect(new Date(moment).toISOString().slice(0, 19).replace('T', ' ')).toBe(item.createdAt?.slice(0, 19));
      expect(line).toMatchObject({
        id: item.id,
        type: item.type,
        text: item.content,
        author: item.author.name,
        server: item.server.name,
        channel: item.channel?.name ?? null,
        recipient: item.recipient?.name ?? null,
        deleted: item.isDeleted,
        reactions: item.reactions.map(({ reaction, count }) => `${reaction} ${count}`),
        starred: false,
        tags: [],
        note: null,
      });
    }
  });

  it('as plain text is a log', async () => {
    const path = newPath('export.txt');
    await exportTo(path, { query: 'type:raid', format: 'text' });
    const [line = ''] = readFileSync(path, 'utf8').split('\n');
    expect(line).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}\[raid\] {3}[^:]+: /);
  });

  it('holds no e-mail address, IP address or user agent', async () => {
    const path = newPath('export.jsonl');
    await exportTo(path, { format: 'jsonl' });
    const text = readFileSync(path, 'utf8');
    expect(text).not.toMatch(/@example|user_agent|Mozilla|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/);
  });

  it('with nothing found is a heading', async () => {
    const path = newPath();
    const job = await exportTo(path, { query: 'zzzzzz' });
    expect(job.result).toMatchObject({ rowCount: 0 });
    expect(readCsv(readFileSync(path, 'utf8'))).toHaveLength(1);
  });

  it('leaves a file of that name alone, unless it may give way', async () => {
    const path = newPath();
    writeFileSync(path, 'mine');
    const refused = await exportTo(path);
    expect(refused).toMatchObject({ state: 'failed', error: { code: 'bad_input' } });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(await exportTo(path, { overwrites: true })).toMatchObject({ state: 'done' });
    expect(readCsv(readFileSync(path, 'utf8'))).toHaveLength((await shownIds('')).length + 1);
  });

  it('leaves a file alone whose name is that of an unfinished export', async () => {
    const path = newPath();
    writeFileSync(`${path}.part`, 'mine');
    expect(await exportTo(path)).toMatchObject({ state: 'done' });
    expect(readFileSync(`${path}.part`, 'utf8')).toBe('mine');
  });

  it('that is cancelled leaves nothing behind', async () => {
    const path = newPath();
    const { jobId } = await session.request('exports.start', {
      source: { kind: 'messages', query: '*e*', timeZone: 'UTC' },
      format: 'csv',
      file: path,
    });
    await session.request('jobs.cancel', { jobId });
    expect(await session.waitForJob(jobId)).toMatchObject({ state: 'cancelled', result: null });
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('to a folder that cannot be made says so', async () => {
    const file = newPath('file');
    writeFileSync(file, '');
    const job = await exportTo(join(file, 'inside', 'export.csv'));
    expect(job.state).toBe('failed');
    expect(existsSync(join(file, 'inside'))).toBe(false);
  });

  it('on a full disk says so and leaves nothing behind', async (context) => {
    const disk = mkdtempSync(join(tmpdir(), 'raidscope-small-disk-'));
    onTestFinished(() => rmSync(disk, { recursive: true, force: true }));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      context.skip('this machine does not let a test mount a small disk');
    }
    try {
      const job = await exportTo(join(disk, 'export.csv'));
      expect(job).toMatchObject({ state: 'failed', error: { code: 'no_space' }, result: null });
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('goes on while the window searches and another import runs, and holds one state of the library', async () => {
    const other = join(folder, 'other.db');
    writeSampleBackup(other, { messageCount: 3000, seed: 7 });
    const path = newPath();
    const before = await session.request('messages.count', { query: '' });
    const exported = exportTo(path);
    const imported = importFiles(session, [other]);
    const search = await session.request('messages.search', { query: 'pull' });
    expect(search.items.length).toBeGreaterThan(0);
    const job = await exported;
    await imported;
    const after = await session.request('messages.count', { query: '' });
    expect(job.result?.kind === 'export' && [before.total, after.total].includes(job.result.rowCount)).toBe(true);
  });
});

describe('a library under export', () => {
  it('is not closed, and the refusal names the export', async () => {
    const path = newPath('slow.csv');
    const { jobId } = await session.request('exports.start', {
      source: { kind: 'messages', query: '', timeZone: 'UTC' },
      format: 'csv',
      file: path,
    });
    await expect(session.request('library.close', {})).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining('slow.csv') as string,
    });
    await session.waitForJob(jobId);
  });
});

describe('a copy for the clipboard', () => {
  it('holds the same as the file', async () => {
    const path = newPath('export.tsv');
    await exportTo(path, { query: 'pull', format: 'tsv' });
    const source = { kind: 'messages', query: 'pull', timeZone: 'UTC' } as const;
    const copy = await session.request('exports.copy', { source, format: 'tsv' });
    expect(copy).toMatchObject({ kind: 'text', text: readFileSync(path, 'utf8') });
  });
});

describe('the place of an export', () => {
  it('is a token that only a dialog gives', async () => {
    const plain = startApp(join(folder, 'untrusting'), { trustsPaths: false });
    onTestFinished(() => plain.close());
    await plain.app.openLibrary(join(folder, 'empty.raidscope'), { mayCreate: true });
    const source = { kind: 'messages', query: '', timeZone: 'UTC' } as const;
    const made = plain.request('exports.start', { source, format: 'csv', file: join(folder, 'made-up.csv') });
    await expect(made).rejects.toMatchObject({ code: 'forbidden' });
    const forReading = plain.app.grantFile(join(folder, 'library.raidscope'));
    const misused = plain.request('exports.start', { source, format: 'csv', file: forReading, overwrites: true });
    await expect(misused).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('without a dialog is a new name in the exports folder, whatever the page suggests', async () => {
    const plain = startApp(join(folder, 'no-dialog'), { trustsPaths: false });
    onTestFinished(() => plain.close());
    await plain.app.openLibrary(join(folder, 'empty-2.raidscope'), { mayCreate: true });
    const names: (string | undefined)[] = [];
    for (const suggestedName of ['../../etc/passwd', 'raids', 'raids', 'C:\\nul', 'CON', '...', 'a\u202Efdp']) {
      const target = await plain.request('exports.chooseFile', { suggestedName, format: 'csv' });
      names.push(target?.name);
    }
    expect(names).toEqual([
      'etc passwd.csv',
      'raids.csv',
      'raids (2).csv',
      'C nul.csv',
      'Raidscope export.csv',
      'Raidscope export (2).csv',
      'a fdp.csv',
    ]);
    const target = await plain.request('exports.chooseFile', { suggestedName: 'written', format: 'csv' });
    const { jobId } = await plain.request('exports.start', {
      source: { kind: 'messages', query: '', timeZone: 'UTC' },
      format: 'csv',
      file: target?.token ?? '',
    });
    const job = await plain.waitForJob(jobId);
    expect(job.result).toMatchObject({ path: join(folder, 'no-dialog', 'exports', 'written.csv') });
  });
});
