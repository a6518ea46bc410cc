import { RaidscopeError, toRaidscopeError, type ErrorCode } from '../../shared/contract/errors.ts';

interface ErrorSentence {
  /** A headline of a few words. */
  readonly title: string;
  /** What this means for the person's data, and what to do next. */
  readonly advice: string;
}

const sentences: Readonly<Record<ErrorCode, ErrorSentence>> = {
  bad_input: {
    title: 'That cannot be done as entered',
    advice: 'Nothing was changed. Correct the entry and try again.',
  },
  forbidden: {
    title: 'Not allowed from here',
    advice: 'Nothing was changed. Choose or drop the file again, so that Raidscope may read it.',
  },
  not_found: {
    title: 'No longer there',
    advice: 'Nothing was changed. It may have been moved, renamed or deleted in the meantime.',
  },
  no_permission: {
    title: 'Access denied by the system',
    advice: 'Nothing was changed. Check that you may read the file and write to its folder.',
  },
  unsupported_file: {
    title: 'Not a file that Raidscope can read',
    advice: 'Nothing was changed. Choose a database backup of the game server (schema 1.0 or 1.1).',
  },
  corrupt_file: {
    title: 'The file is damaged',
    advice: 'Your library is unchanged. Try another copy of the backup, or make it again on the server.',
  },
  newer_schema: {
    title: 'Made by a newer version',
    advice: 'Nothing was changed. Update Raidscope to open this file.',
  },
  source_changed: {
    title: 'The file changed while it was read',
    advice: 'Your library is unchanged. Wait until the backup is complete, then try again.',
  },
  locked: {
    title: 'In use by another program',
    advice: 'Nothing was changed. Close the other program or window, then try again.',
  },
  no_space: {
    title: 'The disk is full',
    advice: 'Your library is as it was before. Free some space, then try again.',
  },
  read_only: {
    title: 'This library can only be read',
    advice: 'Nothing was changed. Move the library to a folder that you may write to, or make a new one.',
  },
  cancelled: { title: 'Cancelled', advice: 'Nothing was changed.' },
  internal: {
    title: 'Something went wrong inside Raidscope',
    advice: 'Your library is unchanged. Try again; if it happens again, restart Raidscope.',
  },
};

export interface DescribedError extends ErrorSentence {
  readonly code: ErrorCode;
  /** What exactly failed. */
  readonly message: string;
}

/** Any thrown value in words: what happened, that nothing was lost, what to do. */
export function describeError(thrown: unknown): DescribedError {
  const error = toRaidscopeError(thrown);
  return { code: error.code, message: error.message, ...sentences[error.code] };
}

/** True for a call that was given up on purpose, of which nobody needs to be told. */
export function isCancelled(thrown: unknown): boolean {
  return thrown instanceof RaidscopeError && thrown.code === 'cancelled';
}
