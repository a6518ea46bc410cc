import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { importsOf } from '../../shared/jobs/types.ts';
import { importFiles, startApp, type AppSession } from './app-session.ts';
import type { Figure } from './figure.ts';

/** From nothing running to the first page of messages; the window's own start comes on top. */
export async function measureOpening(folder: string, library: string): Promise<Figure[]> {
  const start = performance.now();
  const session = startApp(folder);
  try {
    await session.app.openLibrary(library);
    await session.request('library.getStatus', {});
    const page = await session.request('messages.search', {});
    const seconds = (performance.now() - start) / 1000;
    if (page.items.length === 0) throw new Error('The library has no messages to show');
    return [{ name: 'open the library to first rows', value: seconds, unit: 's', budget: 1.5 }];
  } finally {
    await session.close();
  }
}

/** What comes after an import: the same file again, its preview, and taking it back. */
export async function measureAfterwards(session: AppSession, source: string, messageCount: number): Promise<Figure[]> {
  const status = await session.request('library.getStatus', {});
  const sizeBytes = status.state === 'open' ? statSync(status.path).size : 0;
  const inspecting = await timed(() => session.request('imports.inspect', { files: [source] }));
  const again = await timed(() => importFiles(session, [source]));
  const changed = Object.values(importsOf(again.answer.result)[0]?.tables ?? {}).reduce(
    (sum, counts) => sum + counts.added + counts.updated,
    0,
  );
  const undoing = await timed(async () => {
    for (const record of await session.request('imports.list', {})) {
      if (record.undoneAt !== null) continue;
      const { jobId } = await session.request('imports.undo', { importId: record.id });
      const job = await session.waitForJob(jobId);
      if (job.state !== 'done') throw new Error(`The undo ended as ${job.state}: ${job.error?.message ?? ''}`);
    }
  });
  return [
    { name: 'library file', value: sizeBytes / 1e6, unit: 'MB' },
    { name: 'library file per message', value: sizeBytes / messageCount, unit: 'bytes/row' },
    { name: 'preview of the same file', value: inspecting.seconds, unit: 's' },
    { name: 'import of the same file again', value: again.seconds, unit: 's', note: `${changed} rows changed` },
    { name: 'undo of both imports', value: undoing.seconds, unit: 's' },
  ];
}

async function timed<Answer>(
  work: () => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly seconds: number }> {
  const start = performance.now();
  const answer = await work();
  return { answer, seconds: (performance.now() - start) / 1000 };
}
