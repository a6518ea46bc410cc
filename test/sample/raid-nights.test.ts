import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/library/open-database.ts';
import { makeSampleFolder, type SampleFolder } from './sample-files.ts';

let folder: SampleFolder;
let sample: Database;

beforeAll(() => {
  folder = makeSampleFolder();
  sample = folder.open('nights.db', { messageCount: 20_000 });
});
afterAll(() => {
  folder.remove();
});

function column<Value>(query: string): Value[] {
  return sample.prepare<[], Value>(query).pluck().all();
}

/** Rows that break a rule; a test expects none and shows the first ones otherwise. */
function offenders(query: string): unknown[] {
  return sample.prepare<[], unknown>(`${query} LIMIT 5`).all();
}

describe('raids of the sample', () => {
  it('end as their status says: kills at 0, wipes above, what is not over has no end', () => {
    expect(
      offenders("SELECT * FROM raids WHERE status = 'victory' AND (health_percentage <> 0 OR victory IS NOT 1)"),
    ).toEqual([]);
    expect(
      offenders("SELECT * FROM raids WHERE status = 'wipe' AND (health_percentage < 1 OR victory IS NOT 0)"),
    ).toEqual([]);
    expect(
      offenders("SELECT * FROM raids WHERE (status IN ('preparing', 'in_progress')) <> (end_time IS NULL)"),
    ).toEqual([]);
    expect(offenders("SELECT * FROM raids WHERE (status = 'preparing') <> (start_time IS NULL)")).toEqual([]);
  });

  it('last as long as their times say, where their length is written down', () => {
    expect(
      offenders(`SELECT * FROM raids WHERE unixepoch(end_time) - unixepoch(start_time) <> duration_seconds
        OR end_time IS NULL AND duration_seconds IS NOT NULL`),
    ).toEqual([]);
    const share = column<number>('SELECT avg(duration_seconds IS NULL) FROM raids WHERE end_time IS NOT NULL')[0];
    expect(share).toBeLessThan(0.05);
  });

  it('leave one under way and one in preparation when the sample ends', () => {
    expect(column("SELECT count(*) FROM raids WHERE status = 'in_progress'")).toEqual([1]);
    expect(column("SELECT count(*) FROM raids WHERE status = 'preparing'")).toEqual([1]);
  });

  it('are held on evenings, one after another, many a night', () => {
    const hours = column<string>(`SELECT strftime('%H:%M', start_time, '+1 hour') FROM raids
      WHERE server_id = 'eu-1' AND start_time < '2026-10-25' AND start_time >= '2026-03-30'`);
    expect(hours.length).toBeGreaterThan(10);
    expect(hours.every((hour) => hour >= '18:30' && hour <= '22:00')).toBe(true);
    expect(
      offenders(`SELECT * FROM (SELECT start_time, lag(end_time) OVER (PARTITION BY name ORDER BY start_time) AS before
        FROM raids WHERE start_time IS NOT NULL) WHERE before >= start_time`),
    ).toEqual([]);
    const perNight = column<number>(`SELECT count(*) FROM raids WHERE server_id = 'eu-1' GROUP BY date(created_at)`);
    expect(Math.max(...perNight)).toBeGreaterThanOrEqual(8);
  });

  it('show a guild learning: the best wipe of a boss comes late, the kill after it', () => {
    const bosses = sample
      .prepare<[], { first: number; last: number }>(
        `SELECT avg(health_percentage) FILTER (WHERE place <= pulls / 3) AS first,
           avg(health_percentage) FILTER (WHERE place > pulls - pulls / 3) AS last
         FROM (SELECT *, row_number() OVER boss AS place, count(*) OVER (PARTITION BY name, boss_name, difficulty) AS pulls
           FROM raids WHERE status IN ('wipe', 'victory')
           WINDOW boss AS (PARTITION BY name, boss_name, difficulty ORDER BY start_time))
         WHERE pulls >= 6 GROUP BY name, boss_name, difficulty`,
      )
      .all();
    expect(bosses.length).toBeGreaterThan(5);
    for (const { first, last } of bosses) expect(first).toBeGreaterThan(last);
    expect(column("SELECT count(*) > 5 FROM raids WHERE status = 'victory'")).toEqual([1]);
  });
});

