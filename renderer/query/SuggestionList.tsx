import { Bookmark, Filter, History, Tag, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import type { Suggestion } from '../../shared/query/types.ts';
import { formatCount } from '../app/number-format.ts';
import type { PlacedSuggestion, SuggestionGroup } from './suggestion-groups.ts';
import classes from './SuggestionList.module.css';

interface SuggestionListProps {
  readonly id: string;
  readonly groups: readonly SuggestionGroup[];
  /** -1: none. */
  readonly activeIndex: number;
  readonly onPick: (suggestion: Suggestion) => void;
}

const icons: Readonly<Record<Suggestion['kind'], LucideIcon>> = {
  key: Filter,
  value: Tag,
  saved: Bookmark,
  history: History,
};

/** What may come next in the search text, by kind. The focus stays in the text. */
export function SuggestionList({ id, groups, activeIndex, onPick }: SuggestionListProps) {
  useEffect(() => {
    if (activeIndex >= 0) document.getElementById(optionId(id, activeIndex))?.scrollIntoView({ block: 'nearest' });
  }, [id, activeIndex]);
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the search box keeps the focus and names the active option
    <div
      id={id}
      className={classes.list}
      role="listbox"
      aria-label="Suggestions"
      // A press would take the focus out of the text before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ label, items }) => (
        <div key={label} role="group" aria-labelledby={`${id}-${label}`}>
          <div id={`${id}-${label}`} className={classes.heading} role="presentation">
            {label}
          </div>
          {items.map((item) => (
            <Option key={item.index} listId={id} item={item} isActive={item.index === activeIndex} onPick={onPick} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly listId: string;
  readonly item: PlacedSuggestion;
  readonly isActive: boolean;
  readonly onPick: (suggestion: Suggestion) => void;
}

function Option({ listId, item: { suggestion, index }, isActive, onPick }: OptionProps) {
  const { kind, label, detail, count } = suggestion;
  const Icon = icons[kind];
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are those of the search box, which keeps the focus
    <div
      id={optionId(listId, index)}
      className={classes.option}
      role="option"
      aria-selected={isActive}
      data-kind={kind}
      onClick={() => onPick(suggestion)}
    >
      <Icon size="0.875rem" className={classes.icon ?? ''} aria-hidden />
      <span className={classes.label}>{label}</span>
      {detail !== null && <span className={classes.detail}>{detail}</span>}
      {count !== null && <span className={classes.count}>{formatCount(count)}</span>}
    </div>
  );
}

/** Id of an option's element, for `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-option-${index}`;
}
