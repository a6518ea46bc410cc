import { memo } from 'react';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { ResultMark } from '../../charts/ResultMark.tsx';
import { StepLine } from '../../charts/StepLine.tsx';
import { XAxis } from '../../charts/XAxis.tsx';
import { YAxis } from '../../charts/YAxis.tsx';
import { formatPercent, formatResult } from '../raid-format.ts';
import { EventMark } from './EventIcon.tsx';
import { formatMoment, type FightPhase, type SecondRange } from './fight-moments.ts';
import classes from './HealthChart.module.css';
import type { HealthPicture as Picture } from './health-picture.ts';

interface HealthPictureProps {
  readonly detail: RaidDetail;
  readonly picture: Picture;
  readonly span: SecondRange;
  readonly phases: readonly FightPhase[];
}

/** All of the picture that does not move with the pointer: phases, axes, the line with its samples, events, flags. */
export const HealthPicture = memo(function HealthPicture({ detail, picture, span, phases }: HealthPictureProps) {
  const { plot, axisPlot, x, y, rem } = picture;
  const samples = detail.samples.filter(({ second }) => second >= span.from && second <= span.to);
  return (
    <>
      {phases.map((phase) => (
        <PhaseBand key={phase.number} phase={phase} picture={picture} />
      ))}
      <YAxis scale={y} plot={plot} rem={rem} unit="percent" />
      <XAxis scale={x} plot={axisPlot} rem={rem} unit="seconds" />
      <EventGuides picture={picture} />
      <StepLine
        points={samples.map(({ second, health }) => ({ x: x(second), y: y(health) }))}
        color="var(--focus)"
        dotRadius={0.1875 * rem}
        {...lineEnd(detail, picture)}
      />
      {samples.length === 0 && (
        <text className={classes.hint} x={(plot.left + plot.right) / 2} y={(plot.top + plot.bottom) / 2}>
          No message told the boss’s health
        </text>
      )}
      <PullEnd detail={detail} picture={picture} />
      {picture.events.map(({ key, kind, x, y, label }) => (
        <g key={key} data-event={kind.event}>
          <title>{label}</title>
          <EventMark kind={kind} x={x} y={y} size={picture.markSize} />
        </g>
      ))}
      {picture.flags.map((flag) => (
        <MarkFlag key={flag.mark.id} flag={flag} picture={picture} />
      ))}
    </>
  );
});

/** The last value holds until the recorded end; of a pull that goes on, nothing is known after the last sample. */
function lineEnd({ raid, samples }: RaidDetail, { x }: Picture): { readonly endX?: number } {
  const last = samples.at(-1)?.second ?? 0;
  if (raid.result === 'live' || raid.durationSeconds === null || raid.durationSeconds < last) return {};
  return { endX: x(raid.durationSeconds) };
}

/** A light band from one change of phase to the next; every other one, and each with its number. */
function PhaseBand({ phase, picture }: { readonly phase: FightPhase; readonly picture: Picture }) {
  const { plot, x, rem } = picture;
  const left = x(phase.from);
  const width = Math.max(0, x(phase.to) - left);
  const label = `Phase ${phase.number}`;
  return (
    <g>
      {phase.number % 2 === 0 && (
        <rect className={classes.phase} x={left} y={plot.top} width={width} height={plot.height} />
      )}
      {width > label.length * 0.45 * rem && (
        <text className={classes.phaseName} x={left + 0.375 * rem} y={plot.bottom - 0.4375 * rem}>
          {label}
        </text>
      )}
    </g>
  );
}

/** Thin lines from what happened to the raid down through the health. */
function EventGuides({ picture: { events, plot, rem } }: { readonly picture: Picture }) {
  return (
    <g aria-hidden>
      {events
        .filter(({ kind }) => kind.lane === 'raid')
        .map(({ key, x, y }) => (
          <line key={key} className={classes.guide} x1={x} x2={x} y1={y + 0.4375 * rem} y2={plot.bottom} />
        ))}
    </g>
  );
}

