/**
 * `npm run build [part...]`: builds the page, the preload script, and the main process with its worker thread and SQL process into
 * `out/`. With `--stale` only what is older than its sources is built, so that starting costs nothing when nothing changed.
 */
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

export interface BuildPart {
  readonly name: 'renderer' | 'preload' | 'main' | 'worker' | 'sql';
  readonly config: string;
  /** The file whose age is the part's age. */
  readonly output: string;
  readonly sources: readonly string[];
}

export const buildParts: readonly BuildPart[] = [
  {
    name: 'renderer',
    config: 'vite.renderer.config.ts',
    output: 'out/renderer/index.html',
    sources: ['renderer', 'shared', 'package-lock.json', 'vite.renderer.config.ts'],
  },
  {
    name: 'preload',
    config: 'vite.preload.config.ts',
    output: 'out/preload/preload.cjs',
    sources: ['electron/hosts', 'vite.preload.config.ts'],
  },
  {
    name: 'main',
    config: 'vite.main.config.ts',
    output: 'out/main/main.js',
    sources: ['electron', 'shared', 'package.json', 'package-lock.json', 'vite.main.config.ts'],
  },
  {
    name: 'worker',
    config: 'vite.worker.config.ts',
    output: 'out/main/worker.js',
    sources: ['electron', 'shared', 'migrations', 'package-lock.json', 'vite.worker.config.ts'],
  },
  {
    name: 'sql',
    config: 'vite.sql.config.ts',
    output: 'out/main/sql-process.js',
    sources: ['electron', 'shared', 'package-lock.json', 'vite.sql.config.ts'],
  },
];

/** Whether any source was changed after the part was built. */
export function isStale(part: BuildPart, folder: string = root): boolean {
  const output = join(folder, part.output);
  if (!existsSync(output)) return true;
  const builtAt = statSync(output).mtimeMs;
  return part.sources.some((source) => newestChange(join(folder, source)) > builtAt);
}

export async function buildPart(part: BuildPart): Promise<void> {
  await build({ configFile: join(root, part.config), logLevel: 'warn' });
  if (part.name !== 'worker') return;
  // The worker reads the migrations from its own folder.
  const migrations = join(root, 'out/main/migrations');
  rmSync(migrations, { recursive: true, force: true });
  cpSync(join(root, 'migrations'), migrations, { recursive: true });
}

function newestChange(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}

if (import.meta.main) {
  const values = process.argv.slice(2);
  const onlyStale = values.includes('--stale');
  const names = values.filter((value) => !value.startsWith('--'));
  process.chdir(root);
  for (const part of buildParts) {
    if (names.length > 0 && !names.includes(part.name)) continue;
    if (onlyStale && !isStale(part)) continue;
    const startedAt = performance.now();
    await buildPart(part);
    process.stdout.write(`built ${part.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
}
