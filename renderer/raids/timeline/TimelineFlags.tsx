import { Popover } from '@mantine/core';
import { Flag } from 'lucide-react';
import type { RaidMark } from '../../../shared/raids/pull-types.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import { MarkForm } from '../MarkForm.tsx';
import type { OpenMark } from './NightTimeline.tsx';
import classes from './Timeline.module.css';
import type { TimeWindow } from './time-window.ts';
import { xAt, type TimelineLayout } from './timeline-layout.ts';

interface TimelineFlagsProps {
  readonly layout: TimelineLayout;
  readonly window: TimeWindow;
  readonly marks: readonly RaidMark[];
  readonly openMark: OpenMark | null;
  readonly onOpenMark: (mark: OpenMark | null) => void;
}

/** The person's own marks above the lanes, and the form for the one that is being written. */
export function TimelineFlags({ layout, window, marks, openMark, onOpenMark }: TimelineFlagsProps) {
  const timeFormat = useTimeFormat();
  const inView = marks
    .map((mark) => ({ mark, x: xAt(layout, window, mark.atMs / 1000) }))
    .filter(({ x }) => x >= layout.left && x <= layout.right);
  const openX = openMark && xAt(layout, window, secondOf(openMark));
  return (
    <>
      {inView.map(({ mark, x }, place) => (
        <button
          key={mark.id}
          type="button"
          className={classes.flag}
          style={{ left: x, maxWidth: Math.max(16, (inView[place + 1]?.x ?? layout.right) - x) }}
          title={`${mark.text} (${timeFormat.dateTime(mark.atMs)})`}
          onClick={() => onOpenMark({ kind: 'known', mark })}
        >
          <Flag size="0.75rem" aria-hidden className={classes.flagSign} />
          <bdi className={classes.flagText}>{mark.text}</bdi>
        </button>
      ))}
      {openMark && openX !== null && (
        <Popover
          key={openMark.kind === 'known' ? openMark.mark.id : openMark.second}
          opened
          trapFocus
          returnFocus
          withArrow
          shadow="md"
          position="bottom"
          width="18rem"
          onDismiss={() => onOpenMark(null)}
        >
          <Popover.Target>
            <span
              className={classes.markPlace}
              style={{ left: Math.min(layout.right, Math.max(layout.left, openX)), top: 1.375 * layout.rem }}
            />
          </Popover.Target>
          <Popover.Dropdown aria-label={openMark.kind === 'known' ? 'Change the mark' : 'Add a mark'}>
            <MarkForm
              mark={openMark.kind === 'known' ? openMark.mark : null}
              raidId={null}
              atMs={secondOf(openMark) * 1000}
              moment={`${timeFormat.dateTime(secondOf(openMark) * 1000)} ${timeFormat.zone}`}
              onDone={() => onOpenMark(null)}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}

function secondOf(openMark: OpenMark): number {
  return openMark.kind === 'known' ? openMark.mark.atMs / 1000 : openMark.second;
}
