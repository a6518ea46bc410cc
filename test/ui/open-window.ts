import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startWindow, type TestWindow, type WindowOptions } from './start-window.ts';

/** Pictures of failed tests. */
const failureFolder = join(tmpdir(), 'raidscope-ui-failures');

/** Opens a window for the test under way and closes it afterwards; console errors and broken policies fail the test. */
export async function openWindow(options: WindowOptions = {}): Promise<TestWindow> {
  const window = await startWindow(options);
  const { page, faults } = window;
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail' && !page.isClosed()) {
      mkdirSync(failureFolder, { recursive: true });
      await page.screenshot({ path: join(failureFolder, `${task.name.replaceAll(/\W+/gu, '-').slice(0, 80)}.png`) });
    }
    await window.close();
    expect(faults).toEqual([]);
  });
  return window;
}
