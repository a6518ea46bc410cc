import { randomUUID } from 'node:crypto';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { Job, JobKind, JobResult } from '../../shared/jobs/types.ts';
import type { Clock, Log } from '../app-options.ts';
import type { OperationProgress } from '../library/operation.ts';
import { explainError } from '../library/sqlite-errors.ts';

/** What long work is given: how to tell its progress, and when to stop. */
export interface JobContext {
  readonly signal: AbortSignal;
  readonly report: (progress: OperationProgress) => void;
  /** What is done for good so far: it is told even if the rest fails. */
  readonly setResult: (result: JobResult) => void;
}

export interface JobDefinition {
  readonly kind: JobKind;
  readonly title: string;
  run(context: JobContext): Promise<void>;
}

interface RunningJob {
  snapshot: Job;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

const reportIntervalMs = 100;
const mostEndedJobs = 50;

/** Runs long work, one snapshot each. Reports at most ten changes a second, and exactly one end. */
export class JobRunner {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #emit: (job: Job) => void;
  readonly #jobs = new Map<string, RunningJob>();

  constructor(options: { readonly clock: Clock; readonly log: Log; readonly emit: (job: Job) => void }) {
    this.#clock = options.clock;
    this.#log = options.log;
    this.#emit = options.emit;
  }

  start(definition: JobDefinition): Job {
    const abort = new AbortController();
    const snapshot: Job = {
      id: randomUUID(),
      kind: definition.kind,
      title: definition.title,
      state: 'running',
      phase: 'Starting',
      done: 0,
      total: 0,
      startedAt: this.#now(),
      endedAt: null,
      result: null,
      error: null,
    };
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const job: RunningJob = { snapshot, abort, ended };
    this.#jobs.set(snapshot.id, job);
    this.#emit(snapshot);
    // The caller learns the id before anything happens.
    setImmediate(() => void this.#run(job, definition).finally(resolve));
    return snapshot;
  }

  /** Newest first. */
  list(): readonly Job[] {
    return [...this.#jobs.values()].map((job) => job.snapshot).toReversed();
  }

  /** Throws `not_found`. */
  cancel(id: string): Job {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new RaidscopeError('not_found', 'There is no such job in this run.', { jobId: id });
    job.abort.abort();
    return job.snapshot;
  }

  /** A job that is under way, if any. */
  get running(): Job | null {
    return this.list().find(({ state }) => state === 'running') ?? null;
  }

  /** Cancels whatever runs and waits for its end. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.abort.abort();
    await Promise.all([...this.#jobs.values()].map((job) => job.ended));
  }

  async #run(job: RunningJob, definition: JobDefinition): Promise<void> {
    let lastReportAt = -reportIntervalMs;
    const context: JobContext = {
      signal: job.abort.signal,
      report: (progress) => {
        job.snapshot = { ...job.snapshot, ...progress };
        const now = this.#clock();
        if (now - lastReportAt < reportIntervalMs) return;
        lastReportAt = now;
        this.#emit(job.snapshot);
      },
      setResult: (result) => {
        job.snapshot = { ...job.snapshot, result };
      },
    };
    try {
      await definition.run(context);
      this.#end(job, { state: 'done', phase: 'Done', done: job.snapshot.total });
    } catch (thrown) {
      const error = explainError(thrown);
      if (error.code === 'cancelled') {
        this.#end(job, { state: 'cancelled', phase: 'Cancelled', error: error.serialize() });
      } else {
        this.#log.error(`${definition.title} failed`, { code: error.code, stack: error.stack ?? error.message });
        this.#end(job, { state: 'failed', phase: 'Failed', error: error.serialize() });
      }
    }
  }

  #end(job: RunningJob, change: Partial<Job>): void {
    job.snapshot = { ...job.snapshot, ...change, endedAt: this.#now() };
    const ended = [...this.#jobs.values()].filter((other) => other.snapshot.state !== 'running');
    for (const old of ended.slice(0, Math.max(0, ended.length - mostEndedJobs))) this.#jobs.delete(old.snapshot.id);
    this.#emit(job.snapshot);
  }

  #now(): string {
    return new Date(this.#clock()).toISOString();
  }
}
