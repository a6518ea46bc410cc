import { useElementSize, useMergedRef } from '@mantine/hooks';
import { memo, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { formatQuantity } from '../app/number-format.ts';
import classes from './DateScrubber.module.css';
import {
  barLengths,
  countOnDay,
  dayIndexAt,
  endOfDay,
  fractionAt,
  momentAt,
  scrubberLabels,
  type ScrubberScale,
} from './scrubber-scale.ts';

interface DateScrubberProps {
  readonly scale: ScrubberScale;
  /** Time of the first message in view, milliseconds since 1970; null when it has none. */
  readonly moment: number | null;
  readonly onJump: (moment: number) => void;
}

const daysByKey: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 30,
  PageDown: -30,
};

/** All the library's days from newest to oldest, as a scroll bar to jump through time with. Days are UTC. */
export function DateScrubber({ scale, moment, onJump }: DateScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, height } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(track, sizeRef);
  const [hovered, setHovered] = useState<number | null>(null);
  const dayIndex = dayIndexAt(scale, moment ?? scale.start);

  const fractionOf = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    return box ? Math.max(0, Math.min(1, (event.clientY - box.top) / box.height)) : 0;
  };
  const onPointerMove = (event: PointerEvent) => {
    const fraction = fractionOf(event);
    setHovered(fraction);
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onJump(momentAt(scale, fraction));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onJump(momentAt(scale, fractionOf(event)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const days = daysByKey[event.key];
    const target = event.key === 'Home' ? 0 : event.key === 'End' ? scale.dayCount - 1 : dayIndex + (days ?? 0);
    if (days === undefined && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    onJump(endOfDay(scale, target));
  };

  return (
    <div
      ref={ref}
      className={classes.track}
      role="slider"
      tabIndex={0}
      aria-label="Date"
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={scale.dayCount - 1}
      aria-valuenow={dayIndex}
      aria-valuetext={dayText(scale, dayIndex)}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setHovered(null)}
    >
      <ScrubberDrawing scale={scale} height={height} />
      {moment !== null && <div className={classes.here} style={{ top: percent(fractionAt(scale, moment)) }} />}
      {hovered !== null && (
        <div className={classes.hover} style={{ top: percent(hovered) }}>
          <span className={classes.tip}>{dayText(scale, dayIndexAt(scale, momentAt(scale, hovered)))}</span>
        </div>
      )}
    </div>
  );
}

const barHeight = 2;

/** Bars and labels; they change only with the library or the window's height. */
const ScrubberDrawing = memo(function ScrubberDrawing(props: {
  readonly scale: ScrubberScale;
  readonly height: number;
}) {
  const { scale, height } = props;
  const barCount = Math.max(1, Math.floor(height / barHeight));
  const path = useMemo(() => {
    const bars = barLengths(scale, barCount);
    return bars.map((length, slot) => (length > 0 ? `M100 ${slot}h${-100 * length}v1h${100 * length}z` : '')).join('');
  }, [scale, barCount]);
  const labels = useMemo(() => scrubberLabels(scale, Math.max(2, Math.floor(height / 36))), [scale, height]);
  return (
    <>
      <svg className={classes.bars} viewBox={`0 0 100 ${barCount}`} preserveAspectRatio="none" aria-hidden>
        <path d={path} />
      </svg>
      {labels.map(({ text, fraction, isYear }) => (
        <span
          key={`${text}${fraction}`}
          className={classes.label}
          data-year={isYear || undefined}
          style={{ top: percent(fraction) }}
        >
          {text}
        </span>
      ))}
    </>
  );
});

function dayText(scale: ScrubberScale, dayIndex: number): string {
  const day = new Date(endOfDay(scale, dayIndex)).toISOString().slice(0, 10);
  return `${day}, ${formatQuantity(countOnDay(scale, dayIndex), 'message')}`;
}

function percent(fraction: number): string {
  return `${fraction * 100}%`;
}
