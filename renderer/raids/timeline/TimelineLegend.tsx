import { raidDifficulties } from '../../../shared/raids/types.ts';
import { DifficultyIcon } from '../../charts/ResultMark.tsx';
import { difficultyNames } from '../raid-format.ts';
import classes from './Timeline.module.css';

/** What colours and shapes stand for. */
export function TimelineLegend() {
  return (
    <ul className={classes.legend} aria-label="Legend">
      <li>
        <span className={classes.swatch} data-result="kill" aria-hidden /> Kill: full bar
      </li>
      <li>
        <span className={classes.swatch} data-result="wipe" aria-hidden /> Wipe: pale bar, as tall as the boss was
        brought down
      </li>
      <li>
        <span className={classes.swatch} data-result="live" aria-hidden /> Goes on
      </li>
      <li>
        Foot of a bar:
        {raidDifficulties.map((difficulty) => (
          <span key={difficulty}>
            <DifficultyIcon difficulty={difficulty} size="0.9375rem" /> {difficultyNames[difficulty]}
          </span>
        ))}
      </li>
      <li className={classes.hint}>
        The wheel zooms, a drag over the lanes chooses a time, a drag on the axis moves along.
      </li>
    </ul>
  );
}
