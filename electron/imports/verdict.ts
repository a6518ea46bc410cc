import { RaidscopeError } from '../../shared/contract/errors.ts';

/**
 * An import and the check of its file's pages run at once, on two threads; the import commits only when the check is over
 * and found nothing. The two meet in four bytes of shared memory, because neither thread is free to receive a message.
 */
const pending = 0;
const sound = 1;
const damaged = 2;

export function createVerdict(): SharedArrayBuffer {
  return new SharedArrayBuffer(4);
}

export function giveVerdict(verdict: SharedArrayBuffer, isSound: boolean): void {
  const state = new Int32Array(verdict);
  Atomics.store(state, 0, isSound ? sound : damaged);
  Atomics.notify(state, 0);
}

/** How often a waiting import looks whether it was cancelled. */
const waitMs = 100;

/** Waits for the verdict. Throws `corrupt_file`, or `cancelled` by way of `throwIfCancelled`. */
export function awaitVerdict(verdict: SharedArrayBuffer, throwIfCancelled: () => void): void {
  const state = new Int32Array(verdict);
  while (Atomics.wait(state, 0, pending, waitMs) === 'timed-out') throwIfCancelled();
  if (Atomics.load(state, 0) === damaged) {
    throw new RaidscopeError(
      'corrupt_file',
      'The file is damaged. Nothing was imported; copy it again from the server.',
    );
  }
}
