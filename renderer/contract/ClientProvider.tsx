import { createContext, useContext, useEffect, useEffectEvent, type ReactNode } from 'react';
import type { EventName, Events } from '../../shared/contract/events.ts';
import type { Client } from './client.ts';

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The main process. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient outside of ClientProvider');
  return client;
}

/** Calls `listener` for each event of this name while the component is mounted. */
export function useEvent<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): void {
  const client = useClient();
  const onPayload = useEffectEvent(listener);
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.name === name) onPayload(event.payload as Events[Name]); // The name picks the payload's type.
      }),
    [client, name],
  );
}
