import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { QueryProblem } from '../../shared/query/types.ts';
import { focusTargets, moveFocusTo } from '../app/focus-targets.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useBoxedSearch } from './BoxedSearchProvider.tsx';
import classes from './SearchBox.module.css';
import { optionId } from './SuggestionList.tsx';
import { UnderlinedText } from './UnderlinedText.tsx';
import type { Combobox } from './use-combobox.ts';

interface SearchInputProps {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  readonly combobox: Combobox;
  readonly listId: string;
  /** The text is final: Enter was pressed. */
  readonly onCommit: () => void;
  /** Where the caret belongs in a text that was put in, and which time that was; null before the first. */
  readonly caretOrder: CaretOrder | null;
}

export interface CaretOrder {
  readonly caret: number;
}

/** The text field as a combobox: its own keys first, then those that lead from it to the view's list. */
export function SearchInput({ text, problems, combobox, listId, onCommit, caretOrder }: SearchInputProps) {
  const { dispatch } = useView();
  const { placeholder, label, list } = useBoxedSearch();
  const underlay = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (caretOrder === null) return;
    input.current?.focus({ preventScroll: true });
    input.current?.setSelectionRange(caretOrder.caret, caretOrder.caret);
  }, [caretOrder]);
  const isOpen = combobox.groups.length > 0;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || combobox.takeKey(event)) return;
    const caret = event.currentTarget.selectionStart ?? text.length;
    const asksForList = (event.key === 'ArrowDown' && event.altKey) || (event.key === ' ' && event.ctrlKey);
    if (asksForList) combobox.openAt(caret);
    else if (event.key === 'Enter') onCommit();
    else if (event.key === 'ArrowDown') {
      dispatch({ type: 'end-typing' });
      combobox.close();
      moveFocusTo(list);
    } else if (event.key === 'Escape') {
      if (text === '') moveFocusTo(list);
      else dispatch({ type: 'set-query', query: '' });
    } else return;
    event.preventDefault();
  };
  return (
    <div className={classes.entry}>
      <UnderlinedText ref={underlay} text={text} problems={problems} />
      <input
        ref={input}
        id={focusTargets.search}
        className={classes.input}
        value={text}
        type="text"
        role="combobox"
        placeholder={placeholder}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-haspopup="listbox"
        aria-controls={listId}
        {...(isOpen && combobox.activeIndex >= 0
          ? { 'aria-activedescendant': optionId(listId, combobox.activeIndex) }
          : {})}
        aria-invalid={problems.length > 0}
        {...(problems.length > 0 ? { 'aria-describedby': 'query-problems' } : {})}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={4000}
        onChange={({ currentTarget }) => {
          dispatch({ type: 'type-query', query: currentTarget.value });
          combobox.onType(currentTarget.selectionStart ?? currentTarget.value.length);
        }}
        onSelect={({ currentTarget }) => combobox.onMoveCaret(currentTarget.selectionStart ?? 0)}
        onClick={() => text === '' && combobox.openAt(0)}
        onBlur={() => {
          dispatch({ type: 'end-typing' });
          combobox.close();
        }}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => {
          if (underlay.current) underlay.current.scrollLeft = currentTarget.scrollLeft;
        }}
      />
    </div>
  );
}
