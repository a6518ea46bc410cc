import { z } from 'zod';
import type { Envelope } from '../../shared/contract/bridge.ts';
import {
  channels,
  isChannelName,
  type ChannelName,
  type OutputOf,
  type ParsedInputOf,
} from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { AppRequest } from '../app.ts';
import type { Log } from '../app-options.ts';
import { explainError } from '../library/sqlite-errors.ts';

export interface CallContext {
  readonly signal: AbortSignal;
}

/** One handler for each channel, neither more nor fewer: what is not in the contract cannot be answered. */
export type Handlers = {
  readonly [Name in ChannelName]: (
    input: ParsedInputOf<Name>,
    call: CallContext,
  ) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

const slowCallMs = 500;

/**
 * Answers calls: sender, then the channel's schema, then its handler, then one envelope, then the log of slow calls. A
 * call is never answered by silence or by a thrown error.
 */
export class Dispatcher {
  readonly #handlers: Handlers;
  readonly #log: Log;
  readonly #running = new Map<string, AbortController>();

  constructor(handlers: Handlers, log: Log) {
    this.#handlers = handlers;
    this.#log = log;
  }

  async dispatch(request: AppRequest): Promise<Envelope> {
    const beganAt = performance.now();
    const abort = new AbortController();
    this.#running.set(request.requestId, abort);
    try {
      return { ok: true, value: await this.#answer(request, { signal: abort.signal }) };
    } catch (thrown) {
      const error = explainError(thrown);
      if (error.code === 'internal') {
        this.#log.error(`${request.channel} failed`, {
          stack: error.cause instanceof Error ? (error.cause.stack ?? '') : (error.stack ?? ''),
        });
      }
      return { ok: false, error: error.serialize() };
    } finally {
      if (this.#running.get(request.requestId) === abort) this.#running.delete(request.requestId);
      const tookMs = Math.round(performance.now() - beganAt);
      if (tookMs > slowCallMs) this.#log.warn(`${request.channel} was slow`, { tookMs });
    }
  }

  cancel(requestId: string): void {
    this.#running.get(requestId)?.abort();
  }

  async #answer({ channel, input, sender }: AppRequest, call: CallContext): Promise<unknown> {
    if (!sender.isTrusted) {
      throw new RaidscopeError('forbidden', 'Only Raidscope’s own window may call the main process.', { channel });
    }
    if (!isChannelName(channel)) throw new RaidscopeError('bad_input', `There is no channel ${channel}.`, { channel });
    const parsed = channels[channel].input.safeParse(input);
    if (!parsed.success) {
      throw new RaidscopeError('bad_input', `${channel}: ${z.prettifyError(parsed.error)}`, { channel });
    }
    // The map's type pairs each channel's parsed input with its handler; indexing by a union loses that pairing.
    const handler = this.#handlers[channel] as (input: unknown, call: CallContext) => unknown; // see above
    return handler(parsed.data, call);
  }
}
