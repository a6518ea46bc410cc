import { ActionIcon, Loader } from '@mantine/core';
import { Search as SearchIcon, X } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { QueryProblem } from '../../shared/messages/types.ts';
import { focusTargets, moveFocusTo } from '../app/focus-targets.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useRecordSearch } from '../searches/use-record-search.ts';
import { QueryProblems } from './QueryProblems.tsx';
import classes from './SearchBox.module.css';
import { SearchHelp } from './SearchHelp.tsx';
import { useSearch } from './SearchProvider.tsx';
import { UnderlinedText } from './UnderlinedText.tsx';

const placeholder = 'Search messages: words, from:name in:channel type:raid before:2025-11 is:deleted';

/** The one search box, with the mistakes in its text underlined and explained below it; `children` are menus in it. */
export function SearchBox({ children }: { readonly children?: ReactNode }) {
  const { state, dispatch } = useView();
  const search = useSearch();
  const text = state.place.query;
  const problems = search?.problems ?? [];
  const isExplained = problems.length > 0 || (search?.error ?? null) !== null;
  const isWaiting = state.place.view === 'messages' && search?.isStale === true && !isExplained;
  return (
    <div className={classes.box} role="search">
      <div className={classes.field}>
        <SearchIcon className={classes.icon ?? ''} size="1rem" aria-hidden />
        <SearchInput text={text} problems={problems} />
        {isWaiting && <Loader size="0.75rem" color="gray" aria-label="Searching" />}
        {text !== '' && (
          <ActionIcon
            size="sm"
            aria-label="Clear the search"
            onClick={() => {
              dispatch({ type: 'set-query', query: '' });
              moveFocusTo('search');
            }}
          >
            <X size="0.875rem" aria-hidden />
          </ActionIcon>
        )}
        {children}
        <SearchHelp />
      </div>
      <QueryProblems text={text} problems={problems} />
    </div>
  );
}

interface SearchInputProps {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
}

function SearchInput({ text, problems }: SearchInputProps) {
  const { dispatch } = useView();
  const record = useRecordSearch();
  const underlay = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      dispatch({ type: 'end-typing' });
      if (event.key === 'Enter') record(text);
      if (event.key === 'ArrowDown') moveFocusTo('messageList');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') moveFocusTo('messageList');
      else dispatch({ type: 'set-query', query: '' });
    }
  };
  return (
    <div className={classes.entry}>
      <UnderlinedText ref={underlay} text={text} problems={problems} />
      <input
        id={focusTargets.search}
        className={classes.input}
        value={text}
        type="text"
        placeholder={placeholder}
        aria-label="Search messages"
        aria-invalid={problems.length > 0}
        {...(problems.length > 0 ? { 'aria-describedby': 'query-problems' } : {})}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={4000}
        onChange={(event) => dispatch({ type: 'type-query', query: event.currentTarget.value })}
        onBlur={() => dispatch({ type: 'end-typing' })}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => {
          if (underlay.current) underlay.current.scrollLeft = currentTarget.scrollLeft;
        }}
      />
    </div>
  );
}
