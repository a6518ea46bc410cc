/** Tries to import a file as an account that may not read it. Started as root; argument: the file. */
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import { startApp } from '../../bench/app-session.ts';

const nobody = 65_534;
const [file] = process.argv.slice(2);
if (file === undefined || process.setgid === undefined || process.setuid === undefined) {
  throw new Error('needs a file, and accounts');
}
const folder = mkdtempSync(join(tmpdir(), 'raidscope-nobody-'));
try {
  chownSync(folder, nobody, nobody);
  process.setgid(nobody);
  process.setuid(nobody);
  const session = startApp(join(folder, 'app'));
  await session.app.openLibrary(join(folder, 'library.raidscope'), { mayCreate: true });
  const [preview] = await session.request('imports.inspect', { files: [file] });
  const code = await session.request('imports.start', { files: [file] }).then(
    async ({ jobId }) => (await session.waitForJob(jobId)).error?.code ?? null,
    (thrown: unknown) => (thrown instanceof RaidscopeError ? thrown.code : String(thrown)),
  );
  await session.close();
  const previewCode = preview?.problems.find((problem) => problem.severity === 'error')?.code ?? null;
  process.stdout.write(JSON.stringify({ previewCode, code }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
