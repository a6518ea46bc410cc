/**
 * The built app in the real Electron. Its runtime is a download that some networks block; where it is missing these
 * tests are skipped, say so, and count as skipped, never as passed.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildParts, buildPart, isStale } from '../../scripts/build.ts';
import { findElectron } from '../../scripts/electron-runtime.ts';

const root = join(import.meta.dirname, '../..');
const electron = findElectron();
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const missing =
  electron === null ? "Electron's runtime is not installed here" : hasDisplay ? '' : 'there is no display';
const because = missing === '' ? '' : ` (skipped: ${missing})`;

if (missing !== '') process.stdout.write(`The Electron tests are skipped: ${missing}.\n`);

describe.skipIf(missing !== '')('Raidscope in Electron', () => {
  let app: ElectronApplication;
  let page: Page;
  const dataFolder = mkdtempSync(join(tmpdir(), 'raidscope-e2e-'));

  beforeAll(async () => {
    for (const part of buildParts) if (isStale(part)) await buildPart(part);
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    app = await _electron.launch({
      executablePath: electron ?? '',
      args: [...(isRoot ? ['--no-sandbox'] : []), root],
      env: { ...process.env, RAIDSCOPE_DATA: dataFolder },
    });
    page = await app.firstWindow();
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it(`shows the page under the strict policy${because}`, async () => {
    expect(page.url()).toBe('app://raidscope/');
    await page.locator('#root > *').first().waitFor();
    expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined');
    expect(await page.evaluate(() => Object.keys(window.raidscope).sort())).toEqual([
      'call',
      'cancel',
      'grantFiles',
      'subscribe',
    ]);
  });

  it(`answers from SQLite in a worker thread${because}`, async () => {
    const created = await page.evaluate(() => window.raidscope.call('1', 'library.create', { name: 'First' }));
    expect(created).toMatchObject({ ok: true, value: { state: 'open', name: 'First' } });
  });

  it(`releases the library when it quits${because}`, async () => {
    await app.close();
    expect(existsSync(join(dataFolder, 'libraries', 'First.raidscope-wal'))).toBe(false);
  });
});
