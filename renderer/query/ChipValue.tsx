import { TextInput } from '@mantine/core';
import { useId, useRef } from 'react';
import { definitionOf } from '../../shared/query/language.ts';
import { useBoxedSearch } from './BoxedSearchProvider.tsx';
import classes from './ChipRow.module.css';
import { optionId, SuggestionList } from './SuggestionList.tsx';
import { useCombobox } from './use-combobox.ts';

interface ChipValueProps {
  readonly filterKey: string;
  /** The whole filter: `from:anna`. */
  readonly part: string;
  readonly onChange: (part: string) => void;
  /** A value was chosen from the list: that is all there is to say. */
  readonly onPick: (part: string) => void;
}

/** The value of a filter, with the values that the library has to choose from. */
export function ChipValue({ filterKey, part, onChange, onPick }: ChipValueProps) {
  const { language } = useBoxedSearch();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const head = part.slice(0, part.indexOf(':') + 1);
  const value = part.slice(head.length);
  const combobox = useCombobox({
    text: part,
    onAccept: (accepted) => (accepted.trim().endsWith(',') ? onChange(accepted) : onPick(accepted.trim())),
  });
  const isOpen = combobox.groups.length > 0;
  return (
    <>
      <TextInput
        ref={input}
        label={head}
        description={`${capitalized(language.finds)} ${definitionOf(language, filterKey).help}`}
        data-autofocus
        value={value}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        {...(isOpen && combobox.activeIndex >= 0
          ? { 'aria-activedescendant': optionId(listId, combobox.activeIndex) }
          : {})}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          onChange(head + currentTarget.value);
          combobox.openAt(head.length + (currentTarget.selectionStart ?? currentTarget.value.length));
        }}
        onKeyDown={(event) => {
          if (combobox.takeKey(event)) event.stopPropagation();
          else if (event.key === 'ArrowDown') {
            event.preventDefault();
            combobox.openAt(head.length + (event.currentTarget.selectionStart ?? value.length));
          }
        }}
        onFocus={() => combobox.openAt(part.length)}
        onBlur={combobox.close}
      />
      {isOpen && (
        <div className={classes.values}>
          <SuggestionList
            id={listId}
            groups={combobox.groups}
            activeIndex={combobox.activeIndex}
            onPick={combobox.pick}
          />
        </div>
      )}
    </>
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
