import type { TimelineLanes } from '../../../shared/raids/types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import type { TimelineModel } from './timeline-model.ts';

const laneWords: Readonly<Record<TimelineLanes, string>> = { server: 'server', boss: 'boss', guild: 'guild' };

/** What the picture counts, in a sentence that stays true while somebody zooms. */
export function describeTimeline({ pulls }: TimelineModel, by: TimelineLanes): string {
  const count = formatQuantity(pulls.ids.length, 'pull');
  return `${count}, a lane for each ${laneWords[by]}. From afar a bar counts a night’s pulls, kills on top; close up each pull is a bar from start to end.`;
}
