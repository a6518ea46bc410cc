import { useCallback, useEffect, useRef, useState } from 'react';
import type { SqlResult } from '../../shared/sql/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { isCancelled } from '../contract/error-sentences.ts';

/** How the statement that was run last stands. */
export interface SqlRun {
  readonly isRunning: boolean;
  /** The rows shown: of the last statement that was answered. */
  readonly answered: { readonly statement: string; readonly result: SqlResult } | null;
  readonly error: unknown;
  readonly run: (statement: string) => void;
  readonly stop: () => void;
}

export function useSqlRun(): SqlRun {
  const client = useClient();
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<Pick<SqlRun, 'isRunning' | 'answered' | 'error'>>({
    isRunning: false,
    answered: null,
    error: null,
  });
  const run = useCallback(
    (statement: string) => {
      running.current?.abort();
      const own = new AbortController();
      running.current = own;
      setState((before) => ({ ...before, isRunning: true, error: null }));
      client.call('sql.run', { statement }, { signal: own.signal }).then(
        (result) => setState({ isRunning: false, answered: { statement, result }, error: null }),
        (error: unknown) => {
          // One that was stopped for the next must not end the next.
          if (running.current !== own) return;
          setState((before) => ({ ...before, isRunning: false, error: isCancelled(error) ? null : error }));
        },
      );
    },
    [client],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  // Nobody is left to read the answer.
  useEffect(() => stop, [stop]);
  return { ...state, run, stop };
}
