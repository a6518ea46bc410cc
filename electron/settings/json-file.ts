import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A small JSON file that Raidscope owns. One that is missing or makes no sense reads as `fallback`. */
export function readJsonFile<Value>(path: string, schema: z.ZodType<Value>, fallback: Value): Value {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return fallback;
  }
}

/** Written aside and renamed, so that a crash leaves the old content or the new, never half of one. */
export function writeJsonFile(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const written = `${path}.${process.pid}.new`;
  writeFileSync(written, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(written, path);
}
