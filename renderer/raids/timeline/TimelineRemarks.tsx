import type { RaidTimeline } from '../../../shared/raids/types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import classes from './Timeline.module.css';
import type { TimelineModel } from './timeline-model.ts';

interface TimelineRemarksProps {
  readonly timeline: RaidTimeline;
  readonly model: TimelineModel | null;
}

/** What was found and is not drawn, or not as one would expect. */
export function TimelineRemarks({ timeline, model }: TimelineRemarksProps) {
  const { notBegunCount, endsBeforeStartCount } = timeline;
  const hiddenCount = model?.hiddenCount ?? 0;
  const remarks = [
    notBegunCount > 0 &&
      `${formatQuantity(notBegunCount, 'raid')} never began, or at no known time, and ${isOrAre(notBegunCount)} not drawn.`,
    endsBeforeStartCount > 0 && endsBeforeStart(endsBeforeStartCount),
    hiddenCount > 0 &&
      `${formatQuantity(hiddenCount, 'pull')} in ${formatQuantity(model?.hiddenLaneCount ?? 0, 'further lane')} ${isOrAre(hiddenCount)} not drawn: narrow the search to see them.`,
  ].filter((remark) => remark !== false);
  if (remarks.length === 0) return null;
  return <p className={classes.remarks}>{remarks.join(' ')}</p>;
}

function endsBeforeStart(count: number): string {
  return count === 1
    ? '1 raid ends before it starts: drawn as a pin without length.'
    : `${formatQuantity(count, 'raid')} end before they start: drawn as pins without length.`;
}

function isOrAre(count: number): 'is' | 'are' {
  return count === 1 ? 'is' : 'are';
}
