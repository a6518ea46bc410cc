import type { SerializedError } from './errors.ts';
import type { RaidscopeEvent } from './events.ts';

/** The one shape in which every call is answered. */
export type Envelope<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: SerializedError };

/**
 * All that the page can reach of the main process, under `window.raidscope`. The Electron preload and the Chromium
 * shell each provide it; nothing else does.
 */
export interface Bridge {
  /** `requestId` is chosen by the caller and names the call for `cancel`. */
  call(requestId: string, channel: string, input: unknown): Promise<Envelope>;
  cancel(requestId: string): void;
  subscribe(listener: (event: RaidscopeEvent) => void): () => void;
  /** Makes dropped or chosen files known to the main process; the page sees opaque tokens, never paths. */
  grantFiles(files: readonly File[]): Promise<readonly string[]>;
}
