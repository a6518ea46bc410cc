import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { StartChildProcess } from './child-process.ts';
import type { SqlAnswers, SqlReply, SqlRequest, SqlTask } from './sql-protocol.ts';

export interface SqlRunOptions {
  readonly signal: AbortSignal;
  /** Seconds that the statement may take once it runs; null: as long as it needs. */
  readonly maxSeconds: number | null;
  readonly onProgress?: (rowCount: number) => void;
}

/** How long a process may take until it runs the statement. */
const startSeconds = 30;

/**
 * Runs a statement in a process of its own. Throws `bad_input` for a statement that is refused, wrong, or was stopped for
 * its time or memory, and `cancelled`. The process is told to end before this resolves.
 */
export function runInProcess<Kind extends SqlTask['kind']>(
  start: StartChildProcess,
  libraryPath: string,
  task: Extract<SqlTask, { readonly kind: Kind }>,
  { signal, maxSeconds, onProgress }: SqlRunOptions,
): Promise<SqlAnswers[Kind]> {
  if (signal.aborted) return Promise.reject(stopped());
  const { promise, resolve, reject } = Promise.withResolvers<SqlAnswers[Kind]>();
  const child = start(processPath());
  const end = (settle: () => void): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    settle();
    child.kill();
  };
  const fail = (error: RaidscopeError): void => end(() => reject(error));
  const cancel = (): void => fail(stopped());
  signal.addEventListener('abort', cancel, { once: true });
  let timer = setTimeout(
    () => fail(new RaidscopeError('internal', 'The process for statements did not start in time.')),
    startSeconds * 1000,
  );
  child.onMessage((message) => {
    const reply = message as SqlReply; // sql-process.ts sends nothing else
    switch (reply.kind) {
      case 'started':
        clearTimeout(timer);
        if (maxSeconds !== null) timer = setTimeout(() => fail(tookTooLong(maxSeconds)), maxSeconds * 1000);
        break;
      case 'progress':
        onProgress?.(reply.rowCount);
        break;
      case 'result':
        end(() => resolve(reply.value as SqlAnswers[Kind])); // each kind of task has its kind of answer
        break;
      case 'error':
        fail(RaidscopeError.from(reply.error));
        break;
    }
  });
  child.onExit(() => fail(outOfMemory()));
  child.send({ libraryPath, task } satisfies SqlRequest);
  return promise;
}

function stopped(): RaidscopeError {
  return new RaidscopeError('cancelled', 'The statement was stopped.');
}

function tookTooLong(maxSeconds: number): RaidscopeError {
  return new RaidscopeError(
    'bad_input',
    `The statement was stopped after ${maxSeconds} seconds. Narrow it down, or search for less.`,
    { maxSeconds },
  );
}

function outOfMemory(): RaidscopeError {
  return new RaidscopeError(
    'bad_input',
    'The statement was stopped because it needed too much memory. Narrow it down, or sort and group less at once.',
  );
}

/** In the bundle the process's file stands beside the main one; from source it is the TypeScript file itself. */
function processPath(): string {
  const bundled = fileURLToPath(new URL('./sql-process.js', import.meta.url));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./sql-process.ts', import.meta.url));
}
