import { clockSpanOf, weekdaysOf, type ClockSpan } from '../../shared/query/clock.ts';
import type { FilterValue } from '../../shared/query/query.ts';
import { joinSql, literal, sql, type SqlFragment } from '../library/sql.ts';
import { and, lastPlace, none, or, placesPerSecond, spanOfSeconds, type Condition } from './condition.ts';
import type { FilterContext } from './filter-context.ts';
import { findEdge } from './ordered-statement.ts';
import { offsetStretches } from './zone-offsets.ts';

const day = 86_400;
/** 1970-01-01 was a Thursday; weekday 1 is Monday. */
const daysFromMondayToEpoch = 3;

/** Given how many seconds the clocks are ahead of UTC: whether they fit at a place. */
type ClockTest = (local: SqlFragment) => SqlFragment;

export function time(context: FilterContext, values: readonly FilterValue[]): Condition {
  const spans = values.flatMap((value) => clockSpanOf(value) ?? []);
  return byTheClock(context, (local) =>
    anyOfTests(spans.map((span) => isWithin(sql`(${local} % ${literal(day)})`, span))),
  );
}

export function weekday(context: FilterContext, values: readonly FilterValue[]): Condition {
  const weekdays = [...new Set(values.flatMap(weekdaysOf))];
  const listed = joinSql(
    weekdays.map((number) => literal(number - 1)),
    ', ',
  );
  return byTheClock(
    context,
    (local) => sql`((${local} / ${literal(day)} + ${literal(daysFromMondayToEpoch)}) % 7) IN (${listed})`,
  );
}

function isWithin(second: SqlFragment, { start, end }: ClockSpan): SqlFragment {
  const isAfter = sql`${second} >= ${literal(start)}`;
  const isBefore = sql`${second} < ${literal(end)}`;
  return end > start ? sql`(${isAfter} AND ${isBefore})` : sql`(${isAfter} OR ${isBefore})`;
}

function anyOfTests(tests: readonly SqlFragment[]): SqlFragment {
  return tests.length === 0 ? sql`0` : sql`(${joinSql(tests, ' OR ')})`;
}

/**
 * What the clocks of the zone show, told from the place by arithmetic: no row is read. Time is cut where the clocks are
 * set, so that in each piece they are ahead of UTC by one number of seconds.
 */
function byTheClock({ database, timeZone }: FilterContext, test: ClockTest): Condition {
  const dated = { first: placesPerSecond, last: lastPlace };
  const first = findEdge(database, { kind: 'all' }, dated, 'newer');
  const last = findEdge(database, { kind: 'all' }, dated, 'older');
  if (first === undefined || last === undefined) return none;
  const [start, end] = [Math.floor(first / placesPerSecond), Math.floor(last / placesPerSecond) + 1];
  const stretches = offsetStretches(timeZone, start, end);
  return or(
    stretches.map(({ start: from, end: until, offset }) =>
      and([
        spanOfSeconds(from, until),
        { kind: 'placeTest', fits: (place) => test(sql`((${place} >> 20) + ${literal(offset)})`) },
      ]),
    ),
  );
}
