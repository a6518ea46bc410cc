import type { TimelineLanes } from '../../../shared/raids/types.ts';
import type { TimeWindow } from './time-window.ts';

/** How the timeline was left: what was opened from it leads back to the same picture. */
export interface TimelineMemory {
  readonly lanes: TimelineLanes;
  /** Null: all of the time. */
  readonly chosen: ChosenWindow | null;
}

export interface ChosenWindow {
  /** The query whose pulls were shown; those of another one are shown from the first to the last. */
  readonly key: string;
  readonly window: TimeWindow;
}
