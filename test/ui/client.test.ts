import { describe, expect, it } from 'vitest';
import { createClient } from '../../renderer/contract/client.ts';
import { describeError } from '../../renderer/contract/error-sentences.ts';
import type { Bridge, Envelope } from '../../shared/contract/bridge.ts';
import { errorCodes, RaidscopeError } from '../../shared/contract/errors.ts';

interface RecordedBridge extends Bridge {
  readonly cancelled: string[];
  readonly called: string[];
}

function bridgeAnswering(answer: Promise<Envelope>): RecordedBridge {
  const cancelled: string[] = [];
  const called: string[] = [];
  return {
    cancelled,
    called,
    call: (requestId) => {
      called.push(requestId);
      return answer;
    },
    cancel: (requestId) => void cancelled.push(requestId),
    subscribe: () => () => {},
    grantFiles: () => Promise.resolve([]),
  };
}

describe('the client', () => {
  it('answers what the envelope holds', async () => {
    const client = createClient(bridgeAnswering(Promise.resolve({ ok: true, value: { total: 3 } })));
    expect(await client.call('messages.count', { query: '' })).toEqual({ total: 3 });
  });

  it('throws what the main process refused', async () => {
    const error = { code: 'locked', message: 'Another copy has it open.', details: {} } as const;
    const client = createClient(bridgeAnswering(Promise.resolve({ ok: false, error })));
    await expect(client.call('library.close', {})).rejects.toMatchObject({ name: 'RaidscopeError', code: 'locked' });
  });

  it('cancels the call and fails at once when aborted', async () => {
    const bridge = bridgeAnswering(new Promise(() => {}));
    const abort = new AbortController();
    const answer = createClient(bridge).call('messages.search', {}, { signal: abort.signal });
    abort.abort();
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
    expect(bridge.cancelled).toEqual(bridge.called);
  });

  it('does not even ask when aborted before', async () => {
    const bridge = bridgeAnswering(new Promise(() => {}));
    await expect(
      createClient(bridge).call('messages.search', {}, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(bridge.called).toEqual([]);
  });
});

describe('every error code', () => {
  it.each(errorCodes)('has its words: %s', (code) => {
    const { title, advice, message } = describeError(new RaidscopeError(code, 'What exactly.'));
    expect(title.length).toBeGreaterThan(5);
    expect(advice).toMatch(/\.$/u);
    expect(message).toBe('What exactly.');
  });
});
