import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { CalendarRange, Flag, ZoomIn, ZoomOut } from 'lucide-react';
import { timelineLanes, type TimelineLanes } from '../../../shared/raids/types.ts';
import { useIsReadOnly } from '../../annotations/AnnotationsProvider.tsx';
import { laneNames } from './timeline-table.ts';
import type { TimeView } from './use-time-window.ts';

interface TimelineActionsProps {
  readonly lanes: TimelineLanes;
  readonly view: TimeView;
  readonly onLanes: (lanes: TimelineLanes) => void;
  /** Only what is in view is to be found. */
  readonly onNarrow: () => void;
  readonly onMark: () => void;
}

/** What can be done with the picture, for those who do not use the wheel. */
export function TimelineActions({ lanes, view, onLanes, onNarrow, onMark }: TimelineActionsProps) {
  const isReadOnly = useIsReadOnly();
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="A lane for each"
        data={timelineLanes.map((value) => ({ value, label: laneNames[value] }))}
        value={lanes}
        onChange={onLanes}
      />
      <ActionIcon aria-label="Zoom in" title="Zoom in (+)" onClick={() => view.zoom(0.5)}>
        <ZoomIn size="1rem" aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label="Zoom out" title="Zoom out (−)" disabled={view.isWhole} onClick={() => view.zoom(2)}>
        <ZoomOut size="1rem" aria-hidden />
      </ActionIcon>
      <Button variant="subtle" size="compact-xs" fw={500} disabled={view.isWhole} onClick={view.reset}>
        Whole time
      </Button>
      <Button
        variant="subtle"
        size="compact-xs"
        fw={500}
        leftSection={<CalendarRange size="0.875rem" aria-hidden />}
        title="Searches for the pulls that began in the time in view"
        disabled={view.isWhole}
        onClick={onNarrow}
      >
        Only this time
      </Button>
      {!isReadOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          fw={500}
          leftSection={<Flag size="0.875rem" aria-hidden />}
          title="Marks the middle of the picture; a double click on the axis marks any other moment"
          onClick={onMark}
        >
          Add a mark
        </Button>
      )}
    </>
  );
}
