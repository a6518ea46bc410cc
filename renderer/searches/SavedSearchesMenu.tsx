import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { Bookmark } from 'lucide-react';
import { useRef, useState } from 'react';
import { useIsReadOnly } from '../annotations/AnnotationsProvider.tsx';
import classes from './SavedSearches.module.css';
import { PastSearches } from './PastSearches.tsx';
import { SavedSearchList } from './SavedSearchList.tsx';
import { SaveSearchForm } from './SaveSearchForm.tsx';
import { useRecordLeftForContext, useRecordSearch } from './use-record-search.ts';

interface SavedSearchesMenuProps {
  /** What the search box says. */
  readonly query: string;
  /** The person chose a search to go to. */
  readonly onOpen: (query: string) => void;
}

/** Beside the search box: saves its search under a name, and leads to saved searches and those of before. */
export function SavedSearchesMenu({ query, onOpen }: SavedSearchesMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isReadOnly = useIsReadOnly();
  const record = useRecordSearch();
  useRecordLeftForContext(query);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useWindowEvent('keydown', (event) => {
    if (!isOpen || event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    setIsOpen(false);
    button.current?.focus();
  });
  const open = (chosen: string) => {
    setIsOpen(false);
    record(chosen);
    onOpen(chosen);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      width="min(30rem, 94vw)"
      shadow="md"
      withArrow
      trapFocus
      returnFocus
      // By itself it would close before the field that is being renamed hears of it.
      closeOnEscape={false}
    >
      <Popover.Target>
        <Tooltip label="Saved searches and recent ones" disabled={isOpen}>
          <ActionIcon ref={button} size="sm" aria-label="Saved searches" onClick={() => setIsOpen(!isOpen)}>
            <Bookmark size="1rem" aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Saved searches" p={0}>
        <div ref={menu} className={classes.menu} tabIndex={-1}>
          {!isReadOnly && <SaveSearchForm query={query.trim()} onSaved={() => menu.current?.focus()} />}
          <SavedSearchList query={query.trim()} isReadOnly={isReadOnly} onOpen={open} />
          <PastSearches isReadOnly={isReadOnly} onOpen={open} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
