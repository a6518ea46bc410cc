import { dayOfNight } from '../../../shared/query/nights.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import type { ChartSize } from '../../charts/chart-size.ts';
import { LaneTip } from '../../charts/ChartTip.tsx';
import { DifficultyIcon, ResultIcon } from '../../charts/ResultMark.tsx';
import { weekdayOf } from '../night-format.ts';
import { useNightClock } from '../use-night-clock.ts';
import type { Stretch, TimelineHit } from './find-hit.ts';
import { pullFacts } from './pull-facts.ts';
import classes from './Timeline.module.css';
import type { TimelineLayout } from './timeline-layout.ts';
import type { TimelineModel } from './timeline-model.ts';

interface TimelineTipProps {
  readonly x: number;
  readonly hit: TimelineHit;
  readonly model: TimelineModel;
  readonly layout: TimelineLayout;
  readonly size: ChartSize;
}

/** The facts of what is below the pointer, below or above its lane, so that its neighbours stay in view. */
export function TimelineTip({ x, hit, model, layout, size }: TimelineTipProps) {
  const top = layout.top + hit.lane * layout.laneHeight;
  return (
    <LaneTip x={x} lane={{ top, bottom: top + layout.laneHeight }} size={size}>
      {hit.kind === 'pull' ? (
        <PullTip model={model} pull={hit.pull} />
      ) : (
        <StretchTip stretch={hit.stretch} lane={model.lanes[hit.lane]?.label ?? ''} />
      )}
    </LaneTip>
  );
}

function PullTip({ model, pull }: { readonly model: TimelineModel; readonly pull: number }) {
  const timeFormat = useTimeFormat();
  const facts = pullFacts(model, pull, timeFormat);
  return (
    <div data-testid="pull-tip">
      <div className={classes.tipTitle}>
        <strong>
          <bdi>{facts.boss}</bdi>
        </strong>
        <DifficultyIcon difficulty={facts.difficulty} size="0.875rem" /> {facts.difficultyName}
      </div>
      <div className={classes.tipTitle} style={{ color: `var(--${facts.result})` }}>
        <ResultIcon result={facts.result} size="0.875rem" /> {facts.outcome}
      </div>
      <dl className={classes.facts}>
        <dt>Began</dt>
        <dd>{facts.began}</dd>
        <dt>Lasted</dt>
        <dd>{facts.lasted}</dd>
        <dt>Pull</dt>
        <dd>{facts.pullNumber}</dd>
        <dt>Players</dt>
        <dd>{facts.players}</dd>
        <dt>Deaths</dt>
        <dd>{facts.deaths}</dd>
      </dl>
      <div className={classes.tipLane}>
        <bdi>{facts.lane}</bdi>
      </div>
    </div>
  );
}

const noon = 12 * 3600;

function StretchTip({ stretch, lane }: { readonly stretch: Stretch; readonly lane: string }) {
  const timeFormat = useTimeFormat();
  const { timeZone, nightStartHour } = useNightClock();
  const nightOf = (second: number) => timeFormat.date(dayOfNight(second, timeZone, nightStartHour) * 1000);
  // From noon to noon: a stretch begins and ends where nights do, give or take the hour by which clocks are changed.
  const first = nightOf(stretch.isNight ? stretch.start : stretch.start + noon);
  const last = nightOf(stretch.isNight ? stretch.start : stretch.end - noon);
  return (
    <div data-testid="stretch-tip">
      <strong>{first === last ? `${first}, ${weekdayOf(first)}` : `${first} to ${last}`}</strong>
      <div>
        {formatQuantity(stretch.pullCount, 'pull')}, {formatQuantity(stretch.killCount, 'kill')}
      </div>
      <div className={classes.tipLane}>
        <bdi>{lane}</bdi>
      </div>
      <div className={classes.tipLane}>Click to zoom in</div>
    </div>
  );
}
