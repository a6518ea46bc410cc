import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { importFiles, startApp, type AppSession } from '../bench/app-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'raidscope-raids-'));
const backupPath = join(folder, 'server.db');
let session: AppSession;
let backup: Database;
let raidId = '';

beforeAll(async () => {
  writeSampleBackup(backupPath, { messageCount: 3000, seed: 11 });
  backup = openDatabase(backupPath, { readonly: true });
  session = startApp(folder);
  await session.request('library.create', { name: 'Raids' });
  await importFiles(session, [backupPath]);
  raidId = (await session.request('raids.list', { query: 'result:wipe', limit: 1 })).items[0]?.id ?? '';
});
afterAll(async () => {
  backup.close();
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the view of active raids is the server’s own query', async () => {
  const active = backup
    .prepare<[string], string>(
      `SELECT id FROM raids WHERE server_id = ? AND status IN ('preparing', 'in_progress') ORDER BY created_at DESC`,
    )
    .pluck();
  const servers = backup.prepare<[], string>('SELECT id FROM servers').pluck().all();
  const found: string[] = [];
  for (const server of servers) {
    const { items } = await session.request('raids.list', {
      query: `result:live,preparing server:${server}`,
      sort: 'began',
    });
    expect(items.map(({ id }) => id)).toEqual(active.all(server));
    found.push(...items.map(({ id }) => id));
  }
  expect(found.length).toBeGreaterThan(0);
});

it('a mark on a raid is shown with it, can be changed and taken away', async () => {
  const { raid } = await session.request('raids.get', { id: raidId });
  const atMs = Date.parse(`${raid.startedAt?.replace(' ', 'T') ?? ''}Z`) + 60_000;
  const mark = await session.request('raids.addMark', { raidId, atMs, text: '  late interrupt ' });
  expect(mark).toEqual({ id: mark.id, raidId, atMs, text: 'late interrupt' });
  expect((await session.request('raids.get', { id: raidId })).marks).toEqual([mark]);
  const changed = await session.request('raids.changeMark', { id: mark.id, text: 'no interrupt' });
  expect((await session.request('raids.get', { id: raidId })).marks).toEqual([changed]);
  expect((await session.request('raids.timeline', {})).marks).toEqual([]);
  await session.request('raids.removeMark', { id: mark.id });
  expect((await session.request('raids.get', { id: raidId })).marks).toEqual([]);
});

it('a mark of no raid stands on the time line of nights', async () => {
  const mark = await session.request('raids.addMark', { raidId: null, atMs: 1_790_000_000_000, text: 'new tier' });
  expect((await session.request('raids.timeline', {})).marks).toEqual([mark]);
  await session.request('raids.removeMark', { id: mark.id });
});

it('a mark on a raid that is not there, and one that is gone, are not found', async () => {
  await expect(session.request('raids.addMark', { raidId: 'gone', atMs: 0, text: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(session.request('raids.changeMark', { id: 999, text: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

it.each(['', '   ', 'two\nlines', 'x'.repeat(501)])('a mark cannot say %j', async (text) => {
  await expect(session.request('raids.addMark', { raidId: null, atMs: 0, text })).rejects.toMatchObject({
    code: 'bad_input',
  });
});

it('marks, stars and notes on a raid outlive the undo of its import, and the raid comes back with them', async () => {
  const mark = await session.request('raids.addMark', { raidId, atMs: 1_790_000_000_000, text: 'kept' });
  await session.request('annotations.set', {
    subject: { kind: 'raid', id: raidId },
    isStarred: true,
    note: 'kept too',
  });
  const [imported] = await session.request('imports.list', {});
  const { jobId } = await session.request('imports.undo', { importId: imported?.id ?? 0 });
  expect((await session.waitForJob(jobId)).state).toBe('done');
  await expect(session.request('raids.get', { id: raidId })).rejects.toMatchObject({ code: 'not_found' });
  expect((await session.request('raids.list', {})).total).toBe(0);
  await importFiles(session, [backupPath]);
  const detail = await session.request('raids.get', { id: raidId });
  expect(detail).toMatchObject({ note: 'kept too', marks: [mark], raid: { isStarred: true } });
  expect(detail.samples.length).toBeGreaterThan(0);
});
