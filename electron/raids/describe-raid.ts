import type { NamedReference } from '../../shared/messages/types.ts';
import type { Raid } from '../../shared/raids/types.ts';
import { readPageAnnotations } from '../annotations/page-annotations.ts';
import type { Database } from '../library/open-database.ts';
import type { RaidEntry } from './catalogue.ts';
import type { RaidNights } from './find-raids.ts';
import { damagePerSecond } from './raid-orders.ts';

/** Entries of the catalogue as the window gets them, with what the person put on them. */
export function describeRaids(database: Database, entries: readonly RaidEntry[], nights: RaidNights): readonly Raid[] {
  const annotationOf = readPageAnnotations(
    database,
    'raid',
    entries.map(({ id }) => id),
  );
  return entries.map((entry) => ({
    id: entry.id,
    name: entry.name,
    boss: entry.boss,
    difficulty: entry.difficulty,
    result: entry.result,
    healthLeft: entry.healthLeft,
    createdAt: entry.createdAt,
    startedAt: entry.startedAt,
    endedAt: entry.endedAt,
    durationSeconds: entry.seconds,
    durationFrom: entry.seconds === null ? null : entry.isDurationRecorded ? 'recorded' : 'times',
    night: nights.textOf(entry),
    server: serverOf(entry),
    leader: leaderOf(entry),
    guild: guildOf(entry),
    playerCount: entry.playerCount,
    composition: entry.composition,
    deaths: entry.deaths,
    damage: entry.damage,
    healing: entry.healing,
    damageTaken: entry.damageTaken,
    damagePerSecond: damagePerSecond(entry),
    pullNumber: entry.pullNumber,
    oddities: entry.oddities,
    ...annotationOf(entry.id),
  }));
}

export function serverOf({ serverId, serverName, serverIsPlaceholder }: RaidEntry): NamedReference {
  return namedReference(serverId, serverName, serverIsPlaceholder);
}

export function leaderOf({ leaderId, leaderName, leaderIsPlaceholder }: RaidEntry): NamedReference {
  return namedReference(leaderId, leaderName, leaderIsPlaceholder);
}

export function guildOf({ guildId, guildName }: RaidEntry): NamedReference | null {
  return guildId === null ? null : namedReference(guildId, guildName, false);
}

/** Whom the library lacks goes by its id. */
export function namedReference(id: string, name: string | null, isPlaceholder: boolean): NamedReference {
  return { id, name: name ?? id, isPlaceholder: name === null || isPlaceholder };
}
