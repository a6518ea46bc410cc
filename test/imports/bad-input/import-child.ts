/**
 * Imports a file in a process that a test kills or starves, and tells its progress on stdout, a line of JSON for each
 * event. Arguments: app folder, library, source.
 */
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import { startApp } from '../../bench/app-session.ts';

const [folder, library, source] = process.argv.slice(2);
if (folder === undefined || library === undefined || source === undefined) throw new Error('needs three paths');
const tell = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
const session = startApp(folder);
session.onProgress((job) => {
  tell({ phase: job.phase, done: job.done, total: job.total });
});
try {
  await session.app.openLibrary(library, { mayCreate: true });
  tell({ opened: await session.request('library.getStatus', {}) });
  const { jobId } = await session.request('imports.start', { files: [source] });
  const job = await session.waitForJob(jobId);
  tell({ ended: job.state, code: job.error?.code ?? null, message: job.error?.message ?? null });
} catch (thrown) {
  tell({ ended: 'failed', code: thrown instanceof RaidscopeError ? thrown.code : String(thrown) });
} finally {
  await session.close();
}
