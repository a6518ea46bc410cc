import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { RaidMark } from '../../../shared/raids/pull-types.ts';
import { textWidth } from '../../charts/axis-ticks.ts';
import { plotAreaOf, type ChartSize, type PlotArea } from '../../charts/chart-size.ts';
import { eventKindOf, type EventKind } from './event-kinds.ts';
import { describeEvent, formatMoment, type FightStop, type SecondRange } from './fight-moments.ts';
import { rowsOfMarks } from './mark-rows.ts';

/** An event in the picture. */
export interface PlacedEvent {
  readonly key: string;
  readonly kind: EventKind;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

interface PlacedMark {
  readonly mark: RaidMark;
  readonly x: number;
  readonly label: string;
  /** As much of its text as there is room for, and on which side of the flag. */
  readonly text: string;
  readonly side: 'left' | 'right';
}

/** Where everything of the picture of health stands, in CSS pixels. */
export interface HealthPicture {
  readonly plot: PlotArea;
  /** The plot with the line of players' events below it: there the axis of time stands. */
  readonly axisPlot: PlotArea;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly rem: number;
  readonly markSize: number;
  readonly events: readonly PlacedEvent[];
  readonly flags: readonly PlacedMark[];
  /** Upper edge of the flags. */
  readonly flagY: number;
}

const markRem = 0.875;
const mostRaidRows = 2;
const mostPlayerRows = 3;
const flagRem = 1.125;
const flagFontRem = 0.6875;

/** Lays the picture out: flags on top, what happens to the raid below them, then the health, then players' events, then time. */
export function layOutPicture(size: ChartSize, span: SecondRange, stops: readonly FightStop[]): HealthPicture {
  const { rem } = size;
  const markSize = markRem * rem;
  const sides = plotAreaOf(size, { left: 2.75, right: 1.25 });
  const x = scaleLinear([span.from, span.to], [sides.left, sides.right]);
  const flags = placeFlags(stops, x, rem);
  const raidLane = laneOf(stops, 'raid', x, markSize, mostRaidRows);
  const playerLane = laneOf(stops, 'player', x, markSize, mostPlayerRows);
  const flagHeight = flags.length > 0 ? flagRem : 0;
  const plot = plotAreaOf(size, {
    left: 2.75,
    right: 1.25,
    top: 0.5 + flagHeight + raidLane.rows * (markRem + 0.125),
    bottom: 1.75 + playerLane.rows * (markRem + 0.125),
  });
  const step = markSize + 0.125 * rem;
  const raidTop = (0.25 + flagHeight) * rem;
  return {
    plot,
    axisPlot: { ...plot, bottom: plot.bottom + playerLane.rows * step },
    x,
    y: scaleLinear([0, 100], [plot.bottom, plot.top]),
    rem,
    markSize,
    events: [
      ...raidLane.marks.map((mark) => ({ ...mark, y: raidTop + (raidLane.rows - 1 - mark.row + 0.5) * step })),
      ...playerLane.marks.map((mark) => ({ ...mark, y: plot.bottom + (mark.row + 0.5) * step })),
    ],
    flags,
    flagY: 0.125 * rem,
  };
}

/** Flags have their text on the side with more room: as much of it as does not reach the next flag. */
function placeFlags(stops: readonly FightStop[], x: ScaleLinear<number, number>, rem: number): readonly PlacedMark[] {
  const marks = stops.filter((stop) => stop.kind === 'mark');
  const [left = 0, right = 0] = x.range();
  let taken = left;
  return marks.map(({ mark, second }, index) => {
    const at = x(second);
    const next = marks[index + 1];
    const after = (next === undefined ? right + rem : x(next.second)) - at - 1.25 * rem;
    const before = at - taken - 0.75 * rem;
    const side = after >= before || after >= textWidth(mark.text, flagFontRem, rem) ? 'right' : 'left';
    const text = shortened(mark.text, side === 'right' ? after : before, rem);
    taken = at + (side === 'right' ? textWidth(text, flagFontRem, rem) + rem : 0.75 * rem);
    return { mark, x: at, label: `${formatMoment(second)} ${mark.text}`, text, side };
  });
}

function shortened(text: string, room: number, rem: number): string {
  const letters = Array.from(text);
  if (textWidth(text, flagFontRem, rem) <= room) return text;
  const fitting = Math.floor(room / textWidth('x', flagFontRem, rem)) - 1;
  return fitting < 3 ? '' : `${letters.slice(0, fitting).join('')}…`;
}

function laneOf(
  stops: readonly FightStop[],
  lane: EventKind['lane'],
  x: ScaleLinear<number, number>,
  markSize: number,
  mostRows: number,
) {
  const found = stops.flatMap((stop) => {
    if (stop.kind !== 'event') return [];
    const kind = eventKindOf(stop.event.event);
    return kind.lane === lane ? [{ stop, kind, x: x(stop.second) }] : [];
  });
  const rows = rowsOfMarks(
    found.map(({ x }) => x),
    markSize,
    mostRows,
  );
  const marks = found.map(({ stop, kind, x }, index) => {
    return {
      key: stop.key,
      kind,
      x,
      row: rows[index] ?? 0,
      label: `${formatMoment(stop.second)} ${stop.kind === 'event' ? describeEvent(stop.event) : ''}`,
    };
  });
  return { marks, rows: Math.max(0, ...rows.map((row) => row + 1)) };
}
