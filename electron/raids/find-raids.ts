import { RaidscopeError } from '../../shared/contract/errors.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { findTimeZone } from '../../shared/query/time-zone.ts';
import type { QueryProblem, ResolvedName } from '../../shared/query/types.ts';
import { raidLanguage } from '../../shared/raids/language.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { stateOfAll } from '../messages/library-state.ts';
import { raidCatalogueOf, type RaidCatalogue, type RaidEntry } from './catalogue.ts';
import { compileRaidQuery } from './compile-raid-query.ts';
import { localClockOf, nightNumber, nightText } from './night-clock.ts';
import type { RaidFilterContext } from './raid-test.ts';

export interface NightClock {
  readonly timeZone: string;
  readonly nightStartHour: number;
}

export interface RaidQueryInput extends NightClock {
  readonly query: string;
}

/** The raids that a query finds, and how to tell their nights. */
export interface FoundRaids {
  readonly catalogue: RaidCatalogue;
  readonly nights: RaidNights;
  /** 1 for each entry of the catalogue that is found. */
  readonly isFound: Uint8Array;
  /** In the order in which they began. */
  readonly entries: readonly RaidEntry[];
  readonly problems: readonly QueryProblem[];
  readonly resolved: readonly ResolvedName[];
}

/** On which night each raid began, by the clocks of one zone. */
export interface RaidNights {
  /** Days since 1970; null when no time is known. */
  numberOf(entry: RaidEntry): number | null;
  /** `YYYY-MM-DD`. */
  textOf(entry: RaidEntry): string | null;
}

/** Throws `bad_input` for a zone that is none. */
export function zoneOf({ timeZone }: NightClock): string {
  const zone = findTimeZone(timeZone);
  if (zone === null) throw new RaidscopeError('bad_input', 'There is no such time zone.', { timeZone });
  return zone;
}

export function nightsOf(catalogue: RaidCatalogue, zone: string, nightStartHour: number): RaidNights {
  const clock = localClockOf(catalogue, zone);
  const numberOf = ({ index }: RaidEntry): number | null => {
    const night = nightNumber(clock[index] ?? Number.NaN, nightStartHour);
    return Number.isNaN(night) ? null : night;
  };
  return {
    numberOf,
    textOf: (entry) => {
      const night = numberOf(entry);
      return night === null ? null : nightText(night);
    },
  };
}

/** What was found last: the list, its nights, its time line and its players ask for the same one after the other. */
const mostRemembered = 8;
const remembered = new WeakMap<Database, Map<string, FoundRaids>>();

/**
 * The raids that a query finds: one look at each of them, 4 ms for 50,000. Throws `bad_input` for a zone that is none;
 * whatever is amiss in the query is a problem in the answer.
 */
export function findRaids({ database }: OperationContext, input: RaidQueryInput): FoundRaids {
  const zone = zoneOf(input);
  const now = Date.now() / 1000;
  const known = remembered.get(database) ?? new Map<string, FoundRaids>();
  remembered.set(database, known);
  // Words such as `today` mean something else in another minute.
  const key = JSON.stringify([stateOfAll(database), zone, input.nightStartHour, Math.floor(now / 60), input.query]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = search(database, input, zone, now);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= mostRemembered) break;
    known.delete(oldest);
  }
  return found;
}

function search(database: Database, { query, nightStartHour }: RaidQueryInput, zone: string, now: number): FoundRaids {
  const catalogue = raidCatalogueOf(database);
  const parsed = parseQuery(query, raidLanguage);
  const context: RaidFilterContext = {
    database,
    timeZone: zone,
    now,
    problems: [],
    resolved: [],
    regexes: [],
    mentioned: new Map(),
    catalogue,
    nightStartHour,
  };
  const fits = compileRaidQuery(context, parsed.query);
  const isFound = new Uint8Array(catalogue.entries.length);
  const entries = catalogue.entries.filter((entry, index) => {
    if (!fits(entry)) return false;
    isFound[index] = 1;
    return true;
  });
  return {
    catalogue,
    nights: nightsOf(catalogue, zone, nightStartHour),
    isFound,
    entries,
    problems: [...parsed.problems, ...context.problems, ...slowPatterns(context)],
    resolved: context.resolved,
  };
}

/** Patterns that were given up on a name: it counts as one that does not fit. */
function slowPatterns({ regexes }: RaidFilterContext): readonly QueryProblem[] {
  return regexes.flatMap(({ regex, range }): readonly QueryProblem[] => {
    if (regex.hungCount === 0) return [];
    const names = regex.hungCount === 1 ? 'a name' : `${regex.hungCount} names`;
    const message = `This pattern took too long on ${names}; their pulls are left out.`;
    return [{ code: 'too_slow', message, range, repair: null }];
  });
}
