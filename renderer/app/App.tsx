import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { Client } from '../contract/client.ts';
import { ClientProvider } from '../contract/ClientProvider.tsx';
import { createQueryClient } from '../contract/query-client.ts';
import { ExportNotices } from '../exports/ExportNotices.tsx';
import { ImportFlowProvider } from '../imports/ImportFlowProvider.tsx';
import { AppFrame } from './AppFrame.tsx';
import { ColorScheme } from './ColorScheme.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LiveUpdates } from './LiveUpdates.tsx';
import { readStyleNonce } from './style-nonce.ts';
import { cssVariables, theme } from './theme.ts';
import { ViewProvider } from './ViewProvider.tsx';

/** The settings file is the one place that knows the theme; Mantine must not keep a second copy. */
const colorSchemeManager: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** The whole window over one connection to the main process. */
export function App({ client }: { readonly client: Client }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={readStyleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <ClientProvider client={client}>
          <LiveUpdates />
          <ColorScheme />
          <Notifications position="bottom-right" limit={4} notificationMaxHeight="24rem" />
          <ExportNotices />
          <ErrorBoundary>
            <ViewProvider>
              <ImportFlowProvider>
                <AppFrame />
              </ImportFlowProvider>
            </ViewProvider>
          </ErrorBoundary>
        </ClientProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
