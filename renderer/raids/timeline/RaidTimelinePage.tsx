import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { TimelineLanes } from '../../../shared/raids/types.ts';
import { ErrorNotice } from '../../contract/ErrorNotice.tsx';
import { PageLoader } from '../PageLoader.tsx';
import { useRaidList } from '../RaidListProvider.tsx';
import type { NightClock } from '../use-night-clock.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import { NightTimeline } from './NightTimeline.tsx';
import classes from './Timeline.module.css';
import { TimelineRemarks } from './TimelineRemarks.tsx';
import { modelOf } from './timeline-model.ts';
import { useTimeline, type AnsweredTimeline } from './use-timeline.ts';

/** All raid nights of the query on one line of time. */
export function RaidTimelinePage() {
  const { query, clock } = useRaidPlace();
  const { recallTimeline } = useRaidList();
  const [lanes, setLanes] = useState<TimelineLanes>(() => recallTimeline()?.lanes ?? 'server');
  const { data, error } = useTimeline(query, clock, lanes);
  return (
    <div className={classes.page}>
      {error && <ErrorNotice error={error} />}
      {data === undefined && !error && <PageLoader label="Reading raids" />}
      {data !== undefined && <ShownTimeline {...data} clock={clock} onLanes={setLanes} />}
    </div>
  );
}

interface ShownTimelineProps extends AnsweredTimeline {
  readonly clock: NightClock;
  readonly onLanes: (lanes: TimelineLanes) => void;
}

function ShownTimeline({ timeline, query, lanes, clock, onLanes }: ShownTimelineProps) {
  const model = useMemo(() => modelOf(timeline, clock), [timeline, clock]);
  return (
    <>
      {model === null ? (
        <div className={classes.empty}>
          <Text fw={600}>No pull to draw</Text>
          <Text size="sm" c="dimmed">
            {timeline.notBegunCount > 0
              ? 'What the search finds has not begun.'
              : 'The search finds no pulls: take a filter out of it.'}
          </Text>
        </div>
      ) : (
        <NightTimeline model={model} marks={timeline.marks} query={query} lanes={lanes} onLanes={onLanes} />
      )}
      <TimelineRemarks timeline={timeline} model={model} />
    </>
  );
}
