import { VisuallyHidden } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Raid } from '../../shared/raids/types.ts';
import { RowAnnotations } from '../annotations/RowAnnotations.tsx';
import { isTextSelected } from '../app/text-selection.ts';
import type { TimeFormat } from '../app/time-format.ts';
import { CompareBox } from './CompareBox.tsx';
import { PullCell } from './PullCell.tsx';
import type { PullColumn } from './pull-columns.ts';
import classes from './PullList.module.css';
import { explainOddity } from './raid-format.ts';

interface PullRowProps {
  readonly id: string;
  readonly raid: Raid;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly PullColumn[];
  /** Under the rows of night and boss. */
  readonly isByNight: boolean;
  readonly isActive: boolean;
  /** To be compared. */
  readonly isChosen: boolean;
  readonly timeFormat: TimeFormat;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string) => void;
}

/** One pull on one line. */
export const PullRow = memo(function PullRow(props: PullRowProps) {
  const { id, raid, top, height, columns, isByNight, isActive, isChosen, timeFormat, onOpen, onChoose } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and handles the keys for all its rows
    <div
      id={id}
      role="row"
      aria-level={isByNight ? 3 : 1}
      aria-selected={isChosen}
      className={classes.pull}
      data-raid-id={raid.id}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={() => {
        if (!isTextSelected()) onOpen(raid.id);
      }}
    >
      <CompareBox raid={raid} isChosen={isChosen} onToggle={onChoose} />
      {columns.map((column) => (
        <PullCell key={column.name} column={column} raid={raid} isByNight={isByNight} timeFormat={timeFormat} />
      ))}
      <span role="gridcell" className={classes.kept}>
        <Oddities raid={raid} />
        <RowAnnotations kind="raid" item={raid} />
      </span>
    </div>
  );
});

/** A sign where a row does not fit together, with what is odd. */
function Oddities({ raid }: { readonly raid: Raid }) {
  if (raid.oddities.length === 0) return null;
  const text = raid.oddities.map((oddity) => explainOddity(oddity, raid)).join(' ');
  return (
    <span className={classes.odd} title={text}>
      <TriangleAlert size="0.875rem" aria-hidden />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
