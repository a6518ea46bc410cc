import { useElementSize, useMergedRef } from '@mantine/hooks';
import { memo, useMemo, useRef, useState, type PointerEvent } from 'react';
import { formatCount, formatQuantity } from '../app/number-format.ts';
import classes from './DateScrubber.module.css';
import { HistogramCanvas } from './HistogramCanvas.tsx';
import { HitsByMonth } from './HitsByMonth.tsx';
import { bucketText, scrubberLabels } from './scrubber-labels.ts';
import {
  bucketAt,
  bucketAtFraction,
  edgesOf,
  fractionAt,
  hitsBetween,
  jumpTarget,
  type ScrubberScale,
} from './scrubber-scale.ts';
import { useRangeDrag, type BucketRange } from './use-range-drag.ts';
import { useScrubberKeys } from './use-scrubber-keys.ts';

/** Times of the first and the last message in view, milliseconds since 1970; null for one without a time. */
export interface VisibleTimes {
  readonly top: number | null;
  readonly bottom: number | null;
}

interface DateScrubberProps {
  readonly scale: ScrubberScale;
  readonly visible: VisibleTimes;
  readonly onJump: (moment: number) => void;
  /** Only what lies in these buckets is wanted. */
  readonly onNarrow: (range: BucketRange) => void;
  /** The wheel was turned by so many pixels. */
  readonly onScroll: (pixels: number) => void;
}

/** The list's scroll bar: hits by day (or hour), of which a click jumps to one and a drag narrows the search to some. */
export function DateScrubber({ scale, visible, onJump, onNarrow, onScroll }: DateScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, height } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(track, sizeRef);
  const [hovered, setHovered] = useState<number | null>(null);
  const bucketUnder = ({ clientY }: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    return bucketAtFraction(scale, box ? Math.max(0, Math.min(1, (clientY - box.top) / box.height)) : 0);
  };
  const onClick = (bucket: number) => onJump(jumpTarget(scale, bucket));
  const drag = useRangeDrag({ bucketUnder, onClick, onSelect: onNarrow });
  const here = bucketAt(scale, visible.top ?? scale.start);
  const keyboard = useScrubberKeys({ scale, here, onJump: onClick, onNarrow });
  const range = drag.range ?? keyboard.range;
  return (
    <div
      ref={ref}
      className={classes.track}
      role="slider"
      tabIndex={0}
      aria-label="Date"
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={scale.bucketCount - 1}
      aria-valuenow={scale.isNewestOnTop ? here : scale.bucketCount - 1 - here}
      aria-valuetext={range ? rangeText(scale, range) : bucketSummary(scale, here)}
      aria-keyshortcuts="Shift+ArrowUp Shift+ArrowDown Enter"
      data-dragging={drag.isPressed || undefined}
      onKeyDown={keyboard.onKeyDown}
      onBlur={keyboard.onBlur}
      onWheel={({ deltaY, deltaMode }) => onScroll(deltaMode === 0 ? deltaY : deltaY * 16)}
      {...drag.handlers}
      onPointerMove={(event) => {
        setHovered(bucketUnder(event));
        drag.handlers.onPointerMove(event);
      }}
      onPointerLeave={() => setHovered(null)}
    >
      <ScrubberDrawing scale={scale} height={height} />
      <Thumb scale={scale} visible={visible} />
      {range ? (
        <Marked scale={scale} range={range} />
      ) : (
        hovered !== null && <Hovered scale={scale} bucket={Math.min(hovered, scale.bucketCount - 1)} />
      )}
    </div>
  );
}

/** Bars and labels; they change only with the hits, the theme or the window's size. */
const ScrubberDrawing = memo(function ScrubberDrawing(props: {
  readonly scale: ScrubberScale;
  readonly height: number;
}) {
  const { scale, height } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const labels = useMemo(() => scrubberLabels(scale, Math.max(2, Math.floor(height / 36))), [scale, height]);
  return (
    <>
      <div ref={ref} className={classes.chart}>
        <HistogramCanvas scale={scale} width={width} height={height} />
      </div>
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
      <HitsByMonth scale={scale} />
    </>
  );
});

/** What of all the hits the list has in view. */
function Thumb({ scale, visible }: { readonly scale: ScrubberScale; readonly visible: VisibleTimes }) {
  const ends = [visible.top, visible.bottom].filter((moment) => moment !== null);
  if (ends.length === 0) return null;
  const fractions = ends.map((moment) => fractionAt(scale, moment));
  const top = Math.min(...fractions);
  const height = Math.max(...fractions) - top;
  return <div className={classes.thumb} data-testid="thumb" style={{ top: percent(top), height: percent(height) }} />;
}

function Hovered({ scale, bucket }: { readonly scale: ScrubberScale; readonly bucket: number }) {
  const [top, bottom] = edgesOf(scale, bucket);
  return (
    <div className={classes.hover} style={{ top: percent((top + bottom) / 2) }}>
      <span className={classes.tip}>{bucketSummary(scale, bucket)}</span>
    </div>
  );
}

/** The range that a drag or the keyboard marks, with what is in it. */
function Marked({ scale, range }: { readonly scale: ScrubberScale; readonly range: BucketRange }) {
  const [top, bottom] = edgesOf(scale, range.low, range.high);
  return (
    <div
      className={classes.marked}
      data-testid="marked-range"
      style={{ top: percent(top), height: percent(bottom - top) }}
    >
      <span className={classes.tip}>{rangeText(scale, range)}</span>
    </div>
  );
}

function rangeText(scale: ScrubberScale, { low, high }: BucketRange): string {
  const dates = low === high ? bucketText(scale, low) : `${bucketText(scale, low)} – ${bucketText(scale, high)}`;
  return `${dates}, ${formatQuantity(hitsBetween(scale, low, high), 'message')}`;
}

/** `2025-11-22, 12 messages`, with how many the library has where the search leaves some out. */
function bucketSummary(scale: ScrubberScale, bucket: number): string {
  const hits = scale.hits.get(bucket) ?? 0;
  const all = scale.all.get(bucket) ?? 0;
  const count =
    all > hits ? `${formatCount(hits)} of ${formatQuantity(all, 'message')}` : formatQuantity(hits, 'message');
  return `${bucketText(scale, bucket)}, ${count}`;
}

function percent(fraction: number): string {
  return `${fraction * 100}%`;
}
