import { useComputedColorScheme } from '@mantine/core';
import type { AppCommand } from '../../shared/app/types.ts';
import { useEvent } from '../contract/ClientProvider.tsx';
import { useImportFlow } from '../imports/ImportFlowProvider.tsx';
import { useLibraryChange } from '../library/use-library.ts';
import { moveFocusTo } from './focus-targets.ts';
import { useUpdateSettings } from './use-settings.ts';
import { useView } from './ViewProvider.tsx';

/** Carries out what is chosen in the application menu. */
export function useAppCommands(): void {
  const { dispatch } = useView();
  const { chooseFiles, nameLibrary } = useImportFlow();
  const { mutate: changeLibrary } = useLibraryChange();
  const updateSettings = useUpdateSettings();
  const scheme = useComputedColorScheme('light');
  const actions: Readonly<Record<AppCommand, () => void>> = {
    'import-files': chooseFiles,
    'new-library': () => nameLibrary([]),
    'open-library': () => changeLibrary((client) => client.call('library.choose', {})),
    'focus-search': () => void moveFocusTo('search'),
    'show-messages': () => dispatch({ type: 'show', view: 'messages' }),
    'show-raids': () => dispatch({ type: 'show', view: 'raids' }),
    'show-conversations': () => dispatch({ type: 'show', view: 'conversations' }),
    'show-live': () => dispatch({ type: 'show', view: 'live' }),
    'show-library': () => dispatch({ type: 'show', view: 'library' }),
    'toggle-theme': () => updateSettings({ theme: scheme === 'dark' ? 'light' : 'dark' }),
  };
  useEvent('app.command', (command) => actions[command]());
}
