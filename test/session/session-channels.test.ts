import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import type { SessionState } from '../../shared/session/types.ts';
import { importFiles, startApp } from '../bench/app-session.ts';
import { temporaryFolder } from '../library/library-files.ts';

it('the session of a library is there in the next run, at a message near by when its own are gone', async () => {
  const folder = temporaryFolder();
  const first = startApp(folder);
  await first.request('library.create', { name: 'Guild' });
  expect(await first.request('session.get', {})).toBeNull();
  const paths = [1, 2].map((seed) => {
    const path = join(folder, `server-${seed}.db`);
    writeSampleBackup(path, { messageCount: 300, seed });
    return path;
  });
  await importFiles(first, paths.slice(0, 1));
  const ofFirst = await first.request('messages.search', { limit: 200 });
  await importFiles(first, paths.slice(1));
  const { items } = await first.request('messages.search', { limit: 200 });
  const firstIds = new Set(ofFirst.items.map(({ id }) => id));
  const top = items.find(({ id, seq }) => !firstIds.has(id) && seq < (ofFirst.items[50]?.seq ?? 0));
  const active = ofFirst.items[60];
  const state: SessionState = {
    view: 'messages',
    query: 'from:anna',
    position: { topId: top?.id ?? '', topOffset: -3.5, activeId: active?.id ?? null, openId: top?.id ?? null },
  };
  await first.request('session.save', state);
  await first.close();

  const next = startApp(folder);
  onTestFinished(() => next.close());
  await next.app.openLastLibrary();
  expect(await next.request('session.get', {})).toEqual(state);
  const [newest] = await next.request('imports.list', {});
  const { jobId } = await next.request('imports.undo', { importId: newest?.id ?? 0 });
  await next.waitForJob(jobId);
  const before = ofFirst.items.find(({ seq }) => seq <= (top?.seq ?? 0));
  expect(await next.request('session.get', {})).toEqual({
    ...state,
    position: { topId: before?.id, topOffset: -3.5, activeId: active?.id, openId: null },
  });

  await next.request('library.create', { name: 'Other' });
  expect(await next.request('session.get', {})).toBeNull();
});
