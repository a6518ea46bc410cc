import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { HealthSample } from '../../shared/raids/pull-types.ts';
import type { ComparedPull, PullMedian, RaidComparison } from '../../shared/raids/progress-types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { raidCatalogueOf, type RaidCatalogue, type RaidEntry } from './catalogue.ts';
import { describeRaids } from './describe-raid.ts';
import { nightsOf, zoneOf } from './find-raids.ts';
import { getEntry } from './get-raid.ts';
import { median } from './median.ts';
import { readParticipants } from './participants.ts';
import { findBest } from './pull-totals.ts';
import { readSamples } from './raid-events.ts';
import { damagePerSecond } from './raid-orders.ts';

/** Pulls beside each other, with the best and the middle of the series they belong to. Throws `not_found`, `bad_input`. */
export function compareRaids(context: OperationContext, input: ParsedInputOf<'raids.compare'>): RaidComparison {
  const { database } = context;
  const catalogue = raidCatalogueOf(database);
  const chosen = [...new Set(input.ids)].map((id) => getEntry(catalogue, id));
  const series = seriesOf(catalogue, chosen);
  const best = findBest(series);
  // The best is often one of the chosen: read twice, it would have everything twice.
  const shown = [...new Set(best === null ? chosen : [...chosen, best])];
  const raids = describeRaids(database, shown, nightsOf(catalogue, zoneOf(input), input.nightStartHour));
  const participantsOf = readParticipants(database, shown);
  const samplesOf = readSamples(database, shown);
  const pulls = shown.flatMap((entry, index): readonly ComparedPull[] => {
    const raid = raids[index];
    return raid === undefined ? [] : [{ raid, participants: participantsOf(entry), samples: samplesOf(entry) }];
  });
  return {
    pulls: pulls.slice(0, chosen.length),
    best: best === null ? null : (pulls[shown.indexOf(best)] ?? null),
    median: series.length === 0 ? null : medianOf(database, series),
  };
}

/** All pulls of the chosen ones' boss by the chosen ones' guilds, oldest first; none where they are of several bosses. */
function seriesOf({ series }: RaidCatalogue, chosen: readonly RaidEntry[]): readonly RaidEntry[] {
  const isOneBoss = new Set(chosen.map(({ encounter }) => encounter)).size === 1;
  if (!isOneBoss) return [];
  const numbers = new Set(chosen.map((entry) => entry.series));
  return [...numbers].flatMap((number) => series[number] ?? []).toSorted((one, other) => one.index - other.index);
}

/** The curve is drawn from so many pulls at most, the newest: more would say the same and be waited for. */
const mostCurves = 400;
const curveStepSeconds = 5;
/** Below, a middle is no middle. */
const fewestPulls = 3;

function medianOf(database: Database, series: readonly RaidEntry[]): PullMedian {
  const over = series.filter(({ result }) => result === 'kill' || result === 'wipe');
  return {
    pullCount: over.length,
    durationSeconds: median(over.map(({ seconds }) => seconds)),
    healthLeft: median(over.map(({ healthLeft }) => healthLeft)),
    deaths: median(over.map(({ deaths }) => deaths)),
    damagePerSecond: median(over.map(damagePerSecond)),
    playerCount: median(over.map(({ playerCount }) => playerCount)),
    curve: medianCurve(database, over.slice(-mostCurves)),
  };
}

function medianCurve(database: Database, entries: readonly RaidEntry[]): PullMedian['curve'] {
  const samplesOf = readSamples(database, entries);
  const pulls = entries.map((entry) => stepsOf(samplesOf(entry), entry.seconds));
  const longest = Math.max(0, ...pulls.map((steps) => steps.length));
  return Array.from({ length: longest }, (_, step) => {
    const healths = pulls.flatMap((steps) => steps[step] ?? []);
    return { second: step * curveStepSeconds, health: median(healths) ?? 0, pullCount: healths.length };
  }).filter(({ pullCount }) => pullCount >= fewestPulls);
}

/** The health that was last told at each step of a pull; null before the first sample. It ends with the pull. */
function stepsOf(samples: readonly HealthSample[], seconds: number | null): readonly (number | null)[] {
  const end = seconds ?? samples.at(-1)?.second;
  if (end === undefined || samples.length === 0) return [];
  let next = 0;
  let health: number | null = null;
  return Array.from({ length: Math.floor(end / curveStepSeconds) + 1 }, (_, step) => {
    for (let sample = samples[next]; sample && sample.second <= step * curveStepSeconds; sample = samples[next]) {
      health = sample.health;
      next += 1;
    }
    return health;
  });
}
