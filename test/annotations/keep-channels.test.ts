import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import type { RaidscopeEvent } from '../../shared/contract/events.ts';
import { importFiles, startApp, type AppSession } from '../bench/app-session.ts';
import { temporaryFolder } from '../library/library-files.ts';

interface Started {
  readonly session: AppSession;
  readonly folder: string;
  readonly events: readonly RaidscopeEvent[];
  readonly messageId: string;
}

/** The real app over a library with a small sample. */
async function startWithSample(): Promise<Started> {
  const folder = temporaryFolder();
  const session = startApp(folder);
  onTestFinished(() => session.close());
  await session.request('library.create', { name: 'Guild' });
  const backup = join(folder, 'server.db');
  writeSampleBackup(backup, { messageCount: 1000, seed: 8 });
  await importFiles(session, [backup]);
  const events: RaidscopeEvent[] = [];
  session.app.subscribe((event) => events.push(event));
  const page = await session.request('messages.search', { limit: 1 });
  return { session, folder, events, messageId: page.items[0]?.id ?? '' };
}

it('a star is told as a change of its annotation, not of the library’s rows', async () => {
  const { session, events, messageId } = await startWithSample();
  const subject = { kind: 'message', id: messageId } as const;
  const annotation = await session.request('annotations.set', { subject, isStarred: true, tags: ['Loot'] });
  expect(events).toEqual([{ name: 'annotations.changed', payload: annotation }]);
  expect(await session.request('annotations.get', { subject })).toEqual(annotation);
  expect((await session.request('messages.search', { limit: 1 })).items[0]).toMatchObject({
    isStarred: true,
    tags: ['Loot'],
  });
  expect(await session.request('annotations.listTags', {})).toEqual([{ tag: 'Loot', count: 1 }]);
});

it('a star set while an import runs is kept when the import has ended', async () => {
  const { session, folder, messageId } = await startWithSample();
  const backup = join(folder, 'more.db');
  writeSampleBackup(backup, { messageCount: 3000, seed: 9 });
  const { jobId } = await session.request('imports.start', { files: [backup] });
  const star = session.request('annotations.set', { subject: { kind: 'message', id: messageId }, isStarred: true });
  const job = await session.waitForJob(jobId);
  expect(job.state).toBe('done');
  expect(await star).toMatchObject({ isStarred: true });
});

it('a star set while an import runs is kept when the app is closed before the import has ended', async () => {
  const { session, folder, messageId } = await startWithSample();
  const backup = join(folder, 'more.db');
  writeSampleBackup(backup, { messageCount: 20_000, seed: 9 });
  const writing = new Promise<void>((resolve) => {
    session.onProgress((job) => {
      if (job.done > 0) resolve();
    });
  });
  await session.request('imports.start', { files: [backup] });
  await writing;
  const subject = { kind: 'message', id: messageId } as const;
  const star = session.request('annotations.set', { subject, isStarred: true });
  await session.close();
  expect(await star).toMatchObject({ isStarred: true });
  const next = startApp(folder);
  onTestFinished(() => next.close());
  await next.app.openLastLibrary();
  expect(await next.request('annotations.get', { subject })).toMatchObject({ isStarred: true });
  expect(await next.request('imports.list', {})).toHaveLength(1);
});

it('players are found by part of their name, and chosen as oneself', async () => {
  const { session, events } = await startWithSample();
  const author = (await session.request('messages.search', { limit: 1 })).items[0]?.author;
  const found = await session.request('library.findPlayers', { text: author?.name.slice(1).toUpperCase() ?? '' });
  const player = found.find(({ id }) => id === author?.id);
  expect(player).toMatchObject({ name: author?.name, isPlaceholder: false, serverName: expect.any(String) });
  expect(player?.messageCount).toBeGreaterThan(0);
  expect(await session.request('library.findPlayers', { text: author?.id ?? '' })).toEqual([player]);
  expect(await session.request('library.setMe', { userIds: [author?.id ?? '', 'nobody'] })).toEqual(
    expect.arrayContaining([
      player,
      { id: 'nobody', name: 'nobody', isPlaceholder: true, serverName: null, messageCount: 0 },
    ]),
  );
  expect(events.map(({ name }) => name)).toEqual(['library.changed']);
  expect(await session.request('library.setMe', { userIds: [] })).toEqual([]);
  expect(await session.request('library.getMe', {})).toEqual([]);
});

it.skipIf(process.platform === 'win32' || process.getuid?.() !== 0)(
  'a library that this account may not write shows what is kept, and refuses to keep more',
  async () => {
    const { session, messageId } = await startWithSample();
    await session.request('annotations.set', { subject: { kind: 'message', id: messageId }, isStarred: true });
    const status = await session.request('library.getStatus', {});
    await session.request('library.close', {});
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    const copy = join(folder, 'copy.raidscope');
    copyFileSync(status.state === 'open' ? status.path : '', copy);
    const script = new URL('keep-as-nobody.ts', import.meta.url).pathname;
    const answer = execFileSync(process.execPath, [script, copy], { encoding: 'utf8', timeout: 60_000 });
    expect(JSON.parse(answer)).toEqual({
      isStarred: true,
      set: 'read_only',
      save: 'read_only',
      record: 'read_only',
      setMe: 'read_only',
      tags: [],
      saved: [],
      me: [],
    });
  },
);
