import { describe, expect, it } from 'vitest';
import { JobRunner, type JobDefinition } from '../../electron/jobs/job-runner.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { Job } from '../../shared/jobs/types.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A runner with a clock that a test turns, all that it told, and the end of its only job. */
function startRunner(): { jobs: JobRunner; told: Job[]; ended: Promise<Job>; turn: (ms: number) => void } {
  let now = 0;
  const told: Job[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<Job>();
  const jobs = new JobRunner({
    clock: () => now,
    log,
    emit: (job) => {
      told.push(job);
      if (job.state !== 'running') resolve(job);
    },
  });
  return { jobs, told, ended, turn: (ms) => (now += ms) };
}

const job = (run: JobDefinition['run']): JobDefinition => ({ kind: 'import', title: 'Import x', run });

describe('a job', () => {
  it('ends once, as done, with what it reported last', async () => {
    const { jobs, told, ended } = startRunner();
    jobs.start(
      job(({ report }) => {
        report({ phase: 'Copying', done: 3, total: 4 });
        return Promise.resolve();
      }),
    );
    expect(await ended).toMatchObject({ state: 'done', done: 4, total: 4, error: null });
    expect(told.filter(({ state }) => state !== 'running')).toHaveLength(1);
  });

  it('tells at most ten changes a second', async () => {
    const { jobs, told, ended, turn } = startRunner();
    jobs.start(
      job(({ report }) => {
        for (let done = 0; done < 1000; done += 1) {
          turn(1);
          report({ phase: `step ${done % 7}`, done, total: 1000 });
        }
        return Promise.resolve();
      }),
    );
    await ended;
    // The start, ten changes in the second that passed, and the end.
    expect(told.length).toBeLessThanOrEqual(12);
    expect(told.length).toBeGreaterThanOrEqual(11);
  });

  it('that fails keeps its code, and what was done for good', async () => {
    const { jobs, ended } = startRunner();
    jobs.start(
      job(({ setResult }) => {
        setResult({ kind: 'import', imports: [] });
        return Promise.reject(new RaidscopeError('no_space', 'The disk is full.'));
      }),
    );
    expect(await ended).toMatchObject({
      state: 'failed',
      error: { code: 'no_space', message: 'The disk is full.' },
      result: { kind: 'import', imports: [] },
    });
  });

  it('that is cancelled ends as cancelled, and once more cancelled stays so', async () => {
    const { jobs, ended, told } = startRunner();
    const { id } = jobs.start(
      job(
        ({ signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new RaidscopeError('cancelled', 'Stopped.')));
          }),
      ),
    );
    await new Promise(setImmediate);
    jobs.cancel(id);
    expect(await ended).toMatchObject({ state: 'cancelled' });
    expect(jobs.cancel(id).state).toBe('cancelled');
    expect(told.filter(({ state }) => state !== 'running')).toHaveLength(1);
  });

  it('is in the full list, newest first, for a window that was reloaded', async () => {
    const { jobs } = startRunner();
    const first = jobs.start(job(() => Promise.resolve()));
    const second = jobs.start(job(() => Promise.resolve()));
    await jobs.close();
    expect(jobs.list().map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'done'],
      [first.id, 'done'],
    ]);
  });

  it('that nobody knows cannot be cancelled', () => {
    const { jobs } = startRunner();
    expect(() => jobs.cancel('none')).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