describe('participants', () => {
  it('are as many as the raid says, ten to twenty-five, with tanks, healers and damage dealers', () => {
    expect(
      offenders(`SELECT r.id, participant_count, count(*) AS n, sum(role = 'tank') AS tanks, sum(role = 'healer') AS healers
        FROM raids r JOIN raid_participants p ON p.raid_id = r.id GROUP BY r.id
        HAVING n <> participant_count OR n NOT BETWEEN 8 AND 25 OR tanks NOT BETWEEN 1 AND 3 OR healers < 1
          OR n - tanks - healers < 4`),
    ).toEqual([]);
  });

  it('include the leader', () => {
    expect(
      offenders(`SELECT r.id FROM raids r WHERE NOT EXISTS
        (SELECT 1 FROM raid_participants p WHERE p.raid_id = r.id AND p.user_id = r.leader_id)`),
    ).toEqual([]);
  });

  it('do what their role is for', () => {
    const [tank, dps, healer] = ['tank', 'dps', 'healer'].map((role) =>
      sample
        .prepare<[string], { damage: number; healing: number; taken: number }>(
          `SELECT avg(damage_dealt) AS damage, avg(healing) AS healing, avg(damage_taken) AS taken
           FROM raid_participants WHERE role = ?`,
        )
        .get(role),
    );
    if (tank === undefined || dps === undefined || healer === undefined) throw new Error('a role is missing');
    expect(dps.damage).toBeGreaterThan(tank.damage);
    expect(healer.healing).toBeGreaterThan(5 * dps.healing);
    expect(tank.taken).toBeGreaterThan(2 * healer.taken);
  });

  it('mostly die in a wipe and mostly live through a kill, with an uptime to match', () => {
    const deathsPerHead = (status: string): number =>
      column<number>(
        `SELECT avg(deaths) FROM raid_participants JOIN raids ON id = raid_id WHERE status = '${status}'`,
      )[0] ?? 0;
    expect(deathsPerHead('wipe')).toBeGreaterThan(0.8);
    expect(deathsPerHead('victory')).toBeLessThan(0.4);
    expect(
      offenders(`SELECT * FROM raid_participants JOIN raids ON id = raid_id
        WHERE deaths = 0 AND uptime_percentage < 100 OR status = 'victory' AND deaths > 0 AND uptime_percentage = 100`),
    ).toEqual([]);
  });
});

describe('raid chat', () => {
  const chat = `SELECT r.*, m.created_at AS said_at, json_extract(metadata, '$.event') AS event,
    json_extract(metadata, '$.boss') AS boss, json_extract(metadata, '$.boss_health') AS health
    FROM messages m JOIN raids r ON r.id = json_extract(metadata, '$.raid_id') WHERE m.type = 'raid'`;

  it('names its raid in nearly every message of type raid, and in all that tell an event', () => {
    const loose = `SELECT * FROM messages WHERE type = 'raid' AND metadata ->> '$.raid_id' IS NULL`;
    const count = column<number>(`SELECT count(*) FROM (${chat})`)[0] ?? 0;
    expect([count + (column<number>(`SELECT count(*) FROM (${loose})`)[0] ?? 0)]).toEqual(
      column("SELECT count(*) FROM messages WHERE type = 'raid'"),
    );
    expect(count).toBeGreaterThan(0.95 * 2400);
    expect(offenders(`${loose} AND metadata ->> '$.event' <> 'chat'`)).toEqual([]);
    expect(offenders(`SELECT * FROM (${chat}) WHERE boss <> boss_name`)).toEqual([]);
  });

  it("falls within the raid's time; only loot is handed out after it", () => {
    expect(
      offenders(`SELECT * FROM (${chat}) WHERE start_time IS NOT NULL AND (said_at < start_time
        OR said_at > datetime(coalesce(end_time, '2026-11-01'), iif(event = 'loot', '+5 minutes', '+0 seconds')))`),
    ).toEqual([]);
  });

  it("tells a health that only falls, down to the raid's own", () => {
    expect(
      offenders(`SELECT * FROM (SELECT id, health, lag(health) OVER (PARTITION BY id ORDER BY said_at, health DESC) AS before
        FROM (${chat})) WHERE health > before`),
    ).toEqual([]);
    expect(offenders(`SELECT * FROM (${chat}) WHERE health < health_percentage OR health > 100`)).toEqual([]);
    expect(offenders(`SELECT * FROM (${chat}) WHERE event IN ('kill', 'loot') AND health <> 0`)).toEqual([]);
  });

  it('has a pull for each raid that began, a call for each wipe, loot for each kill', () => {
    const raidsWith = (event: string): number =>
      column<number>(`SELECT count(DISTINCT id) FROM (${chat}) WHERE event = '${event}'`)[0] ?? 0;
    const raids = (condition: string): number =>
      column<number>(`SELECT count(*) FROM raids WHERE ${condition}`)[0] ?? 0;
    expect(raidsWith('pull')).toBe(raids('start_time IS NOT NULL'));
    expect(raidsWith('wipe_call')).toBe(raids("status = 'wipe'"));
    expect(raidsWith('loot')).toBe(raids("status = 'victory'"));
    expect(raidsWith('phase')).toBeGreaterThan(10);
    expect(raidsWith('death')).toBeGreaterThan(10);
  });
});
