import { UnstyledButton } from '@mantine/core';
import type { BossProgress } from '../../../shared/raids/progress-types.ts';
import { raidLanguage } from '../../../shared/raids/language.ts';
import { quote } from '../../../shared/query/print-value.ts';
import { formatCount } from '../../app/number-format.ts';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { shownSource, type TableOnScreen } from '../../exports/shown-source.ts';
import { addFilter } from '../../query/query-edit.ts';
import { formatDuration, formatFightTime, formatPercent } from '../raid-format.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import { HealthBar } from './HealthBar.tsx';
import classes from './Progression.module.css';
import { formatPerPull, type NightFigures } from './pull-course.ts';

interface NightTableProps {
  readonly progress: BossProgress;
  /** Oldest first. */
  readonly nights: readonly NightFigures[];
}

/** The nights, newest first; a night's date leads to its pulls in the list. */
export function NightTable({ progress: { boss, difficulty }, nights }: NightTableProps) {
  const { text, open } = useRaidPlace();
  const showNight = (night: string) => {
    const filters = [`night:${night}`, `boss:${quote(boss)}`, `difficulty:${difficulty}`];
    open(
      { page: 'pulls' },
      filters.reduce((longer, filter) => addFilter(longer, filter, raidLanguage), text),
    );
  };
  return (
    <section aria-label="Nights">
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>Nights</h2>
        <ExportMenu
          label="Export nights"
          source={shownSource(nightsAsShown(nights))}
          suggestedName={`${boss} nights`}
          rowCount={nights.length}
          rowNoun="night"
        />
      </div>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label="Nights of this boss">
          <thead>
            <tr className={classes.head}>
              <th scope="col">Night</th>
              <th scope="col" data-number>
                Pulls
              </th>
              <th scope="col" data-number>
                Kills
              </th>
              <th scope="col">Best</th>
              <th
                scope="col"
                data-number
                title="Deaths of all participants, divided by the pulls that list participants"
              >
                Deaths per pull
              </th>
              <th scope="col" data-number>
                Median length
              </th>
              <th scope="col" data-number title="Lengths of the pulls together">
                Time fought
              </th>
            </tr>
          </thead>
          <tbody>
            {nights.toReversed().map((night) => (
              <tr key={night.night}>
                <th scope="row" className={classes.boss}>
                  <UnstyledButton
                    className={classes.link ?? ''}
                    title="The pulls of this night in the list"
                    onClick={() => showNight(night.night)}
                  >
                    {night.night}
                  </UnstyledButton>
                </th>
                <td data-number>{formatCount(night.pullCount)}</td>
                <td data-number>{formatCount(night.killCount)}</td>
                <td>
                  <HealthBar bestHealth={night.bestHealth} />
                </td>
                <td data-number>{formatPerPull(night.deathsPerPull)}</td>
                <td data-number>{formatDuration(night.medianSeconds)}</td>
                <td data-number>{formatFightTime(night.fightSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function nightsAsShown(nights: readonly NightFigures[]): TableOnScreen {
  return {
    columns: [
      { label: 'Night' },
      { label: 'Pulls', isNumber: true },
      { label: 'Kills', isNumber: true },
      { label: 'Best health left' },
      { label: 'Deaths per pull', isNumber: true },
      { label: 'Median length' },
      { label: 'Time fought' },
    ],
    rows: nights
      .toReversed()
      .map((night) => [
        night.night,
        formatCount(night.pullCount),
        formatCount(night.killCount),
        night.bestHealth === null ? '–' : formatPercent(night.bestHealth),
        formatPerPull(night.deathsPerPull),
        formatDuration(night.medianSeconds),
        formatFightTime(night.fightSeconds),
      ]),
  };
}
