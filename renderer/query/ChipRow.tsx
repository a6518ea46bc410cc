import { UnstyledButton } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { QueryChip } from '../../shared/query/chips.ts';
import { Chip } from './Chip.tsx';
import classes from './ChipRow.module.css';

interface ChipRowProps {
  readonly chips: readonly QueryChip[];
  readonly text: string;
  /** What a chip's name stands for where it is more than the name says; null if nothing is known. */
  readonly resolvedOf: (chip: QueryChip) => string | null;
  readonly onChange: (text: string) => void;
  /** Asks for another filter: the search box suggests them. */
  readonly onAdd: () => void;
}

/**
 * The query as chips, one for each thing that all hits have. Always of one line's height, so that the list below never
 * moves while somebody types; what does not fit is a click away.
 */
export function ChipRow({ chips, text, resolvedOf, onChange, onAdd }: ChipRowProps) {
  const [isExpanded, setIsExpanded] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const hiddenCount = useHiddenCount(list);
  return (
    <div className={classes.row} data-expanded={isExpanded || undefined}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys lead from chip to chip; each is a button */}
      <ul ref={list} className={classes.chips} aria-label="Filters of this search" onKeyDown={moveBetweenChips}>
        {chips.map((chip, index) => (
          <li
            key={`${chip.label} ${String(index)}`}
            className={classes.item}
            {...(!isExpanded && index >= chips.length - hiddenCount ? { inert: true } : {})}
          >
            <Chip chip={chip} text={text} resolved={resolvedOf(chip)} isFirst={index === 0} onChange={onChange} />
          </li>
        ))}
        <li className={classes.item}>
          <UnstyledButton className={classes.add ?? ''} onClick={onAdd}>
            <Plus size="0.75rem" aria-hidden />
            Filter
          </UnstyledButton>
        </li>
      </ul>
      {(hiddenCount > 0 || isExpanded) && (
        <UnstyledButton
          className={classes.more ?? ''}
          aria-expanded={isExpanded}
          aria-label={isExpanded ? 'Show fewer filters' : `Show ${hiddenCount} more filters`}
          onClick={() => setIsExpanded(!isExpanded)}
        >
          {isExpanded ? 'less' : `+${hiddenCount}`}
        </UnstyledButton>
      )}
    </div>
  );
}

/** How many chips the one line has no room for. */
function useHiddenCount(list: RefObject<HTMLUListElement | null>): number {
  const [hiddenCount, setHiddenCount] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const count = () => {
      const items = [...element.children].filter((item) => item instanceof HTMLElement);
      const top = items[0]?.offsetTop ?? 0;
      // The last item is the button that adds a filter.
      setHiddenCount(items.slice(0, -1).filter((item) => item.offsetTop > top).length);
    };
    const sizes = new ResizeObserver(count);
    const contents = new MutationObserver(count);
    sizes.observe(element);
    contents.observe(element, { childList: true, characterData: true, subtree: true });
    return () => {
      sizes.disconnect();
      contents.disconnect();
    };
  }, [list]);
  return hiddenCount;
}

function moveBetweenChips(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('[data-chip]')) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-chip]')];
  const index = all.indexOf(event.target);
  event.preventDefault();
  all[Math.max(0, Math.min(all.length - 1, index + step))]?.focus();
}
