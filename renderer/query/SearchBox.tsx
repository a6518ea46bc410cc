import { ActionIcon, Loader } from '@mantine/core';
import { Search as SearchIcon, X } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { QueryProblem } from '../../shared/query/types.ts';
import { moveFocusTo } from '../app/focus-targets.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useRecordSearch } from '../searches/use-record-search.ts';
import { useBoxedSearch } from './BoxedSearchProvider.tsx';
import { SearchChips } from './SearchChips.tsx';
import { QueryProblems } from './QueryProblems.tsx';
import classes from './SearchBox.module.css';
import { SearchHelp } from './SearchHelp.tsx';
import { SearchInput, type CaretOrder } from './SearchInput.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import { useCombobox } from './use-combobox.ts';

/** The one search box, in the language of the view, with its suggestions, and under it what its text means and what is wrong with it. */
export function SearchBox({ children }: { readonly children?: ReactNode }) {
  const { state, dispatch } = useView();
  const { text, problems: known, isStale, stillShown, error, isKept } = useBoxedSearch();
  const record = useRecordSearch();
  const listId = useId();
  const [caretOrder, setCaretOrder] = useState<CaretOrder | null>(null);
  // That nothing was found is no mistake: the empty list says it, and offers to look inside words.
  const problems = known.filter(({ code }) => code !== 'no_hits_but_inside');
  const combobox = useCombobox({
    text,
    onAccept: (query, caret) => {
      dispatch({ type: 'type-query', query });
      setCaretOrder({ caret });
    },
  });
  const isOpen = combobox.groups.length > 0;
  const told = isOpen ? problems.filter((problem) => !isBeingTyped(problem, combobox.caret)) : problems;
  const chooseAt = (problem: QueryProblem) => {
    setCaretOrder({ caret: problem.range[1] });
    combobox.openAt(problem.range[1]);
  };
  const commit = () => {
    dispatch({ type: 'end-typing' });
    if (isKept) record(text);
    combobox.close();
    const ambiguous = problems.find(({ code }) => code === 'ambiguous_name');
    if (ambiguous) chooseAt(ambiguous);
  };
  const isExplained = problems.length > 0 || error !== null;
  const { view } = state.place;
  const isWaiting = (view === 'messages' || view === 'raids') && isStale && !isExplained;
  return (
    <div className={classes.box} role="search">
      <div className={classes.field}>
        <SearchIcon className={classes.icon ?? ''} size="1rem" aria-hidden />
        <SearchInput
          text={text}
          problems={told}
          combobox={combobox}
          listId={listId}
          onCommit={commit}
          caretOrder={caretOrder}
        />
        {isWaiting && <Loader size="0.75rem" color="gray" role="img" aria-label="Searching" />}
        {text !== '' && <ClearButton />}
        {children}
        <SearchHelp />
      </div>
      <SearchChips
        onAdd={() => {
          const query = text.trim() === '' ? '' : `${text.trimEnd()} `;
          dispatch({ type: 'type-query', query });
          setCaretOrder({ caret: query.length });
          combobox.openAt(query.length);
        }}
      />
      <div className={classes.overlay} data-open={isOpen || undefined} hidden={!isOpen && told.length === 0}>
        <QueryProblems text={text} problems={told} stillShown={stillShown} onChoose={chooseAt} />
        {isOpen && (
          <SuggestionList
            id={listId}
            groups={combobox.groups}
            activeIndex={combobox.activeIndex}
            onPick={combobox.pick}
          />
        )}
      </div>
    </div>
  );
}

/** What is not finished yet is no mistake: the open list says how it may go on. */
function isBeingTyped({ code, range }: QueryProblem, caret: number): boolean {
  return code !== 'syntax' && code !== 'unknown_key' && range[0] <= caret && caret <= range[1];
}

function ClearButton() {
  const { dispatch } = useView();
  return (
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
  );
}
