/**
 * The packed app, without Electron: a stand-in program takes the place of the runtime that the packer would fetch.
 * What is looked at is the layout - what is in the archive, what lies beside it - and that the worker thread starts from
 * where it lies, away from the project's own node_modules.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPart, buildParts, isStale } from '../../scripts/build.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'raidscope-packed-'));
const resources = join(folder, 'dist', 'linux-unpacked', 'resources');
const unpacked = join(resources, 'app.asar.unpacked');

interface ArchiveFolder {
  readonly files: Readonly<Record<string, ArchiveFolder | { readonly unpacked?: boolean }>>;
}

/** Paths of the archive's files; those that lie beside it end in ` (beside)`. */
function archivedFiles(): string[] {
  const archive = readFileSync(join(resources, 'app.asar'));
  const header = archive.subarray(16, 16 + archive.readUInt32LE(12)).toString();
  const list = (parent: ArchiveFolder, path: string): string[] =>
    Object.entries(parent.files).flatMap(([name, entry]) => {
      if ('files' in entry) return list(entry, `${path}${name}/`);
      return [`${path}${name}${entry.unpacked ? ' (beside)' : ''}`];
    });
  return list(JSON.parse(header) as ArchiveFolder, ''); // the format of every asar archive
}

describe.runIf(process.platform === 'linux')('the packed app', () => {
  beforeAll(async () => {
    for (const part of buildParts) if (isStale(part)) await buildPart(part);
    const runtime = join(folder, 'runtime');
    mkdirSync(join(runtime, 'locales'), { recursive: true });
    writeFileSync(join(runtime, 'electron'), '#!/bin/sh\n');
    chmodSync(join(runtime, 'electron'), 0o755);
    writeFileSync(join(runtime, 'version'), '45.4.1');
    writeFileSync(join(runtime, 'locales', 'en-US.pak'), '');
    const packer = join(root, 'node_modules/electron-builder/cli.js');
    const ended = spawnSync(
      process.execPath,
      [
        packer,
        '--linux=dir',
        '--x64',
        '--config=electron-builder.config.json',
        `-c.electronDist=${runtime}`,
        `-c.directories.output=${join(folder, 'dist')}`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    if (ended.status !== 0) throw new Error(`The packer failed: ${ended.stdout}${ended.stderr}`);
  }, 90_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the page and the main process in the archive and the worker, SQL and driver beside it', () => {
    const files = archivedFiles();
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'LICENSE',
        'out/main/main.js',
        'out/main/worker.js (beside)',
        'out/main/sql-process.js (beside)',
        'out/main/migrations/0001_server_schema_1_0.sql (beside)',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
        'node_modules/better-sqlite3/prebuilds/linux-x64.node (beside)',
      ]),
    );
  });

  it('has no sources, no tests, no other systems and no other packages', () => {
    const strange = archivedFiles().filter((path) => {
      return !/^(?:package\.json|LICENSE|out\/(?:main|preload|renderer)\/|node_modules\/better-sqlite3\/)/u.test(path);
    });
    expect(strange).toEqual([]);
    expect(archivedFiles().filter((path) => /\.(?:tsx?|map|cpp|c|h)\b|darwin|win32|linuxmusl/u.test(path))).toEqual([]);
  });

  it('looks for the worker beside the archive', () => {
    const mainFile = readFileSync(join(root, 'out/main/main.js'), 'utf8');
    expect(mainFile).toMatch(
      /new URL\("\.\/worker\.js", import\.meta\.url\.replace\("app\.asar\/", "app\.asar\.unpacked\/"\)\)/u,
    );
  });

  it('looks for the SQL process beside the archive', () => {
    const mainFile = readFileSync(join(root, 'out/main/main.js'), 'utf8');
    expect(mainFile).toMatch(
      /new URL\("\.\/sql-process\.js", import\.meta\.url\.replace\("app\.asar\/", "app\.asar\.unpacked\/"\)\)/u,
    );
  });

  it('starts its worker from there', () => {
    const library = join(folder, 'packed.raidscope');
    const script = `
      const { Worker } = require('node:worker_threads');
      const worker = new Worker(${JSON.stringify(join(unpacked, 'out/main/worker.js'))}, {
        workerData: { kind: 'writer', path: ${JSON.stringify(library)} },
      });
      worker.once('message', ({ kind }) => { console.log(kind); process.exit(0); });
    `;
    const ended = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: folder, timeout: 20_000 });
    expect(ended).toMatchObject({ stderr: '', stdout: 'ready\n' });
  });

  it('runs a statement in its SQL process from there', () => {
    const request = {
      libraryPath: join(folder, 'packed.raidscope'),
      task: { kind: 'run', statement: 'SELECT count(*) FROM messages', maxRows: 10, showsPersonalData: false },
    };
    const script = `
      const { fork } = require('node:child_process');
      const child = fork(${JSON.stringify(join(unpacked, 'out/main/sql-process.js'))}, { serialization: 'advanced' });
      child.on('message', (reply) => {
        if (reply.kind === 'started') return;
        console.log(JSON.stringify(reply.value?.rows ?? reply));
        child.kill();
      });
      child.send(${JSON.stringify(request)});
    `;
    const ended = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: folder, timeout: 20_000 });
    expect({ out: ended.stdout, err: ended.stderr }).toEqual({ out: '[[0]]\n', err: '' });
  });
});
