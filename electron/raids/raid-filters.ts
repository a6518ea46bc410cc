import { clockSpanOf, weekdaysOf } from '../../shared/query/clock.ts';
import { timeSpanOfValue, type OpenTimeSpan } from '../../shared/query/dates.ts';
import { durationSpanOf } from '../../shared/query/durations.ts';
import { nightSpanOfValue } from '../../shared/query/nights.ts';
import { numberSpanOf, type NumberSpan } from '../../shared/query/numbers.ts';
import type { FilterValue } from '../../shared/query/query.ts';
import type { RaidFilterKey } from '../../shared/raids/language.ts';
import { idsOf } from '../messages/name-filters.ts';
import type { NamedTable } from '../messages/names.ts';
import type { RaidEntry } from './catalogue.ts';
import { localClockOf } from './night-clock.ts';
import { participantTest, withoutTest } from './participant-tests.ts';
import { damagePerSecond } from './raid-orders.ts';
import { anyOf, bySubject, noRaid, not, type RaidFilterContext, type RaidTest } from './raid-test.ts';
import { noteTest, starredTest, taggedTest, tagTest } from './kept-tests.ts';
import { findNames } from './text-tests.ts';

export type RaidFilter = (context: RaidFilterContext, values: readonly FilterValue[]) => RaidTest;

const during = dated(({ start, end }) => within(start, end));

/** What each key of the language finds; `shared/raids/language.ts` says what it takes. */
export const raidFilters: Readonly<Record<RaidFilterKey, RaidFilter>> = {
  boss: ownName('boss', 'bosses', ({ boss }) => boss),
  name: ownName('raid', 'raids', ({ name }) => name),
  difficulty: words(
    (text) =>
      ({ difficulty }) =>
        difficulty === text,
  ),
  result: words(
    (text) =>
      ({ result }) =>
        result === text,
  ),
  is: (context, values) =>
    anyOf(
      values.map((value) => (value.kind === 'word' && value.text === 'tagged' ? taggedTest : starredTest)(context)),
    ),
  hp: numbers(numberSpanOf, ({ healthLeft }) => healthLeft),
  duration: numbers(durationSpanOf, ({ seconds }) => seconds),
  players: numbers(numberSpanOf, ({ playerCount }) => playerCount),
  deaths: numbers(numberSpanOf, ({ deaths }) => deaths),
  dps: numbers(numberSpanOf, damagePerSecond),
  pull: numbers(numberSpanOf, ({ pullNumber }) => pullNumber),
  leader: ids('users', ({ leaderId }) => leaderId),
  server: ids('servers', ({ serverId }) => serverId),
  guild: ids('guilds', ({ guildId }) => guildId),
  with: (context, values) => participantTest(context, { players: [values], roles: [], classes: [] }),
  role: (context, values) => participantTest(context, { players: [], roles: [values], classes: [] }),
  class: (context, values) => participantTest(context, { players: [], roles: [], classes: [values] }),
  without: withoutTest,
  night: (context, values) =>
    anyOf(
      values.map((value) => {
        const span = nightSpanOfValue(value, context.timeZone, context.now, context.nightStartHour);
        return span === null ? noRaid : within(span.start, span.end);
      }),
    ),
  date: during,
  during,
  on: during,
  after: dated(({ start }) => within(start, null)),
  before: dated(({ start }) => within(null, start)),
  time: (context, values) => {
    const spans = values.flatMap((value) => clockSpanOf(value) ?? []);
    return byTheClock(context, (second) =>
      spans.some(({ start, end }) => (end > start ? second >= start && second < end : second >= start || second < end)),
    );
  },
  weekday: (context, values) => {
    const weekdays = new Set(values.flatMap(weekdaysOf));
    return byTheClock(context, (_second, weekday) => weekdays.has(weekday));
  },
  tag: tagTest,
  note: noteTest,
};

function words(toTest: (text: string) => RaidTest): RaidFilter {
  return (_context, values) => anyOf(values.map((value) => (value.kind === 'word' ? toTest(value.text) : noRaid)));
}

function ownName(noun: string, nouns: string, nameOf: (entry: RaidEntry) => string): RaidFilter {
  return (context, values) => {
    const names = [...new Set(context.catalogue.subjects.map(nameOf))];
    return anyOf(
      values.map((value) => {
        if (value.kind !== 'word' && value.kind !== 'regex') return value.kind === 'any' ? () => true : noRaid;
        const found = findNames(context, { noun, nouns, names }, value);
        return bySubject(context, (entry) => found.has(nameOf(entry)));
      }),
    );
  };
}

function ids(table: NamedTable, idOf: (entry: RaidEntry) => string | null): RaidFilter {
  return (context, values) =>
    anyOf(
      values.map((value): RaidTest => {
        if (value.kind === 'any') return (entry) => idOf(entry) !== null;
        if (value.kind === 'none') return (entry) => idOf(entry) === null;
        const found = new Set(idsOf(context, table, value));
        return bySubject(context, (entry) => found.has(idOf(entry) ?? ''));
      }),
    );
}

/** What has no such number is not found. */
function numbers(
  spanOf: (value: FilterValue) => NumberSpan | null,
  numberOf: (entry: RaidEntry) => number | null,
): RaidFilter {
  return (_context, values) =>
    anyOf(
      values.map((value): RaidTest => {
        const span = spanOf(value);
        if (span === null) return noRaid;
        return (entry) => isWithin(numberOf(entry), span);
      }),
    );
}

function isWithin(number: number | null, { low, includesLow, high, includesHigh }: NumberSpan): boolean {
  if (number === null) return false;
  const isAboveLow = low === null || number > low || (includesLow && number === low);
  return isAboveLow && (high === null || number < high || (includesHigh && number === high));
}

function within(start: number | null, end: number | null): RaidTest {
  return ({ began }) => began !== null && (start === null || began >= start) && (end === null || began < end);
}

function dated(toTest: (span: OpenTimeSpan) => RaidTest): RaidFilter {
  return (context, values) =>
    anyOf(
      values.map((value) => {
        const isDated: RaidTest = ({ began }) => began !== null;
        if (value.kind === 'any') return isDated;
        if (value.kind === 'none') return not(isDated);
        const span = timeSpanOfValue(value, context.timeZone, context.now);
        return span === null ? noRaid : toTest(span);
      }),
    );
}

/** By what the zone's clocks showed when it began: the second of the day, and the weekday (1 is Monday). */
function byTheClock(context: RaidFilterContext, fits: (second: number, weekday: number) => boolean): RaidTest {
  const clock = localClockOf(context.catalogue, context.timeZone);
  return ({ index }) => {
    const local = clock[index] ?? Number.NaN;
    if (Number.isNaN(local)) return false;
    const day = Math.floor(local / 86_400);
    // 1970-01-01 was a Thursday.
    return fits(local - day * 86_400, ((((day + 3) % 7) + 7) % 7) + 1);
  };
}
