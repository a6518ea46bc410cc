import { Button, Text } from '@mantine/core';
import { FolderOpen, Lock, Plus } from 'lucide-react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { formatBytes, formatCount } from '../app/number-format.ts';
import { parseUtc } from '../app/time-format.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import { useImportFlow } from '../imports/ImportFlowProvider.tsx';
import { PastImports } from '../imports/PastImports.tsx';
import classes from './Library.module.css';
import { RecentLibraries } from './RecentLibraries.tsx';
import { tableLabels } from './table-labels.ts';
import { useLibraryChange } from './use-library.ts';

/** What is in the library, where it came from, and the other libraries. */
export function LibraryView({ library }: { readonly library: OpenLibrary }) {
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <LibraryTitle library={library} />
        <section aria-labelledby="library-contents">
          <h2 id="library-contents" className={classes.heading}>
            What is in it
          </h2>
          <dl className={classes.tables}>
            {library.tables.map(({ table, rowCount }) => (
              <div
                key={table}
                className={classes.tableCard}
                data-empty={rowCount === 0 || undefined}
                data-table={table}
              >
                <dt>{tableLabels[table]}</dt>
                <dd>{formatCount(rowCount)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="past-imports">
          <h2 id="past-imports" className={classes.heading}>
            Past imports
          </h2>
          <PastImports canUndo={!library.isReadOnly} />
        </section>
        <RecentLibraries openPath={library.path} />
      </div>
    </div>
  );
}

function LibraryTitle({ library }: { readonly library: OpenLibrary }) {
  const { nameLibrary } = useImportFlow();
  const { mutate: change } = useLibraryChange();
  const time = useTimeFormat();
  const first = parseUtc(library.firstMessageAt);
  const last = parseUtc(library.lastMessageAt);
  return (
    <div>
      <div className={classes.titleRow}>
        <h1>{library.name}</h1>
        <Button variant="default" leftSection={<Plus size="0.875rem" aria-hidden />} onClick={() => nameLibrary([])}>
          New library
        </Button>
        <Button
          variant="default"
          leftSection={<FolderOpen size="0.875rem" aria-hidden />}
          onClick={() => change((client) => client.call('library.choose', {}))}
        >
          Open a library
        </Button>
        <Button variant="subtle" onClick={() => change((client) => client.call('library.close', {}))}>
          Close
        </Button>
      </div>
      <div className={classes.facts}>
        <div>{library.path}</div>
        <div>
          {formatBytes(library.sizeBytes)}
          {first !== null && last !== null && `, messages from ${time.date(first)} to ${time.date(last)}`}
        </div>
        {library.isReadOnly && (
          <Text size="sm" mt={4}>
            <Lock size="0.75rem" aria-hidden /> This library can only be read: its file or folder is write-protected.
          </Text>
        )}
      </div>
    </div>
  );
}
