/**
 * The page's side of the bridge. Its functions are sent to the page as text and run there before any of the page's
 * scripts, so they must not refer to anything outside themselves: what they need comes in as arguments.
 */
import type { Bridge, Envelope } from '../../../shared/contract/bridge.ts';
import { createEarlyEvents } from '../early-events.ts';
import type { EarlyEvents } from '../early-events.ts';

/** Names of what the host adds to the page. The bindings are taken off the window before the page's scripts run. */
export const pageNames = {
  call: '__raidscopeCall',
  cancel: '__raidscopeCancel',
  grantFiles: '__raidscopeGrantFiles',
  keptFiles: '__raidscopeKeptFiles',
  deliver: '__raidscopeDeliver',
} as const;

/** What the page may ask of the host. */
export interface PageBindings {
  /** The envelope, or its JSON text. */
  call(requestId: string, channel: string, input: unknown): Promise<Envelope | string>;
  cancel(requestId: string): Promise<void>;
  /** Asks for tokens of the files kept under a number. */
  grantFiles(batch: number): Promise<readonly string[]>;
}

/** The script that the browser runs in each new document. */
export function pageBridgeScript(): string {
  return `(${installPageBridge.toString()})(${JSON.stringify(pageNames)}, (${createEarlyEvents.toString()})());`;
}

/** The script that opens the browser's own file chooser and evaluates to the chosen files. */
export function chooseFilesScript(options: ChooserOptions): string {
  return `(${chooseFilesInPage.toString()})(${JSON.stringify(options)})`;
}

export interface ChooserOptions {
  readonly multiple: boolean;
  /** As the `accept` attribute: `.db,.gz`. */
  readonly accept: string;
}

function installPageBridge(names: typeof pageNames, events: EarlyEvents): void {
  const scope = window as unknown as Record<string, unknown>; // the host's names are not part of the window's type
  const take = (name: string): unknown => {
    const value = scope[name];
    delete scope[name];
    return value;
  };
  const call = take(names.call) as PageBindings['call']; // exposed by the host under this name
  const cancel = take(names.cancel) as PageBindings['cancel']; // exposed by the host under this name
  const grantFiles = take(names.grantFiles) as PageBindings['grantFiles']; // exposed by the host under this name
  if (window !== window.top) return;

  const keptFiles = new Map<number, readonly File[]>();
  let nextBatch = 1;
  const bridge: Bridge = {
    call: async (requestId, channel, input) => {
      const answer = await call(requestId, channel, input);
      return typeof answer === 'string' ? (JSON.parse(answer) as Envelope) : answer; // the host wrote it
    },
    cancel: (requestId) => void cancel(requestId),
    subscribe: (listener) => events.subscribe(listener),
    grantFiles: async (files) => {
      const batch = nextBatch;
      nextBatch += 1;
      keptFiles.set(batch, [...files]);
      try {
        return await grantFiles(batch);
      } finally {
        keptFiles.delete(batch);
      }
    },
  };
  const fix = (name: string, value: unknown): void => {
    Object.defineProperty(scope, name, { value, enumerable: false, writable: false, configurable: false });
  };
  fix('raidscope', Object.freeze(bridge));
  fix(names.keptFiles, (batch: number) => keptFiles.get(batch) ?? []);
  fix(names.deliver, (event: Parameters<EarlyEvents['deliver']>[0]) => events.deliver(event));
}

function chooseFilesInPage(options: ChooserOptions): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = options.multiple;
    input.accept = options.accept;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
