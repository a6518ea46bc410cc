import type { RaidNight } from '../../shared/raids/types.ts';
import classes from './Calendar.module.css';

interface NightMarkProps {
  readonly night: RaidNight;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly rem: number;
  readonly shade: number;
  readonly label: string;
  /** Tab leads here; the arrow keys lead on from here. */
  readonly isReachable: boolean;
  readonly onReach: (isReached: boolean) => void;
  readonly onPoint: (isOver: boolean) => void;
  readonly onChoose: () => void;
}

/** One night: the more pulls, the stronger its colour; the number of its kills on a mark of their own. */
export function NightMark(props: NightMarkProps) {
  const { night, x, y, cell, rem, shade, label, isReachable, onReach, onPoint, onChoose } = props;
  const { killCount } = night;
  const markHeight = 0.8125 * rem;
  const markWidth = (0.375 + 0.4375 * String(killCount).length) * rem;
  const place = `translate(${x} ${y})`;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the calendar handles the keys for all its nights */}
      <g
        className={classes.night}
        role="button"
        tabIndex={isReachable ? 0 : -1}
        aria-label={label}
        data-night={night.night}
        data-shade={shade}
        transform={place}
        onFocus={({ currentTarget }) => onReach(currentTarget.matches(':focus-visible'))}
        onBlur={() => onReach(false)}
        onPointerEnter={() => onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        onClick={onChoose}
      >
        <rect width={cell} height={cell} rx={0.1875 * rem} className={classes.square} />
      </g>
      {/* Beside it and not in it: its name says more than these. */}
      <g className={classes.texts} transform={place} aria-hidden>
        <text x={0.25 * rem} y={0.875 * rem} className={classes.dayOfNight}>
          {Number(night.night.slice(8))}
        </text>
        {killCount > 0 && (
          <>
            <rect
              x={cell - markWidth - 0.125 * rem}
              y={cell - markHeight - 0.125 * rem}
              width={markWidth}
              height={markHeight}
              rx={0.125 * rem}
              className={classes.kills}
            />
            <text
              x={cell - markWidth / 2 - 0.125 * rem}
              y={cell - 0.3125 * rem}
              textAnchor="middle"
              className={classes.killCount}
            >
              {killCount}
            </text>
          </>
        )}
      </g>
    </>
  );
}
