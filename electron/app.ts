import type { Bridge, Envelope } from '../shared/contract/bridge.ts';
import type { RaidscopeEvent } from '../shared/contract/events.ts';
import type { LibraryStatus } from '../shared/library/types.ts';
import type { AppCommand } from '../shared/app/types.ts';
import type { AppOptions, Sender } from './app-options.ts';

export interface AppRequest {
  readonly requestId: string;
  readonly channel: string;
  readonly input: unknown;
  readonly sender: Sender;
}

/** All of Raidscope behind its contract; the hosts put a window, a browser or a terminal before it. */
export interface App {
  /** Answers every request with an envelope; never rejects. */
  dispatch(request: AppRequest): Promise<Envelope>;
  cancel(requestId: string): void;
  subscribe(listener: (event: RaidscopeEvent) => void): () => void;
  /** Lets the page refer to a file by the token returned; only hosts call it, with paths from dialogs and drops. */
  grantFile(path: string): string;
  /** Opens (or makes, if `mayCreate`) the library at a path from the command line. Throws RaidscopeError. */
  openLibrary(path: string, options?: { readonly mayCreate?: boolean }): Promise<LibraryStatus>;
  /** Opens the library of last time, if it is still there; never throws. */
  openLastLibrary(): Promise<LibraryStatus>;
  sendCommand(command: AppCommand): void;
  /** Cancels jobs, ends the worker threads, releases the lock. */
  close(): Promise<void>;
}

export type { Bridge };

export function createApp(_options: AppOptions): App {
  throw new Error('under construction');
}
