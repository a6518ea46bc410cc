/** `npm run check`: types, lint, format, unused code, unit tests. Meant to run before every commit: under a minute. */
import { runStaticChecks } from './static-checks.ts';
import { countLine, runVitest } from './vitest-run.ts';

const failedChecks = await runStaticChecks();
const counts = await runVitest(['unit']);
const total = { ...counts, failed: counts.failed + failedChecks };
process.stdout.write(`${countLine(total)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
