/** Opens a library as an account that may not write it. Started as root; arguments: library, source. */
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import { startApp } from '../../bench/app-session.ts';
import { isPlainSentence } from './library-under-test.ts';

const nobody = 65_534;
const [library, source] = process.argv.slice(2);
if (library === undefined || source === undefined || process.setgid === undefined || process.setuid === undefined) {
  throw new Error('needs two paths, and accounts');
}
const folder = mkdtempSync(join(tmpdir(), 'raidscope-nobody-'));
try {
  chownSync(folder, nobody, nobody);
  process.setgid(nobody);
  process.setuid(nobody);
  const session = startApp(join(folder, 'app'));
  const status = await session.app.openLibrary(library);
  const page = await session.request('messages.search', { limit: 10 });
  const error = await session.request('imports.start', { files: [source] }).then(
    async ({ jobId }) => (await session.waitForJob(jobId)).error,
    (thrown: unknown) => (thrown instanceof RaidscopeError ? thrown.serialize() : null),
  );
  await session.close();
  process.stdout.write(
    JSON.stringify({
      isReadOnly: status.state === 'open' && status.isReadOnly,
      hits: page.items.length,
      code: error?.code ?? null,
      hasPlainSentence: isPlainSentence(error?.message ?? ''),
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
