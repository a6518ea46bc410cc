import type { FilterValue } from '../../shared/query/query.ts';
import type { RaidRole } from '../../shared/raids/types.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { idsOf } from '../messages/name-filters.ts';
import { allOf, byLineUp, noRaid, type RaidFilterContext, type RaidTest } from './raid-test.ts';
import { findNames } from './text-tests.ts';

/** What a query asks of one participant: `with:`, `role:` and `class:` that stand side by side. */
export interface ParticipantWishes {
  /** Of each `with:` its values, of which any will do. */
  readonly players: readonly (readonly FilterValue[])[];
  readonly roles: readonly (readonly FilterValue[])[];
  readonly classes: readonly (readonly FilterValue[])[];
}

/**
 * Raids with these participants. A role and a class beside players are theirs (`with:anna role:tank`: Anna tanking); by
 * themselves they are of somebody, and of the same.
 */
export function participantTest(context: RaidFilterContext, wishes: ParticipantWishes): RaidTest {
  const fitsRole = inAll(wishes.roles.map((values) => new Set(values.flatMap(wordOf))));
  const fitsClass = inAll(wishes.classes.map((values) => findClasses(context, values)));
  if (wishes.players.length === 0) {
    return byLineUp(context, (parts) => parts.some((part) => fitsRole(part.role) && fitsClass(part.class)));
  }
  return allOf(
    wishes.players.map((values) => {
      const ids = new Set(values.flatMap((value) => idsOf(context, 'users', value)));
      const numbers = new Set<number>();
      for (const { number, role, className } of listPerformances(context.database, [...ids])) {
        if (fitsRole(role) && fitsClass(className)) numbers.add(number);
      }
      return numbers.size === 0 ? noRaid : ({ number }) => numbers.has(number);
    }),
  );
}

/** Raids in which none of these players took part. */
export function withoutTest(context: RaidFilterContext, values: readonly FilterValue[]): RaidTest {
  const ids = values.flatMap((value) => idsOf(context, 'users', value));
  const numbers = new Set(listPerformances(context.database, ids).map(({ number }) => number));
  return ({ number }) => !numbers.has(number);
}

interface PerformanceRow {
  readonly number: number;
  readonly role: RaidRole;
  readonly className: string;
}

/** In which raids some players took part, and as what, from the primary key of `summary_performances`. */
export function performancesOfStatement(userIds: readonly string[]): SqlFragment {
  return sql`SELECT p.raid_number AS number, p.role, p.class AS className
    FROM json_each(${JSON.stringify(userIds)}) AS wanted CROSS JOIN summary_performances AS p ON p.user_id = wanted.value`;
}

function listPerformances(database: Database, userIds: readonly string[]): readonly PerformanceRow[] {
  return allRows<PerformanceRow>(database, performancesOfStatement(userIds));
}

function findClasses(context: RaidFilterContext, values: readonly FilterValue[]): ReadonlySet<string> {
  const classes = new Set(context.catalogue.lineUps.flatMap((parts) => parts.map((part) => part.class)));
  const own = { noun: 'class', nouns: 'classes', names: [...classes] };
  return new Set(
    values.flatMap((value) =>
      value.kind === 'word' || value.kind === 'regex' ? [...findNames(context, own, value)] : [],
    ),
  );
}

function wordOf(value: FilterValue): readonly string[] {
  return value.kind === 'word' ? [value.text] : [];
}

function inAll(sets: readonly ReadonlySet<string>[]): (text: string) => boolean {
  return (text) => sets.every((set) => set.has(text));
}
