/** `npm test`: everything. A failed check counts as a failed test, so the last line never hides one. */
import { findBrowser } from '../electron/hosts/chromium/find-browser.ts';
import { runTool } from './run-step.ts';
import { runStaticChecks } from './static-checks.ts';
import { countLine, runVitest } from './vitest-run.ts';

const failedChecks = await runStaticChecks();
const built = await runTool('scripts/build.ts', ['--stale']);
if (findBrowser() === null) {
  process.stdout.write('The window tests need Chromium, Google Chrome or Microsoft Edge; none is installed here.\n');
}
const counts = await runVitest();
const total = { ...counts, failed: counts.failed + failedChecks + (built.code === 0 ? 0 : 1) };
process.stdout.write(`${countLine(total)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
