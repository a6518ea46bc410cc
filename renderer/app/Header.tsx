import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { ArrowLeft, ArrowRight, FileInput } from 'lucide-react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { useImportFlow } from '../imports/ImportFlowProvider.tsx';
import { useBoxedSearch } from '../query/BoxedSearchProvider.tsx';
import { SearchBox } from '../query/SearchBox.tsx';
import { SavedSearchesMenu } from '../searches/SavedSearchesMenu.tsx';
import classes from './AppFrame.module.css';
import { useTimeFormat } from './use-settings.ts';
import { useView } from './ViewProvider.tsx';

/** Back, forward, search, and import. */
export function Header({ library }: { readonly library: OpenLibrary }) {
  const { state, dispatch } = useView();
  const { chooseFiles } = useImportFlow();
  const { zone } = useTimeFormat();
  const { isKept } = useBoxedSearch();
  return (
    <header className={classes.header}>
      <Tooltip label="Back (Alt+Left)">
        <ActionIcon
          aria-label="Back"
          disabled={state.back.length === 0}
          onClick={() => dispatch({ type: 'back' })}
          size="lg"
        >
          <ArrowLeft size="1.125rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Forward (Alt+Right)">
        <ActionIcon
          aria-label="Forward"
          disabled={state.forward.length === 0}
          onClick={() => dispatch({ type: 'forward' })}
          size="lg"
        >
          <ArrowRight size="1.125rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
      <SearchBox>
        {isKept && (
          <SavedSearchesMenu query={state.place.query} onOpen={(query) => dispatch({ type: 'set-query', query })} />
        )}
      </SearchBox>
      <Tooltip label="Dates in the search, and times in the list, are in this time zone">
        <span className={classes.zone} data-testid="search-zone">
          {zone}
        </span>
      </Tooltip>
      <Button
        leftSection={<FileInput size="1rem" aria-hidden />}
        onClick={chooseFiles}
        disabled={library.isReadOnly}
        title={library.isReadOnly ? 'This library can only be read' : 'Import backup files'}
        style={{ flex: 'none' }}
        size="sm"
      >
        Import
      </Button>
    </header>
  );
}
