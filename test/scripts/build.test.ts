import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isStale, type BuildPart } from '../../scripts/build.ts';

const part: BuildPart = { name: 'main', config: '', output: 'out/main.js', sources: ['electron', 'package.json'] };

describe('a built part', () => {
  it('is stale when it is missing or older than any source', () => {
    const folder = mkdtempSync(join(tmpdir(), 'raidscope-build-'));
    for (const name of ['out', 'electron/hosts']) mkdirSync(join(folder, name), { recursive: true });
    const source = join(folder, 'electron/hosts/main.ts');
    writeFileSync(source, '');
    expect(isStale(part, folder)).toBe(true);

    writeFileSync(join(folder, part.output), '');
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, part.output), later, later);
    expect(isStale(part, folder)).toBe(false);

    const latest = new Date(Date.now() + 120_000);
    utimesSync(source, latest, latest);
    expect(isStale(part, folder)).toBe(true);
  });
});
