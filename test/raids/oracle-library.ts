import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openDatabase } from '../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import type { Raid } from '../../shared/raids/types.ts';
import { importFiles, startApp, type AppSession } from '../bench/app-session.ts';
import {
  listMessages,
  listRaids,
  listRates,
  readTables,
  type OracleMessage,
  type OracleRaid,
  type Tables,
} from './raids-oracle.ts';

/** Zones east and west of UTC, with nights that run from morning to morning and from midnight on. */
export const clocks = ['Europe/Berlin', 'UTC', 'America/Los_Angeles'].flatMap((timeZone) =>
  [6, 0].map((nightStartHour) => ({ timeZone, nightStartHour })),
);

/** The library that each figure is computed for twice, and what it is computed from: the rows of the backup. */
export interface OracleLibrary {
  readonly session: AppSession;
  readonly tables: Tables;
  readonly raids: readonly OracleRaid[];
  readonly messages: ReadonlyMap<string, readonly OracleMessage[]>;
  readonly rates: ReadonlyMap<string, readonly number[]>;
  readonly userNames: ReadonlyMap<string, string>;
  readonly guildNames: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

/** Imports a sample with flaws, as a person would. */
export async function openOracleLibrary(): Promise<OracleLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'raidscope-raids-oracle-'));
  const backup = join(folder, 'backup.db');
  writeSampleBackup(backup, { messageCount: 5000, raidCount: 220 });
  addFlaws(backup);
  const tables = readTables(backup);
  const raids = listRaids(tables);
  const session = startApp(join(folder, 'app'));
  await session.app.openLibrary(join(folder, 'library.raidscope'), { mayCreate: true });
  await importFiles(session, [backup]);
  return {
    session,
    tables,
    raids,
    messages: Map.groupBy(listMessages(tables, raids), ({ raidId }) => raidId),
    rates: listRates(raids),
    userNames: new Map(tables.users.map(({ id, username }) => [id, username])),
    guildNames: new Map(tables.guilds.map(({ id, name }) => [id, name])),
    close: async () => {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What servers write on bad days; every rule then has raids on both of its sides. */
function addFlaws(backup: string): void {
  const database = openDatabase(backup);
  database.pragma('foreign_keys = OFF');
  database.exec(`
    UPDATE raids SET duration_seconds = NULL WHERE rowid % 7 = 0;
    UPDATE raids SET end_time = NULL, duration_seconds = NULL WHERE rowid % 23 = 0;
    UPDATE raids SET end_time = NULL WHERE rowid % 53 = 0;
    UPDATE raids SET end_time = datetime(start_time, '-90 seconds') WHERE rowid % 19 = 0;
    UPDATE raids SET duration_seconds = NULL WHERE rowid % 38 = 0;
    UPDATE raids SET duration_seconds = 0 WHERE rowid % 41 = 0;
    UPDATE raids SET start_time = NULL, end_time = NULL WHERE rowid % 29 = 0;
    UPDATE raids SET start_time = NULL, end_time = NULL, created_at = NULL WHERE rowid % 97 = 0;
    UPDATE raids SET health_percentage = 12 WHERE status = 'victory' AND rowid % 2 = 0;
    UPDATE raids SET participant_count = participant_count + 3 WHERE rowid % 37 = 0;
    DELETE FROM raid_participants WHERE raid_id IN (SELECT id FROM raids WHERE rowid % 31 = 0);
    UPDATE raid_participants SET damage_dealt = 0, healing = NULL WHERE raid_id IN (SELECT id FROM raids WHERE rowid % 43 = 0);
    DELETE FROM guild_members WHERE rowid % 20 < 9;
    UPDATE messages SET metadata = NULL WHERE type = 'raid' AND rowid % 3 = 0;
    UPDATE raids SET (server_id, start_time, end_time) =
      (SELECT server_id, datetime(start_time, '+20 seconds'), end_time FROM raids AS other WHERE other.rowid = raids.rowid + 1)
      WHERE rowid % 11 = 0 AND start_time IS NOT NULL
        AND EXISTS (SELECT 1 FROM raids AS other WHERE other.rowid = raids.rowid + 1 AND other.start_time IS NOT NULL);
  `);
  database.close();
}

/** What the list tells of a raid, apart from names. */
export function figuresOf(
  { userNames, guildNames }: OracleLibrary,
  raid: OracleRaid,
): Partial<Raid> & Record<string, unknown> {
  return {
    id: raid.id,
    name: raid.name,
    boss: raid.boss,
    difficulty: raid.difficulty,
    result: raid.result,
    healthLeft: raid.healthLeft,
    createdAt: raid.createdAt,
    startedAt: raid.startedAt,
    endedAt: raid.endedAt,
    durationSeconds: raid.seconds,
    durationFrom: raid.durationFrom,
    server: expect.objectContaining({ id: raid.serverId }) as Raid['server'],
    leader: { id: raid.leaderId, name: userNames.get(raid.leaderId) ?? raid.leaderId, isPlaceholder: false },
    guild:
      raid.guildId === null
        ? null
        : { id: raid.guildId, name: guildNames.get(raid.guildId) ?? '', isPlaceholder: false },
    playerCount: raid.playerCount,
    deaths: raid.deaths,
    damage: raid.damage,
    healing: raid.healing,
    damageTaken: raid.damageTaken,
    damagePerSecond: raid.damagePerSecond,
    pullNumber: raid.pullNumber,
    oddities: expect.toSatisfy(
      (told: string[]) => told.toSorted().join() === raid.oddities.toSorted().join(),
    ) as Raid['oddities'],
    composition: expect.toSatisfy((parts: Raid['composition']) => {
      return (
        parts.every(({ role, class: name, count }) => {
          return raid.listed.filter((row) => row.role === role && row.class === name).length === count;
        }) && parts.reduce((sum, { count }) => sum + count, 0) === raid.listed.length
      );
    }) as Raid['composition'],
  };
}

export function utcText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

export function raise(): never {
  throw new Error('The oracle knows nothing of it.');
}