/** How the pull ended, as its row records it; of one in progress, that it goes on after the last sample. */
function PullEnd({
  detail: { raid, samples },
  picture: { x, y, plot, rem },
}: Omit<HealthPictureProps, 'span' | 'phases'>) {
  const last = samples.at(-1);
  if (raid.result === 'live' && last !== undefined) {
    const isLate = x(last.second) > plot.right - 6 * rem;
    return (
      <g>
        <title>The pull is in progress: this is the last sample</title>
        <ResultMark result="live" x={x(last.second)} y={y(last.health)} size={0.875 * rem} />
        <text
          className={classes.live}
          x={x(last.second) + (isLate ? -0.75 : 0.75) * rem}
          y={y(last.health) - 0.625 * rem}
          textAnchor={isLate ? 'end' : 'start'}
        >
          in progress
        </text>
      </g>
    );
  }
  if (raid.durationSeconds === null || raid.healthLeft === null || samples.length === 0) return null;
  return (
    <g>
      <title>{`${formatResult(raid)} at ${formatMoment(raid.durationSeconds)}, as the raid’s row records it`}</title>
      <ResultMark
        result={raid.result}
        x={x(raid.durationSeconds)}
        y={y(Math.min(100, Math.max(0, raid.healthLeft)))}
        size={0.875 * rem}
      />
    </g>
  );
}

interface MarkFlagProps {
  readonly flag: Picture['flags'][number];
  readonly picture: Picture;
}

/** A mark of the person's own: a flag with as much of its text as there is room for. */
function MarkFlag({ flag: { mark, x, label, text, side }, picture: { plot, flagY, rem } }: MarkFlagProps) {
  return (
    <g className={classes.flag} data-mark={mark.id}>
      <title>{label}</title>
      <line x1={x} x2={x} y1={flagY} y2={plot.bottom} />
      <path
        d={`M${x} ${flagY}h${0.75 * rem}l${-0.25 * rem} ${0.3125 * rem}l${0.25 * rem} ${0.3125 * rem}h${-0.75 * rem}Z`}
      />
      <text
        x={x + (side === 'left' ? -0.25 : 1) * rem}
        y={flagY + 0.5625 * rem}
        textAnchor={side === 'left' ? 'end' : 'start'}
      >
        {text}
      </text>
    </g>
  );
}

interface MomentLineProps {
  readonly picture: Picture;
  readonly second: number;
  readonly health: number | null;
  /** `hover`: where the pointer is; not part of a saved picture. */
  readonly kind: 'cursor' | 'hover';
}

/** A moment: a line across the picture, with its time and the health that was told last. */
export function MomentLine({ picture: { x, y, plot, axisPlot, rem }, second, health, kind }: MomentLineProps) {
  const at = x(second);
  const isLate = at > plot.right - 6 * rem;
  const label = health === null ? formatMoment(second) : `${formatMoment(second)} · ${formatPercent(health)}`;
  return (
    <g className={classes.moment} data-kind={kind} data-export="no" data-second={Math.round(second)}>
      <line x1={at} x2={at} y1={plot.top} y2={axisPlot.bottom} />
      {health !== null && <circle cx={at} cy={y(health)} r={0.25 * rem} />}
      <text x={at + (isLate ? -0.375 : 0.375) * rem} y={plot.top + 0.75 * rem} textAnchor={isLate ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  );
}

/** The range that was brushed. */
export function RangeBand({
  picture: { x, plot, axisPlot },
  range,
}: {
  readonly picture: Picture;
  readonly range: SecondRange;
}) {
  const [from, to] = [x(range.from), x(range.to)];
  return (
    <g className={classes.range} data-testid="range">
      <rect x={from} y={plot.top} width={Math.max(1, to - from)} height={axisPlot.bottom - plot.top} />
      <line x1={from} x2={from} y1={plot.top} y2={axisPlot.bottom} />
      <line x1={to} x2={to} y1={plot.top} y2={axisPlot.bottom} />
    </g>
  );
}
