import type { RaidNight } from '../../shared/raids/types.ts';
import { raidLanguage } from '../../shared/raids/language.ts';
import { formatQuantity } from '../app/number-format.ts';
import { ChartFrame } from '../charts/ChartFrame.tsx';
import { useChartSize } from '../charts/use-chart-size.ts';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { narrowDates } from '../query/query-edit.ts';
import { layOutCalendar } from './calendar-layout.ts';
import classes from './Calendar.module.css';
import { weekdayOf } from './night-format.ts';
import { NightCalendar } from './NightCalendar.tsx';
import { formatFightTime } from './raid-format.ts';
import type { ShownRaids } from './RaidSearchProvider.tsx';
import { useNights } from './use-nights.ts';
import { useRaidFocus } from './use-raid-focus.ts';
import { useRaidPlace } from './use-raid-place.ts';

interface CalendarPageProps {
  readonly libraryPath: string;
  readonly shown: ShownRaids;
}

const columns = [
  { label: 'Night' },
  { label: 'Weekday' },
  { label: 'Pulls', isNumber: true },
  { label: 'Kills', isNumber: true },
  { label: 'Wipes', isNumber: true },
  { label: 'Bosses killed', isNumber: true },
  { label: 'Bosses pulled', isNumber: true },
  { label: 'Fought', isNumber: true },
  { label: 'Deaths', isNumber: true },
];

/** The query's nights as a calendar; a night, month or year that is chosen narrows the list of pulls to it. */
export function CalendarPage({ libraryPath, shown }: CalendarPageProps) {
  const { text, open } = useRaidPlace();
  const nights = useNights(libraryPath, shown);
  const { ref, size } = useChartSize<HTMLDivElement>();
  useRaidFocus();
  const list = nights.list?.nights ?? [];
  const most = list.reduce((sum, { pullCount }) => Math.max(sum, pullCount), 0);
  const undated = nights.list?.undatedCount ?? 0;
  // Not a frame with a calendar that scrolls in it: the page scrolls.
  const height = size === null ? 0 : layOutCalendar(list, size).height;
  return (
    <div className={classes.page} data-stale={nights.isStale || undefined}>
      {nights.error && <ErrorNotice error={nights.error} />}
      <div ref={ref} className={classes.sizer}>
        {list.length > 0 && size !== null && (
          <ChartFrame
            title={formatQuantity(list.length, 'raid night')}
            description={`Each square is a night on which a pull began: the stronger its colour, the more pulls, up to ${most}; the number on green counts its kills.${undatedText(undated)}`}
            fileName="Raid nights"
            height={`${height}px`}
            actions={<Shades />}
            table={{ columns, rows: list.toReversed().map(rowOf) }}
          >
            {(room) => (
              <NightCalendar
                nights={list}
                size={room}
                onChoose={(span) => open({ page: 'pulls' }, narrowDates(text, `night:${span}`, raidLanguage))}
              />
            )}
          </ChartFrame>
        )}
        {nights.list !== null && list.length === 0 && (
          <p className={classes.none}>{formatQuantity(undated, 'pull')} found, but no time of them is known.</p>
        )}
      </div>
    </div>
  );
}

function rowOf(night: RaidNight): readonly string[] {
  return [
    night.night,
    weekdayOf(night.night),
    ...[night.pullCount, night.killCount, night.wipeCount, night.killedBossCount, night.bossCount].map(String),
    formatFightTime(night.fightSeconds),
    String(night.deaths),
  ];
}

function undatedText(count: number): string {
  return count === 0
    ? ''
    : ` ${formatQuantity(count, 'pull')} of unknown time ${count === 1 ? 'is' : 'are'} not shown.`;
}

/** What the shades mean. */
function Shades() {
  return (
    <span className={classes.shades} aria-hidden>
      fewer
      {[1, 2, 3, 4].map((shade) => (
        <svg key={shade} viewBox="0 0 10 10" data-shade={shade}>
          <rect width="10" height="10" rx="1.5" className={classes.square} />
        </svg>
      ))}
      more pulls
    </span>
  );
}
