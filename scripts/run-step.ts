import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..');

export interface StepResult {
  readonly code: number;
  /** Standard output and error, in the order in which they came; empty when they went straight to the terminal. */
  readonly output: string;
  readonly seconds: number;
}

export interface StepOptions {
  /** Collects the output instead of passing it on. */
  readonly isQuiet?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a program to its end. Ctrl+C reaches the program itself, which is then waited for. */
export function runStep(command: string, values: readonly string[], options: StepOptions = {}): Promise<StepResult> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, values, {
      cwd: projectRoot,
      env: { ...process.env, ...options.environment },
      stdio: options.isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
    const wait = (): void => {};
    const end = (): void => void child.kill('SIGTERM');
    process.on('SIGINT', wait);
    process.on('SIGTERM', end);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', end);
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), output, seconds });
    });
  });
}

/** Runs a package's program with this Node, whatever the system's own Node is. */
export function runTool(entry: string, values: readonly string[], options: StepOptions = {}): Promise<StepResult> {
  return runStep(process.execPath, [join(projectRoot, entry), ...values], options);
}
