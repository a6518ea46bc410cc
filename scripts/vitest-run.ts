import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, runTool } from './run-step.ts';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface TestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Runs the given vitest projects (all of them by default) and counts from its own report. */
export async function runVitest(projects: readonly string[] = []): Promise<TestCounts> {
  const reportPath = join(projectRoot, 'out', 'test-report.json');
  mkdirSync(join(projectRoot, 'out'), { recursive: true });
  rmSync(reportPath, { force: true });
  const values = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
  ];
  // The worker threads that tests start by the hundred are TypeScript files, which Node would compile each time anew.
  const environment = { NODE_COMPILE_CACHE: join(projectRoot, 'out', 'compiled') };
  const result = await runTool('node_modules/vitest/vitest.mjs', values, { environment });
  // Without a report the runner itself failed, and said why.
  if (!existsSync(reportPath)) return { passed: 0, failed: 1, skipped: 0 };
  return countTests(readFileSync(reportPath, 'utf8'), result.code);
}

/** A file that could not even be loaded holds no failed test but counts as one, and so does any other failed run. */
export function countTests(reportText: string, exitCode: number): TestCounts {
  const report = JSON.parse(reportText) as TestReport; // vitest's own report
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    const failedBefore = counts.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  if (counts.failed === 0 && (exitCode !== 0 || !report.success)) counts.failed = 1;
  return counts;
}

/** The one plain line that everything ends with. */
export function countLine(counts: TestCounts): string {
  const line = `${counts.passed} passed, ${counts.failed} failed`;
  return counts.skipped > 0 ? `${line}, ${counts.skipped} skipped` : line;
}
