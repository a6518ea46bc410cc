import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/library/open-database.ts';
import { makeSampleFolder, type SampleFolder } from './sample-files.ts';

let folder: SampleFolder;
/** Some sixty-five lines a pull, and one guild with forty raiders. */
let sample: Database;

beforeAll(() => {
  folder = makeSampleFolder();
  sample = folder.open('chat.db', { messageCount: 120_000, raidCount: 215 });
}, 30_000);
afterAll(() => {
  folder.remove();
});

interface Line {
  readonly raid: string;
  readonly second: number;
  readonly health: number;
  readonly event: string;
  readonly player: string | null;
}

interface Raid {
  readonly id: string;
  readonly health: number;
  readonly seconds: number;
  readonly lines: readonly Line[];
}

/** Raids that are over, with the lines that name them, as they were written. */
function listRaids(): Raid[] {
  const lines = sample
    .prepare<[], Line>(
      `SELECT r.id AS raid, unixepoch(m.created_at) - unixepoch(start_time) AS second, metadata ->> '$.event' AS event,
         metadata ->> '$.boss_health' AS health, metadata ->> '$.player_id' AS player
       FROM messages m JOIN raids r ON r.id = metadata ->> '$.raid_id' WHERE type = 'raid' ORDER BY m.rowid`,
    )
    .all();
  const byRaid = Map.groupBy(lines, ({ raid }) => raid);
  return sample
    .prepare<[], Omit<Raid, 'lines'>>(
      `SELECT id, health_percentage AS health, unixepoch(end_time) - unixepoch(start_time) AS seconds
       FROM raids WHERE end_time IS NOT NULL`,
    )
    .all()
    .map((raid) => ({ ...raid, lines: byRaid.get(raid.id) ?? [] }));
}

function linesOf(event: string): Line[] {
  return listRaids().flatMap(({ lines }) => lines.filter((line) => line.event === event));
}

describe('the chat of a pull', () => {
  it("tells a health that never rises and ends at the raid's own", () => {
    for (const { health, lines } of listRaids()) {
      const told = lines.map((line) => line.health);
      expect(told).toEqual(told.toSorted((a, b) => b - a));
      expect(told[0]).toBe(100);
      expect(told.at(-1)).toBe(health);
    }
  });

  it('never falls silent for long', () => {
    for (const { seconds, lines } of listRaids()) {
      const moments = [...lines.map(({ second }) => second).filter((second) => second <= seconds), seconds];
      const gaps = moments.map((second, index) => second - (moments[index - 1] ?? 0));
      expect(Math.max(...gaps)).toBeLessThan(45);
    }
  });

  it('tells every death that the participants have', () => {
    const deaths = sample
      .prepare<[], { raid: string; player: string; deaths: number }>(
        'SELECT raid_id AS raid, user_id AS player, deaths FROM raid_participants WHERE deaths > 0',
      )
      .all();
    const told = Map.groupBy(linesOf('death'), ({ raid, player }) => `${raid} ${player}`);
    expect(deaths.filter(({ raid, player, deaths: count }) => told.get(`${raid} ${player}`)?.length !== count)).toEqual(
      [],
    );
    const withList = new Set(sample.prepare<[], string>('SELECT raid_id FROM raid_participants').pluck().all());
    expect(linesOf('death').filter(({ raid }) => withList.has(raid)).length).toBe(
      deaths.reduce((sum, { deaths: count }) => sum + count, 0),
    );
  });

  it('brings back only who has died, and lets nobody die twice without being brought back', () => {
    const fates = [
      ...Map.groupBy(
        [...linesOf('death'), ...linesOf('battle_res')],
        ({ raid, player }) => `${raid} ${player}`,
      ).values(),
    ].map((lines) => lines.toSorted((a, b) => a.second - b.second).map(({ event }) => event));
    expect(fates.every((events) => events.every((event, index) => (event === 'death') === (index % 2 === 0)))).toBe(
      true,
    );
    expect(fates.some((events) => events.length === 3)).toBe(true);
  });

  it('sees most early deaths soon after a change of phase or with others', () => {
    const early = listRaids().flatMap(({ seconds, lines }) => {
      const deaths = lines.filter(({ event, second }) => event === 'death' && second < seconds - 40);
      const dangers = lines.filter(({ event }) => event === 'phase').map(({ second }) => second);
      return deaths.map((death) => {
        const isAfterPhase = dangers.some((second) => death.second > second && death.second <= second + 20);
        return isAfterPhase || deaths.some((other) => other !== death && Math.abs(other.second - death.second) <= 6);
      });
    });
    expect(early.length).toBeGreaterThan(100);
    expect(early.filter(Boolean).length).toBeGreaterThan(early.length / 2);
  });

  it('knows of an enrage now and then', () => {
    const count = linesOf('enrage').length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(25);
  });

  it('forgets in three lines of a hundred which raid it was, but not when and where', () => {
    const loose = sample
      .prepare<[], { metadata: string | null; raids: number }>(
        `SELECT metadata, (SELECT count(*) FROM raids r WHERE r.server_id = m.server_id AND m.created_at >= start_time
           AND m.created_at <= coalesce(end_time, '2026-11-01')) AS raids
         FROM messages m WHERE type = 'raid' AND metadata ->> '$.raid_id' IS NULL`,
      )
      .all();
    const all = Number(sample.prepare("SELECT count(*) FROM messages WHERE type = 'raid'").pluck().get());
    expect(loose.length / all).toBeGreaterThan(0.02);
    expect(loose.length / all).toBeLessThan(0.04);
    expect(loose.filter(({ raids }) => raids !== 1)).toEqual([]);
    expect(loose.some(({ metadata }) => metadata === null)).toBe(true);
    expect(loose.some(({ metadata }) => metadata !== null)).toBe(true);
  });
});
