import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs one of this folder's scripts in a process of its own and parses the JSON that it prints: caches, memory and
 * threads of one measurement do not reach the next.
 */
export async function runChild<Answer>(script: string, args: readonly string[]): Promise<Answer> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await run(process.execPath, [path, ...args], { maxBuffer: 1 << 24, timeout: 900_000 });
  return JSON.parse(stdout) as Answer; // both ends of the pipe are files of this folder
}

/** Most memory that this process ever held, in MB. */
export function peakMemoryMb(): number {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    if (match !== null) return Number(match[1]) / 1000;
  } catch {
    // Not Linux: the next line knows as well.
  }
  return process.resourceUsage().maxRSS / 1000;
}
