import { ActionIcon, UnstyledButton } from '@mantine/core';
import { ArrowDown, ArrowUp, Pencil, Trash2, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SavedSearch } from '../../shared/searches/types.ts';
import { notifyError } from '../contract/notify.ts';
import { RenameSearchForm } from './RenameSearchForm.tsx';
import classes from './SavedSearches.module.css';
import { useRemoveSearch, useSavedSearchChange, useSavedSearches } from './use-searches.tsx';

interface SavedSearchListProps {
  /** The search of the box: its entry is marked. */
  readonly query: string;
  readonly isReadOnly: boolean;
  readonly onOpen: (query: string) => void;
}

/** The saved searches in the person's own order, to open, rename, move and remove. */
export function SavedSearchList({ query, isReadOnly, onOpen }: SavedSearchListProps) {
  const saved = useSavedSearches();
  const [renamedId, setRenamedId] = useState<number | null>(null);
  // The entry that takes the focus when what had it is gone.
  const [focusedId, setFocusedId] = useState<number | null>(null);
  const { mutate } = useSavedSearchChange();
  const remove = useRemoveSearch();
  const move = (id: number, position: number) =>
    mutate((client) => client.call('searches.move', { id, position }), { onError: notifyError });
  const endRenaming = (id: number) => {
    setRenamedId(null);
    setFocusedId(id);
  };
  const removeAt = (search: SavedSearch, position: number) => {
    setFocusedId((saved[position + 1] ?? saved[position - 1])?.id ?? null);
    remove(search, position);
  };
  if (saved.length === 0) return null;
  return (
    <section aria-labelledby="saved-searches">
      <h3 id="saved-searches" className={classes.heading}>
        Saved
      </h3>
      <ol className={classes.list}>
        {saved.map((search, position) => (
          <li key={search.id} className={classes.entry}>
            {search.id === renamedId ? (
              <RenameSearchForm search={search} onEnd={() => endRenaming(search.id)} />
            ) : (
              <>
                <OpenButton
                  search={search}
                  isCurrent={search.query === query}
                  takesFocus={search.id === focusedId}
                  onOpen={onOpen}
                />
                {!isReadOnly && (
                  <span className={classes.actions}>
                    <Action
                      label={`Move ${search.name} up`}
                      Icon={ArrowUp}
                      isDisabled={position === 0}
                      onClick={() => move(search.id, position - 1)}
                    />
                    <Action
                      label={`Move ${search.name} down`}
                      Icon={ArrowDown}
                      isDisabled={position === saved.length - 1}
                      onClick={() => move(search.id, position + 1)}
                    />
                    <Action
                      label={`Rename ${search.name}`}
                      Icon={Pencil}
                      onClick={() => {
                        setFocusedId(null);
                        setRenamedId(search.id);
                      }}
                    />
                    <Action label={`Remove ${search.name}`} Icon={Trash2} onClick={() => removeAt(search, position)} />
                  </span>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface OpenButtonProps {
  readonly search: SavedSearch;
  readonly isCurrent: boolean;
  readonly takesFocus: boolean;
  readonly onOpen: (query: string) => void;
}

function OpenButton({ search, isCurrent, takesFocus, onOpen }: OpenButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <UnstyledButton
      ref={button}
      className={classes.open}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      title={search.query}
      onClick={() => onOpen(search.query)}
    >
      <span className={classes.name}>
        <bdi>{search.name}</bdi>
      </span>
      <span className={classes.query}>{search.query}</span>
    </UnstyledButton>
  );
}

interface ActionProps {
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function Action({ label, Icon, isDisabled = false, onClick }: ActionProps) {
  return (
    <ActionIcon size="sm" aria-label={label} title={label} disabled={isDisabled} onClick={onClick}>
      <Icon size="0.875rem" aria-hidden />
    </ActionIcon>
  );
}
