import type { App, AppRequest } from '../../electron/app.ts';
import type { RaidscopeEvent } from '../../shared/contract/events.ts';

export interface RecordingApp extends App {
  readonly requests: AppRequest[];
  readonly cancelled: string[];
  readonly granted: string[];
  emit(event: RaidscopeEvent): void;
}

/** An app behind a host under test: it does nothing but write down what the host passes on. */
export function createRecordingApp(): RecordingApp {
  const listeners = new Set<(event: RaidscopeEvent) => void>();
  const app: RecordingApp = {
    requests: [],
    cancelled: [],
    granted: [],
    emit: (event) => listeners.forEach((listener) => listener(event)),
    dispatch: (request) => {
      app.requests.push(request);
      if (request.sender.isTrusted) return Promise.resolve({ ok: true, value: { echo: request.input } });
      const error = { code: 'forbidden', message: 'Not from the window.', details: {} } as const;
      return Promise.resolve({ ok: false, error });
    },
    cancel: (requestId) => void app.cancelled.push(requestId),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grantFile: (path) => {
      app.granted.push(path);
      return `token-${app.granted.length}`;
    },
    openLibrary: () => Promise.resolve({ state: 'closed' }),
    openLastLibrary: () => Promise.resolve({ state: 'closed' }),
    sendCommand: (command) => app.emit({ name: 'app.command', payload: command }),
    openMessage: (id) => app.emit({ name: 'app.openMessage', payload: { id } }),
    close: () => Promise.resolve(),
  };
  return app;
}
