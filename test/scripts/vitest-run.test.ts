import { describe, expect, it } from 'vitest';
import { countLine, countTests } from '../../scripts/vitest-run.ts';

const file = (status: string, ...statuses: readonly string[]): object => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});
const report = (success: boolean, ...testResults: readonly object[]): string =>
  JSON.stringify({ success, testResults });

describe('counting tests', () => {
  it('tells passed, failed and skipped ones apart', () => {
    const text = report(
      false,
      file('failed', 'passed', 'failed', 'skipped'),
      file('passed', 'passed', 'pending', 'todo'),
    );
    expect(countTests(text, 1)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(countTests(report(false, file('failed'), file('passed', 'passed')), 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it('never says that nothing failed when the run did', () => {
    expect(countTests(report(false, file('passed', 'passed')), 0).failed).toBe(1);
    expect(countTests(report(true, file('passed', 'passed')), 1).failed).toBe(1);
  });

  it('says it in one plain line', () => {
    expect(countLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(countLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
  });
});
