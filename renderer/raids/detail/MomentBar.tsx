import { Button } from '@mantine/core';
import { Flag } from 'lucide-react';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { describeMoment, formatMoment, nearestStop, type FightStop } from './fight-moments.ts';
import classes from './FightSection.module.css';
import type { Fight } from './use-fight.ts';

interface MomentBarProps {
  readonly detail: RaidDetail;
  readonly stops: readonly FightStop[];
  readonly fight: Fight;
  readonly hovered: number | null;
  /** Seconds of the picture that the pointer cannot tell apart. */
  readonly reach: number;
  /** Null: nothing can be kept in this library. */
  readonly onMark: (() => void) | null;
  readonly onEditMark: (markId: number) => void;
}

/** What is known of the moment under the pointer, else of the chosen one; the latter is said aloud when it changes. */
export function MomentBar(props: MomentBarProps) {
  const { detail, stops, fight, hovered, reach, onMark, onEditMark } = props;
  const { cursor } = fight.state;
  const here = stops.find(({ key }) => key === cursor?.stopKey) ?? null;
  return (
    <div className={classes.moment}>
      <p className={classes.momentText} role="status" data-covered={hovered !== null || undefined} data-testid="moment">
        {cursor !== null && (
          <>
            <strong>{formatMoment(cursor.second)}</strong>{' '}
            <bdi>{describeMoment(detail.samples, cursor.second, here)}</bdi>
          </>
        )}
      </p>
      {hovered !== null && (
        <p className={classes.momentText} aria-hidden>
          <strong>{formatMoment(hovered)}</strong>{' '}
          <bdi>{describeMoment(detail.samples, hovered, nearestStop(stops, hovered, reach))}</bdi>
        </p>
      )}
      {hovered === null && cursor === null && (
        <p className={classes.momentHint}>Drag over the line to choose a stretch, click for a moment</p>
      )}
      {here?.kind === 'mark' && onMark !== null && (
        <Button size="compact-xs" variant="default" onClick={() => onEditMark(here.mark.id)}>
          Edit mark
        </Button>
      )}
      {onMark !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Flag size="0.75rem" aria-hidden />}
          title="Puts a mark with your own words at the chosen moment (M)"
          onClick={onMark}
        >
          Add a mark
        </Button>
      )}
    </div>
  );
}
