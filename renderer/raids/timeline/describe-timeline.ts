import type { TimelineLanes } from '../../../shared/raids/types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import type { TimelineModel } from './timeline-model.ts';

const laneWords: Readonly<Record<TimelineLanes, readonly [one: string, many: string]>> = {
  server: ['server', 'servers'],
  boss: ['boss', 'bosses'],
  guild: ['guild', 'guilds'],
};

/** What the picture counts, in a sentence that stays true while somebody zooms. */
export function describeTimeline({ pulls, lanes }: TimelineModel, by: TimelineLanes): string {
  const [one, many] = laneWords[by];
  return `${formatQuantity(pulls.ids.length, 'pull')} in ${formatQuantity(lanes.length, 'lane')}, one for each ${one}; ${many} with most pulls first. From afar a bar is as tall as a night has pulls, with its kills on top; close up each pull is a bar from its start to its end.`;
}
