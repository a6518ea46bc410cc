import type { TimelineLanes } from '../../../shared/raids/types.ts';
import type { TimeFormat } from '../../app/time-format.ts';
import type { ChartTableData } from '../../charts/ChartTable.tsx';
import { pullFacts } from './pull-facts.ts';
import type { TimeWindow } from './time-window.ts';
import type { TimelineModel } from './timeline-model.ts';

export const laneNames: Readonly<Record<TimelineLanes, string>> = { server: 'Server', boss: 'Boss', guild: 'Guild' };

/** The pulls in view, oldest first. */
export function timelineTable(
  model: TimelineModel,
  window: TimeWindow,
  lanes: TimelineLanes,
  timeFormat: TimeFormat,
): ChartTableData {
  const laneColumn = lanes === 'boss' ? [] : [{ label: laneNames[lanes] }];
  return {
    columns: [
      { label: `Began (${timeFormat.zone})` },
      ...laneColumn,
      { label: 'Boss' },
      { label: 'Difficulty' },
      { label: 'Result' },
      { label: 'Length', isNumber: true },
      { label: 'Pull', isNumber: true },
      { label: 'Players', isNumber: true },
      { label: 'Deaths', isNumber: true },
    ],
    rows: pullsBetween(model, window).map((pull) => {
      const facts = pullFacts(model, pull, timeFormat);
      return [
        facts.began,
        ...(lanes === 'boss' ? [] : [facts.lane]),
        facts.boss,
        facts.difficultyName,
        facts.outcome,
        facts.lasted,
        facts.pullNumber,
        facts.players,
        facts.deaths,
      ];
    }),
  };
}

/** Pulls of which something is in the window, oldest first. */
export function pullsBetween({ lanes, pulls, ends }: TimelineModel, { start, end }: TimeWindow): readonly number[] {
  const startOf = (pull: number) => pulls.starts[pull] ?? 0;
  return lanes
    .flatMap((lane) => Array.from(lane.pulls).filter((pull) => startOf(pull) <= end && (ends[pull] ?? 0) >= start))
    .toSorted((one, other) => startOf(one) - startOf(other));
}
