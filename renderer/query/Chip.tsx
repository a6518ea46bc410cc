import { Popover, UnstyledButton } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { QueryChip } from '../../shared/query/chips.ts';
import { removeChip } from '../../shared/query/edit-query.ts';
import { moveFocusTo } from '../app/focus-targets.ts';
import { ChipEditor } from './ChipEditor.tsx';
import classes from './ChipRow.module.css';

interface ChipProps {
  readonly chip: QueryChip;
  readonly text: string;
  /** What its name stands for where that is more than the name says. */
  readonly resolved: string | null;
  /** The chip that the Tab key leads to. */
  readonly isFirst: boolean;
  readonly onChange: (text: string) => void;
}

/** One filter or word of the query: opened it can be changed, with Delete or the cross it goes. */
export function Chip({ chip, text, resolved, isFirst, onChange }: ChipProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { label, isNegated } = chip;
  const detail = [resolved, chip.detail].filter((part) => part !== null).join(' · ');
  const shown = withoutId(chip, resolved) ?? { label, detail };
  const remove = () => {
    onChange(removeChip(text, chip));
    moveFocusTo('search');
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      width="min(22rem, 90vw)"
    >
      <span className={classes.chip} data-negated={isNegated || undefined}>
        <Popover.Target>
          <UnstyledButton
            className={classes.open ?? ''}
            data-chip
            tabIndex={isFirst ? 0 : -1}
            title={`${isNegated ? 'not ' : ''}${label}${detail === '' ? '' : ` (${detail})`}`}
            onClick={() => setIsOpen(!isOpen)}
            onKeyDown={(event) => {
              if (event.key !== 'Delete' && event.key !== 'Backspace') return;
              event.preventDefault();
              remove();
            }}
          >
            {isNegated && <span className={classes.not}>not</span>}
            <span className={classes.label}>{shown.label}</span>
            {shown.detail !== '' && <span className={classes.detail}>{shown.detail}</span>}
          </UnstyledButton>
        </Popover.Target>
        <UnstyledButton className={classes.remove ?? ''} tabIndex={-1} aria-label={`Remove ${label}`} onClick={remove}>
          <X size="0.75rem" aria-hidden />
        </UnstyledButton>
      </span>
      <Popover.Dropdown>
        <ChipEditor
          chip={chip}
          text={text}
          onDone={(changed) => {
            setIsOpen(false);
            if (changed !== null) onChange(changed);
          }}
          onRemove={remove}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

const idPattern = /^[^:]+: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** A UUID says nothing to a person: what it stands for is shown in its place, where that is known. */
function withoutId({ key, label }: QueryChip, resolved: string | null): { label: string; detail: string } | null {
  if (key === null || !idPattern.test(label)) return null;
  if (key === 'near') return { label: 'near: one message', detail: '' };
  return resolved === null ? null : { label: `${key}: ${resolved}`, detail: '' };
}
