import { useMemo, type KeyboardEvent, type Ref } from 'react';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartSize } from '../../charts/chart-size.ts';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { formatPercent } from '../raid-format.ts';
import { useNightClock } from '../use-night-clock.ts';
import { eventKindOf } from './event-kinds.ts';
import {
  describeMoment,
  formatMoment,
  listPhases,
  nearestStop,
  sampleAt,
  type FightStop,
  type SecondRange,
} from './fight-moments.ts';
import classes from './HealthChart.module.css';
import { layOutPicture } from './health-picture.ts';
import { HealthPicture, MomentLine, RangeBand } from './HealthPicture.tsx';
import { nameOfRaid } from './raid-name.ts';
import { useBrush } from './use-brush.ts';
import type { Fight } from './use-fight.ts';

interface HealthChartProps {
  /** The element that takes the keys. */
  readonly ref: Ref<HTMLDivElement>;
  readonly detail: RaidDetail;
  readonly span: SecondRange;
  readonly stops: readonly FightStop[];
  readonly fight: Fight;
  /** Where the pointer is, on the line or in the chat. */
  readonly hovered: number | null;
  readonly onHover: (second: number | null) => void;
  /** Enter on one of the person's own marks. */
  readonly onEditMark: (markId: number) => void;
}

const description = 'Percent left, as messages told it; the line holds each sample until the next one.';

/** The boss's health over the pull as steps between samples, with what happened meanwhile; drag to choose a range. */
export function HealthChart(props: HealthChartProps) {
  const { raid } = props.detail;
  const { stops, detail } = props;
  const table = useMemo(() => tableOf(stops, detail), [stops, detail]);
  const clock = useNightClock();
  return (
    <ChartFrame
      title="Boss health"
      description={description}
      fileName={`${nameOfRaid(raid)} health`}
      table={table}
      height="clamp(13rem, 34vh, 24rem)"
      actions={
        <ExportMenu
          source={{ kind: 'raids', table: { table: 'events', raidId: raid.id, ...clock, columns: null } }}
          suggestedName={`${nameOfRaid(raid)} events`}
          rowCount={detail.events.length + detail.marks.length}
          rowNoun="event"
        />
      }
    >
      {(size) => <HealthSurface {...props} size={size} />}
    </ChartFrame>
  );
}

function tableOf(stops: readonly FightStop[], { samples }: RaidDetail) {
  return {
    columns: [
      { label: 'Time', isNumber: true },
      { label: 'Health', isNumber: true },
      { label: 'Event' },
      { label: 'Player' },
      { label: 'Text' },
    ],
    rows: stops.map((stop) => {
      const health = stop.kind === 'sample' ? stop.health : stop.kind === 'event' ? stop.event.health : null;
      const shown = health ?? sampleAt(samples, stop.second)?.health;
      const time = [formatMoment(stop.second), shown === undefined ? '' : formatPercent(shown)];
      if (stop.kind === 'sample') return [...time, '', '', ''];
      if (stop.kind === 'mark') return [...time, 'Your mark', '', stop.mark.text];
      const { event, player, text } = stop.event;
      return [...time, eventKindOf(event).label, player?.name ?? '', text ?? ''];
    }),
  };
}

/** A click within so many rem of a stop means the stop. */
const clickReachRem = 0.5;

function HealthSurface(props: HealthChartProps & { readonly size: ChartSize }) {
  const { ref, detail, span, stops, fight, hovered, onHover, onEditMark, size } = props;
  const picture = useMemo(() => layOutPicture(size, span, stops), [size, span, stops]);
  const phases = useMemo(() => listPhases(detail, span), [detail, span]);
  const { cursor, range } = fight.state;
  const { x } = picture;
  const secondAt = (place: number) => Math.max(span.from, Math.min(span.to, x.invert(place)));
  const { handlers, dragged } = useBrush({
    secondAt,
    onHover,
    onClick: (second) => {
      const reach = x.invert(clickReachRem * size.rem) - x.invert(0);
      const stop = nearestStop(stops, second, reach);
      if (stop === null) fight.goTo(second, null);
      else activate(stop, fight, () => fight.goTo(stop.second, stop));
    },
    onBrush: fight.brush,
  });
  const shownRange = dragged ?? range;
  const healthAt = (second: number) => sampleAt(detail.samples, second)?.health ?? null;
  const here = stops.find(({ key }) => key === cursor?.stopKey) ?? null;
  return (
    <div
      ref={ref}
      className={classes.surface}
      role="slider"
      tabIndex={0}
      aria-label="Moment of the pull: arrow keys go from sample to event, with Shift they choose a range"
      aria-valuemin={Math.round(span.from)}
      aria-valuemax={Math.round(span.to)}
      aria-valuenow={Math.round(cursor?.second ?? span.from)}
      aria-valuetext={
        cursor === null
          ? 'No moment chosen'
          : `${formatMoment(cursor.second)}, ${describeMoment(detail.samples, cursor.second, here)}`
      }
      onKeyDown={(event) => onSurfaceKey(event, fight, here, onEditMark)}
      {...handlers}
    >
      <svg width={size.width} height={size.height} aria-hidden>
        <HealthPicture detail={detail} picture={picture} span={span} phases={phases} />
        {shownRange && <RangeBand picture={picture} range={shownRange} />}
        {hovered !== null && <MomentLine picture={picture} second={hovered} health={healthAt(hovered)} kind="hover" />}
        {cursor && (
          <MomentLine picture={picture} second={cursor.second} health={healthAt(cursor.second)} kind="cursor" />
        )}
      </svg>
    </div>
  );
}

/** A stop that was told by a message leads the chat to it. */
function activate(stop: FightStop, fight: Fight, otherwise: () => void): void {
  otherwise();
  if (stop.messageId !== null) fight.seek(stop.messageId, stop.second);
}

function onSurfaceKey(
  event: KeyboardEvent,
  fight: Fight,
  here: FightStop | null,
  onEditMark: (markId: number) => void,
): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const isExtending = event.shiftKey;
  const actions: Readonly<Record<string, () => void>> = {
    ArrowRight: () => fight.step(1, isExtending),
    ArrowDown: () => fight.step(-1, isExtending),
    ArrowLeft: () => fight.step(-1, isExtending),
    ArrowUp: () => fight.step(1, isExtending),
    Home: () => fight.stepToEnd(-1, isExtending),
    End: () => fight.stepToEnd(1, isExtending),
    Escape: fight.clear,
    Enter: () => {
      if (here?.kind === 'mark') onEditMark(here.mark.id);
      else if (here !== null) activate(here, fight, () => {});
    },
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}
