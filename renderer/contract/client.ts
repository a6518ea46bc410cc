import type { Bridge } from '../../shared/contract/bridge.ts';
import type { ChannelName, InputOf, OutputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { RaidscopeEvent } from '../../shared/contract/events.ts';

export interface CallOptions {
  /** Aborting it tells the main process to stop; the call then fails with `cancelled`. */
  readonly signal?: AbortSignal;
}

/** The main process, typed: what the rest of the window uses instead of the bare bridge. */
export interface Client {
  /** Answers the channel's output; throws RaidscopeError. */
  call<Name extends ChannelName>(name: Name, input: InputOf<Name>, options?: CallOptions): Promise<OutputOf<Name>>;
  subscribe(listener: (event: RaidscopeEvent) => void): () => void;
  grantFiles(files: readonly File[]): Promise<readonly string[]>;
}

export function createClient(bridge: Bridge): Client {
  // A reloaded page must not reuse the ids of calls that the page before left running.
  const session = Math.random().toString(36).slice(2, 10);
  let callCount = 0;

  return {
    call: async <Name extends ChannelName>(name: Name, input: InputOf<Name>, options?: CallOptions) => {
      const requestId = `${session}-${++callCount}`;
      const signal = options?.signal;
      if (signal?.aborted) throw cancelled();
      const answer = bridge.call(requestId, name, input);
      const envelope = await (signal ? orAborted(answer, signal, () => bridge.cancel(requestId)) : answer);
      if (!envelope.ok) throw RaidscopeError.from(envelope.error);
      return envelope.value as OutputOf<Name>; // The main process answers what its handler's type says.
    },
    subscribe: (listener) => bridge.subscribe(listener),
    grantFiles: (files) => bridge.grantFiles(files),
  };
}

/** Fails at once when aborted: what waits for the answer must not wait for the main process to notice. */
function orAborted<Value>(answer: Promise<Value>, signal: AbortSignal, cancel: () => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      cancel();
      reject(cancelled());
    };
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function cancelled(): RaidscopeError {
  return new RaidscopeError('cancelled', 'The request was cancelled.');
}
