import type { InputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { MessagePage } from '../../shared/messages/types.ts';
import type { Client } from '../contract/client.ts';

/** One page of hits. A message to begin with may be gone since an import was undone: then the list begins by itself. */
export async function searchPage(
  client: Client,
  input: InputOf<'messages.search'>,
  signal: AbortSignal,
): Promise<MessagePage> {
  try {
    return await client.call('messages.search', input, { signal });
  } catch (thrown) {
    const isGone = thrown instanceof RaidscopeError && thrown.code === 'not_found' && (input.around ?? null) !== null;
    if (!isGone) throw thrown;
    return client.call('messages.search', { ...input, around: null }, { signal });
  }
}
