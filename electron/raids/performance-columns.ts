import type { RaidRole } from '../../shared/raids/types.ts';
import type { Database } from '../library/open-database.ts';
import { singleNumber } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { PerState } from '../messages/library-state.ts';
import { raidCatalogueOf } from './catalogue.ts';

/** A role and class in which players took part. */
export interface PlayedPart {
  readonly role: RaidRole;
  readonly class: string;
}

/**
 * All performances as columns in memory, those of a player side by side: summing any of them up is a walk along arrays. SQLite
 * takes 25 ms for the sums of 44,000 rows, this 1 ms; a million rows (50,000 raids) take 47 MB. Read when players are first
 * asked for, once for each state of the library's rows.
 */
export interface PerformanceColumns {
  readonly userIds: readonly string[];
  /** First row of each user, and behind the last user the number of rows. */
  readonly firstRows: Uint32Array;
  readonly parts: readonly PlayedPart[];
  /** Index into `parts`; those of a player are in their order. */
  readonly part: Uint32Array;
  /** Index into the catalogue's `entries`. */
  readonly raid: Uint32Array;
  readonly damage: Float64Array;
  readonly healing: Float64Array;
  readonly damageTaken: Float64Array;
  readonly deaths: Float64Array;
  readonly uptimePercent: Uint8Array;
}

const columns = new PerState(readColumns);

export function performanceColumnsOf(database: Database): PerformanceColumns {
  return columns.get(database);
}

/** Every performance in the order of the primary key. */
export const performancesStatement = sql`SELECT user_id, role, class, raid_number, damage, healing, damage_taken, deaths,
    uptime_percentage FROM summary_performances ORDER BY user_id, role, class, raid_number`;

type PerformanceRow = readonly [string, RaidRole, string, number, number, number, number, number, number];

function readColumns(database: Database): PerformanceColumns {
  const count = singleNumber(database, sql`SELECT count(*) FROM summary_performances`);
  const indexOf = new Map(raidCatalogueOf(database).entries.map(({ number, index }) => [number, index]));
  const userIds: string[] = [];
  const firstRows: number[] = [];
  const parts: PlayedPart[] = [];
  const partNumbers = new Map<string, number>();
  const part = new Uint32Array(count);
  const raid = new Uint32Array(count);
  const [damage, healing, damageTaken, deaths] = [0, 1, 2, 3].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]; // four were made
  const uptimePercent = new Uint8Array(count);
  let place = 0;
  for (const row of database.prepare<unknown[], PerformanceRow>(performancesStatement.text).raw().iterate()) {
    const [userId, role, className, number] = row;
    if (userId !== userIds.at(-1)) {
      userIds.push(userId);
      firstRows.push(place);
    }
    const key = `${role} ${className}`;
    const partNumber = partNumbers.get(key) ?? parts.length;
    if (partNumber === parts.length) parts.push({ role, class: className });
    partNumbers.set(key, partNumber);
    part[place] = partNumber;
    raid[place] = indexOf.get(number) ?? 0;
    damage[place] = row[4];
    healing[place] = row[5];
    damageTaken[place] = row[6];
    deaths[place] = row[7];
    uptimePercent[place] = row[8];
    place += 1;
  }
  return {
    userIds,
    firstRows: Uint32Array.from([...firstRows, place]),
    parts,
    part,
    raid,
    damage,
    healing,
    damageTaken,
    deaths,
    uptimePercent,
  };
}
