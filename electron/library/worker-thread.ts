import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { OperationProgress } from './operation.ts';
import type { OperationInput, OperationName, OperationOutput } from './worker-operations.ts';
import type { WorkerCall, WorkerReply, WorkerRole } from './worker-protocol.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: OperationProgress) => void) | undefined;
}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((progress: OperationProgress) => void) | undefined;
}

/** In the bundle the worker stands beside the main file; from source it is the TypeScript file itself. */
function workerUrl(): URL {
  const bundled = new URL('./worker.js', import.meta.url);
  return existsSync(fileURLToPath(bundled)) ? bundled : new URL('./worker.ts', import.meta.url);
}

/** The main thread's end of one worker: calls go out by name, each is answered once, and each can be cancelled. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, PendingCall>();
  #nextId = 1;
  #end: RaidscopeError | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: WorkerReply) => this.#receive(message));
    worker.on('error', (error) => this.#endWith(new RaidscopeError('internal', error.message, {}, { cause: error })));
    worker.on('exit', () => this.#endWith(new RaidscopeError('cancelled', 'The library was closed.')));
  }

  /** Starts a worker and waits until its connection is open. Throws what kept it from opening. */
  static async start(role: WorkerRole): Promise<WorkerThread> {
    const worker = new Worker(workerUrl(), { workerData: role });
    const first = await new Promise<WorkerReply>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    if (first.kind === 'unusable') {
      await endOf(worker);
      throw RaidscopeError.from(first.error);
    }
    return new WorkerThread(worker);
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  call<Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    options: CallOptions = {},
  ): Promise<OperationOutput<Name>> {
    // The registry ties each name to its types on both sides; between them is structured clone.
    return this.#send(operation, input, options) as Promise<OperationOutput<Name>>; // see above
  }

  /** Lets the running call end, closes the connection, ends the thread. */
  async close(): Promise<void> {
    if (this.#end !== null) return;
    const ended = endOf(this.#worker);
    await this.#send('close', null, {});
    await ended;
  }

  #send(operation: string, input: unknown, { signal, onProgress }: CallOptions): Promise<unknown> {
    if (this.#end !== null) return Promise.reject(this.#end);
    const id = this.#nextId++;
    const cancelFlag = new SharedArrayBuffer(4);
    const cancel = (): void => {
      Atomics.store(new Int32Array(cancelFlag), 0, 1);
    };
    if (signal?.aborted === true) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onProgress });
      this.#worker.postMessage({ id, operation, input, cancelFlag } satisfies WorkerCall);
    }).finally(() => signal?.removeEventListener('abort', cancel));
  }

  #receive(message: WorkerReply): void {
    if (message.kind === 'ready' || message.kind === 'unusable') return;
    const call = this.#pending.get(message.id);
    if (call === undefined) return;
    if (message.kind === 'progress') {
      call.onProgress?.(message.progress);
      return;
    }
    this.#pending.delete(message.id);
    if (message.kind === 'result') {
      call.resolve(message.value);
    } else {
      const error = RaidscopeError.from(message.error);
      error.stack = message.stack;
      call.reject(error);
    }
  }

  #endWith(error: RaidscopeError): void {
    this.#end ??= error;
    for (const call of this.#pending.values()) call.reject(this.#end);
    this.#pending.clear();
  }
}

/** How long a thread may take to end by itself; a stuck one must not keep the app from closing. */
const patienceMs = 10_000;

/**
 * Waits until a thread has ended by itself: one that is terminated while its connection is being taken down can bring
 * the whole process down.
 */
async function endOf(worker: Worker): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  worker.once('exit', () => resolve());
  const timer = setTimeout(() => void worker.terminate(), patienceMs);
  await promise;
  clearTimeout(timer);
}
