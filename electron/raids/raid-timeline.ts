import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import {
  raidDifficulties,
  raidResults,
  type RaidTimeline,
  type TimelineLane,
  type TimelineLanes,
} from '../../shared/raids/types.ts';
import type { OperationContext } from '../library/operation.ts';
import type { RaidCatalogue, RaidEntry } from './catalogue.ts';
import { findRaids } from './find-raids.ts';
import { listMarks } from './marks.ts';

/** By what raids share a lane, and what it is called. */
const laneOf: Readonly<Record<TimelineLanes, (entry: RaidEntry) => readonly [id: string, label: string]>> = {
  server: ({ serverId, serverName }) => [serverId, serverName ?? serverId],
  boss: ({ boss }) => [boss, boss],
  guild: ({ guildId, guildName }) => (guildId === null ? ['', 'No guild'] : [guildId, guildName ?? guildId]),
};

interface Lane extends TimelineLane {
  pullCount: number;
  killCount: number;
}

/** Every raid that a query finds and that began, for a picture of them all; lanes with most pulls first. */
export function readTimeline(context: OperationContext, input: ParsedInputOf<'raids.timeline'>): RaidTimeline {
  const found = findRaids(context, input);
  const drawn = found.entries.filter(({ began, result }) => began !== null && result !== 'preparing');
  const { lanes, places } = layOut(found.catalogue, drawn, input.lanes);
  const bosses = [...new Set(drawn.map(({ boss }) => boss))];
  const bossPlaces = new Map(bosses.map((boss, place) => [boss, place]));
  return {
    lanes,
    bosses,
    pulls: {
      ids: drawn.map(({ id }) => id),
      lanes: places,
      bosses: drawn.map(({ boss }) => bossPlaces.get(boss) ?? 0),
      starts: drawn.map(({ began }) => began ?? 0),
      lengths: drawn.map(({ seconds }) => seconds ?? -1),
      results: drawn.map(({ result }) => raidResults.indexOf(result)),
      difficulties: drawn.map(({ difficulty }) => raidDifficulties.indexOf(difficulty)),
      healths: drawn.map(({ healthLeft }) => healthLeft ?? 100),
      pullNumbers: drawn.map(({ pullNumber }) => pullNumber ?? 0),
      playerCounts: drawn.map(({ playerCount }) => playerCount),
      deaths: drawn.map(({ deaths }) => deaths ?? -1),
    },
    marks: listMarks(context.database, null),
    notBegunCount: found.entries.length - drawn.length,
    endsBeforeStartCount: drawn.filter(({ oddities, seconds }) => {
      return seconds === null && oddities.includes('ends_before_start');
    }).length,
    problems: found.problems,
    resolved: found.resolved,
  };
}

/** The lanes, and the place of each raid's lane among them. */
function layOut(
  { subjects }: RaidCatalogue,
  entries: readonly RaidEntry[],
  by: TimelineLanes,
): { readonly lanes: readonly TimelineLane[]; readonly places: readonly number[] } {
  const lanes = new Map<string, Lane>();
  // All raids of a subject are in one lane.
  const bySubject = subjects.map((subject) => {
    const [id, label] = laneOf[by](subject);
    const lane = lanes.get(id) ?? { id, label, pullCount: 0, killCount: 0 };
    lanes.set(id, lane);
    return lane;
  });
  for (const { subject, result } of entries) {
    const lane = bySubject[subject];
    if (lane === undefined) continue;
    lane.pullCount += 1;
    if (result === 'kill') lane.killCount += 1;
  }
  const sorted = [...lanes.values()]
    .filter(({ pullCount }) => pullCount > 0)
    .toSorted((one, other) => other.pullCount - one.pullCount);
  const places = new Map(sorted.map((lane, place) => [lane, place]));
  const placeOf = bySubject.map((lane) => places.get(lane) ?? 0);
  return { lanes: sorted, places: entries.map(({ subject }) => placeOf[subject] ?? 0) };
}
