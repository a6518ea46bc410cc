import { runCli } from '../../electron/hosts/cli/run-cli.ts';

/** How a command ended, and what it wrote. */
export interface Ending {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command line as the entry runs it, without the second that a process of its own takes. */
export async function raidscope(...values: readonly string[]): Promise<Ending> {
  const ending = { out: '', err: '' };
  const status = await runCli(values, {
    out: { write: (text) => (ending.out += text) },
    err: { write: (text) => (ending.err += text) },
  });
  return { status, ...ending };
}
