import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { X } from 'lucide-react';
import { parseUtc } from '../app/time-format.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import classes from './SavedSearches.module.css';
import { useClearHistory, useSearchHistory } from './use-searches.tsx';

interface PastSearchesProps {
  readonly isReadOnly: boolean;
  readonly onOpen: (query: string) => void;
}

/** Searches of before, newest first, to go back to or to forget. */
export function PastSearches({ isReadOnly, onOpen }: PastSearchesProps) {
  const history = useSearchHistory();
  const clear = useClearHistory();
  const time = useTimeFormat();
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="past-searches">
      <div className={classes.headingRow}>
        <h3 id="past-searches" className={classes.heading}>
          Recent
        </h3>
        {!isReadOnly && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => clear()}>
            Clear history
          </Button>
        )}
      </div>
      <ol className={classes.list}>
        {history.map(({ query, lastUsedAt }) => {
          const usedAt = parseUtc(lastUsedAt);
          return (
            <li key={query} className={classes.entry}>
              <UnstyledButton className={classes.open} title={query} onClick={() => onOpen(query)}>
                <span className={classes.query}>{query}</span>
              </UnstyledButton>
              <span className={classes.date}>{usedAt !== null && time.date(usedAt)}</span>
              {!isReadOnly && (
                <ActionIcon size="sm" aria-label={`Forget ${query}`} title="Forget" onClick={() => clear(query)}>
                  <X size="0.875rem" aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
