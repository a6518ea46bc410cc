import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realms } from '../../electron/sample/lists/realms.ts';
import type { Database } from '../../electron/library/open-database.ts';
import { makeSampleFolder, type SampleFolder } from './sample-files.ts';

const raidCount = 4000;
let folder: SampleFolder;
/** Many pulls of many guilds with hardly any chat. */
let sample: Database;

beforeAll(() => {
  folder = makeSampleFolder();
  sample = folder.open('evenings.db', { messageCount: 2000, raidCount });
}, 30_000);
afterAll(() => {
  folder.remove();
});

interface PullRow {
  readonly id: string;
  readonly guild: string;
  readonly server: string;
  readonly boss: string;
  readonly difficulty: string;
  readonly status: string;
  readonly health: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

function listPulls(): PullRow[] {
  return sample
    .prepare<[], PullRow>(
      `SELECT id, substr(name, 1, instr(name, ': ') - 1) AS guild, server_id AS server, boss_name AS boss, difficulty,
         status, health_percentage AS health, unixepoch(start_time) AS startsAt,
         unixepoch(coalesce(end_time, '2026-10-31 23:59:59')) AS endsAt
       FROM raids WHERE start_time IS NOT NULL ORDER BY start_time`,
    )
    .all();
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  return [...Map.groupBy(items, keyOf).values()];
}

const clocks = new Map(
  realms.map(({ id, zone }) => [
    id,
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);

/** The server's clock in hours, and the day on which the evening began: a night ends at six in the morning. */
function localTime(pull: PullRow): { readonly hour: number; readonly night: string } {
  const at = (seconds: number): string => clocks.get(pull.server)?.format(seconds * 1000) ?? '';
  const [hours, minutes] = at(pull.startsAt).slice(11).split(':').map(Number);
  return { hour: (hours ?? 0) + (minutes ?? 0) / 60, night: at(pull.startsAt - 6 * 3600).slice(0, 10) };
}

function listNights(): PullRow[][] {
  return groupBy(listPulls(), (pull) => `${pull.guild} ${localTime(pull).night}`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

describe('evenings of many guilds', () => {
  it('have as many pulls as were asked for, to within two in a hundred', () => {
    const count = Number(sample.prepare('SELECT count(*) FROM raids').pluck().get());
    expect(Math.abs(count - raidCount) / raidCount).toBeLessThan(0.02);
  });

  it('begin in the evening of the server and are over in four hours, pull after pull', () => {
    const wrongHours = listPulls().filter((pull) => {
      const { hour } = localTime(pull);
      return hour >= 1.75 && hour < 18.4;
    });
    expect(wrongHours).toEqual([]);
    for (const night of listNights()) {
      const [first, last] = [night[0], night.at(-1)];
      expect((last?.startsAt ?? 0) - (first?.startsAt ?? 0)).toBeLessThan(4 * 3600);
      expect(night.every((pull, index) => index === 0 || pull.startsAt > (night[index - 1]?.endsAt ?? 0))).toBe(true);
    }
  });

  it('are two to four a week for each guild, with some nineteen pulls', () => {
    const weekdays = groupBy(listPulls(), ({ guild }) => guild).map(
      (pulls) => new Set(pulls.map((pull) => new Date(`${localTime(pull).night}T12:00Z`).getUTCDay())).size,
    );
    expect(weekdays.length).toBeGreaterThanOrEqual(6);
    expect(weekdays.every((count) => count >= 2 && count <= 4)).toBe(true);
    expect(median(listNights().map(({ length }) => length))).toBeGreaterThanOrEqual(16);
    expect(median(listNights().map(({ length }) => length))).toBeLessThanOrEqual(21);
  });

  it('are raids of ten to forty', () => {
    const sizes = sample
      .prepare<[], number>("SELECT max(participant_count) FROM raids GROUP BY substr(name, 1, instr(name, ': '))")
      .pluck()
      .all();
    expect(Math.max(...sizes)).toBe(40);
    expect(sizes.filter((size) => size > 30).length).toBe(1);
    expect(Math.min(...sizes)).toBe(10);
  });

  it('see one or two substitutions, one at a time', () => {
    const players = new Map(
      sample
        .prepare<[], { id: string; names: string }>(
          'SELECT raid_id AS id, json_group_array(user_id) AS names FROM raid_participants GROUP BY raid_id',
        )
        .all()
        .map(({ id, names }) => [id, new Set(JSON.parse(names) as string[])] as const),
    );
    const changesByNight = listNights().map((night) => {
      const lineups = night.flatMap(({ id }) => players.get(id) ?? []);
      return lineups.slice(1).map((lineup, index) => lineup.difference(lineups[index] ?? lineup).size);
    });
    expect(Math.max(...changesByNight.flat())).toBeLessThanOrEqual(2); // one, or two around a raid without a list
    const perNight = changesByNight.map((changes) => changes.reduce((sum, change) => sum + change, 0));
    expect(Math.max(...perNight)).toBe(2);
    expect(perNight.filter((count) => count > 0).length).toBeGreaterThan(perNight.length / 2);
  });

  it('end in a first kill after wipes of falling health', () => {
    const learned = groupBy(listPulls(), ({ guild, boss, difficulty }) => `${guild} ${boss} ${difficulty}`).flatMap(
      (pulls) => {
        const firstKill = pulls.findIndex(({ status }) => status === 'victory');
        const wipes = pulls.slice(0, firstKill).map(({ health }) => health);
        return firstKill >= 8 ? [wipes] : [];
      },
    );
    expect(learned.length).toBeGreaterThan(30);
    for (const wipes of learned) {
      const half = Math.floor(wipes.length / 2);
      expect(median(wipes.slice(0, half))).toBeGreaterThan(median(wipes.slice(half)));
      expect(Math.min(...wipes)).toBeGreaterThan(0);
    }
  });
});

describe('what the server lost', () => {
  it('is the length of one raid in fifty, though its times are there', () => {
    const share = Number(
      sample.prepare('SELECT avg(duration_seconds IS NULL) FROM raids WHERE end_time IS NOT NULL').pluck().get(),
    );
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.03);
  });

  it('are the participants of one raid in four hundred', () => {
    const missing = Number(
      sample
        .prepare('SELECT count(*) FROM raids WHERE id NOT IN (SELECT raid_id FROM raid_participants)')
        .pluck()
        .get(),
    );
    expect(missing).toBe(raidCount / 400);
  });
});
