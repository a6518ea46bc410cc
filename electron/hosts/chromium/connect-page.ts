import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';
import type { App } from '../../app.ts';
import type { Sender } from '../../app-options.ts';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { Envelope } from '../../../shared/contract/bridge.ts';
import { pathsOfFiles } from './file-paths.ts';
import { isPageUrl } from './page-address.ts';
import { pageBridgeScript, pageNames } from './page-bridge.ts';

export interface PageConnection {
  readonly app: App;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
}

interface CallSource {
  readonly page: Page;
  readonly frame: Frame;
}

/** Puts `window.raidscope` into every document to come, and connects it to the app. */
export async function connectPage({ app, context, page, session }: PageConnection): Promise<void> {
  const senderOf = (source: CallSource): Sender => ({
    isTrusted: source.page === page && source.frame === page.mainFrame() && isPageUrl(source.frame.url()),
  });

  await context.exposeBinding(pageNames.call, async (source, requestId: unknown, channel: unknown, input: unknown) => {
    if (typeof requestId !== 'string' || typeof channel !== 'string') return malformedCall();
    const envelope = await app.dispatch({ requestId, channel, input, sender: senderOf(source) });
    return isPlainJson(channel) ? JSON.stringify(envelope) : envelope;
  });
  await context.exposeBinding(pageNames.cancel, (source, requestId: unknown) => {
    if (typeof requestId === 'string' && senderOf(source).isTrusted) app.cancel(requestId);
  });
  await context.exposeBinding(pageNames.grantFiles, async (source, batch: unknown) => {
    if (typeof batch !== 'number' || !senderOf(source).isTrusted) return [];
    const paths = await pathsOfFiles(session, `window[${JSON.stringify(pageNames.keptFiles)}](${batch})`);
    return paths.map((path) => app.grantFile(path));
  });
  await context.addInitScript({ content: pageBridgeScript() });

  const unsubscribe = app.subscribe((event) => {
    // A page that is just being loaded misses the event; it asks for the state of things when it starts.
    void page.evaluate(deliverInPage, { name: pageNames.deliver, event }).catch(() => {});
  });
  context.once('close', unsubscribe);
}

/**
 * Playwright takes objects apart value by value: 2,000 raids (3 MB) took 1.9 s to cross, as one text 0.3 s. Only what a
 * statement answers may hold what JSON has no words for (whole numbers beyond 2^53, infinities).
 */
function isPlainJson(channel: string): boolean {
  return !channel.startsWith('sql.');
}

function deliverInPage({ name, event }: { readonly name: string; readonly event: unknown }): void {
  const deliver = (window as unknown as Record<string, (event: unknown) => void>)[name]; // put there by the page bridge
  deliver?.(event);
}

function malformedCall(): Envelope {
  const error = new RaidscopeError('bad_input', 'A call needs a request id and a channel name.');
  return { ok: false, error: error.serialize() };
}
