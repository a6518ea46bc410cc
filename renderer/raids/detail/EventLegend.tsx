import type { RaidEvent } from '../../../shared/raids/pull-types.ts';
import { formatCount, formatQuantity } from '../../app/number-format.ts';
import { LegendToggle } from '../../charts/LegendToggle.tsx';
import { isMarked, sortedKinds } from './event-kinds.ts';
import { EventIcon } from './EventIcon.tsx';
import classes from './FightSection.module.css';

interface EventLegendProps {
  readonly events: readonly RaidEvent[];
  readonly hidden: ReadonlySet<string>;
  readonly toggle: (event: string) => void;
}

/** What the marks stand for, how many there are of each kind, and which kinds are shown. */
export function EventLegend({ events, hidden, toggle }: EventLegendProps) {
  const marked = events.filter(({ event }) => isMarked(event));
  const kinds = sortedKinds(marked.map(({ event }) => event));
  if (kinds.length === 0) return null;
  return (
    <div className={classes.legend} role="group" aria-label="Events that are shown">
      {kinds.map((kind) => {
        const count = marked.filter(({ event }) => event === kind.event).length;
        const isShown = !hidden.has(kind.event);
        return (
          <LegendToggle
            key={kind.event}
            isShown={isShown}
            title={`${formatQuantity(count, 'event')} “${kind.event}” in the raid’s messages: ${isShown ? 'hide' : 'show'} them`}
            onToggle={() => toggle(kind.event)}
          >
            <EventIcon kind={kind} />
            <bdi className={classes.legendName}>{kind.label}</bdi> {formatCount(count)}
          </LegendToggle>
        );
      })}
    </div>
  );
}
