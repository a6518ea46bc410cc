import { useEffect, useMemo, useState } from 'react';
import type { TimelineLanes } from '../../../shared/raids/types.ts';
import { useRaidList } from '../RaidListProvider.tsx';
import { centredOn, panBy, showing, wholeWindow, zoomAt, type TimeWindow } from './time-window.ts';
import type { ChosenWindow } from './timeline-memory.ts';
import type { TimelineModel } from './timeline-model.ts';

export interface TimeView {
  readonly window: TimeWindow;
  readonly whole: TimeWindow;
  readonly isWhole: boolean;
  /** Makes the window so many times as long, around a moment or its middle. */
  readonly zoom: (factor: number, moment?: number) => void;
  readonly pan: (seconds: number) => void;
  /** Moves as little as it takes to see a stretch. */
  readonly show: (start: number, end: number) => void;
  /** A window of this length, or the same, around a moment. */
  readonly centre: (moment: number, length?: number) => void;
  readonly reset: () => void;
}

/** Which part of the time is in view, kept with the choice of `lanes` for the way back. Other pulls (`key`) are shown from the first to the last again. */
export function useTimeWindow(model: TimelineModel, key: string, lanes: TimelineLanes): TimeView {
  const { recallTimeline, rememberTimeline } = useRaidList();
  const [chosen, setChosen] = useState<ChosenWindow | null>(() => recallTimeline()?.chosen ?? null);
  useEffect(() => rememberTimeline({ lanes, chosen }), [rememberTimeline, lanes, chosen]);
  const { first, last } = model;
  return useMemo(() => {
    const whole = wholeWindow(first, last);
    const window = chosen?.key === key ? panBy(chosen.window, 0, whole) : whole;
    const change = (step: (from: TimeWindow) => TimeWindow) =>
      setChosen((known) => ({ key, window: step(known?.key === key ? known.window : whole) }));
    return {
      window,
      whole,
      isWhole: window.end - window.start >= (whole.end - whole.start) * 0.999,
      zoom: (factor, moment) => change((from) => zoomAt(from, moment ?? (from.start + from.end) / 2, factor, whole)),
      pan: (seconds) => change((from) => panBy(from, seconds, whole)),
      show: (start, end) => change((from) => showing(from, start, end, whole)),
      centre: (moment, length) => change((from) => centredOn(moment, length ?? from.end - from.start, whole)),
      reset: () => setChosen(null),
    };
  }, [first, last, chosen, key]);
}
