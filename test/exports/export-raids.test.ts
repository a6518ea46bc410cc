/** Tables about raids in files: what stands in them is what the channels answer, to the last row. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import type { InputOf } from '../../shared/contract/channels.ts';
import { exportFormats, type ExportFormat } from '../../shared/exports/types.ts';
import type { Job } from '../../shared/jobs/types.ts';
import type { Raid, RaidPage } from '../../shared/raids/types.ts';
import { importFiles, startApp, type AppSession } from '../bench/app-session.ts';
import { readCsv } from './read-csv.ts';

type RaidSource = Extract<InputOf<'exports.start'>['source'], { kind: 'raids' }>;
type Table = RaidSource['table'];

/** A spreadsheet would run it. */
const formulaName = "=cmd|' /C calc'!A0";
const zone = 'Europe/Berlin';
let folder = '';
let session: AppSession;
/** Of most pulls, and what they are called by. */
let player = { id: '', name: '' };
let pulls: readonly Raid[] = [];
let eventfulRaidId = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'raidscope-export-raids-'));
  const backup = join(folder, 'backup.db');
  // More pulls than are read at once, which is 500.
  writeSampleBackup(backup, { messageCount: 3000, raidCount: 700 });
  const source = openDatabase(backup);
  const busiest = source
    .prepare<[], string>('SELECT user_id FROM raid_participants GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1')
    .pluck()
    .get();
  source.prepare('UPDATE users SET username = ? WHERE id = ?').run(formulaName, busiest);
  eventfulRaidId = addEvents(source);
  source.close();
  player = { id: busiest ?? '', name: formulaName };
  session = startApp(join(folder, 'app'));
  await session.app.openLibrary(join(folder, 'library.raidscope'), { mayCreate: true });
  await importFiles(session, [backup]);
  pulls = await listPulls();
}, 120_000);

afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** So many pulls have hardly a message each: one gets events of every kind. Answers its id. */
function addEvents(backup: Database): string {
  const raid = backup
    .prepare<[], { id: string; server: string; leader: string; start: number }>(
      `SELECT id, server_id AS server, leader_id AS leader, unixepoch(start_time) AS start FROM raids
       WHERE status = 'wipe' AND end_time > start_time AND duration_seconds > 100 ORDER BY id LIMIT 1`,
    )
    .get();
  if (raid === undefined) return raise();
  const add = backup.prepare(
    `INSERT INTO messages (id, type, user_id, server_id, content, metadata, created_at)
     VALUES (?, 'raid', ?, ?, ?, ?, datetime(?, 'unixepoch'))`,
  );
  const events = [
    [0, 'pull', 100, 'Pulling'],
    [40, 'death', 71.5, '=SUM(A1)'],
    [41, 'chat', 70, 'only talk'],
    [90, 'wipe_call', 52, 'a "wipe",\nreally'],
  ] as const;
  for (const [second, event, health, text] of events) {
    const metadata = {
      raid_id: raid.id,
      event,
      boss_health: health,
      ...(event === 'death' && { player_id: raid.leader }),
    };
    add.run(`added-${second}`, raid.leader, raid.server, text, JSON.stringify(metadata), raid.start + second);
  }
  return raid.id;
}

async function listPulls(input: Omit<InputOf<'raids.list'>, 'cursor' | 'limit'> = {}): Promise<readonly Raid[]> {
  const items: Raid[] = [];
  for (let cursor: string | null = null; ;) {
    const page: RaidPage = await session.request('raids.list', { timeZone: zone, ...input, limit: 500, cursor });
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

let exportCount = 0;

function newPath(name = 'raids.csv'): string {
  exportCount += 1;
  const path = join(folder, `exports-${exportCount}`);
  mkdirSync(path);
  return join(path, name);
}

async function exportTo(
  path: string,
  table: Table,
  options: { format?: ExportFormat; overwrites?: boolean } = {},
): Promise<Job> {
  const { format = 'csv', overwrites = false } = options;
  const source = { kind: 'raids', table } as const;
  const { jobId } = await session.request('exports.start', { source, format, file: path, overwrites });
  return session.waitForJob(jobId);
}

type CsvRow = Readonly<Record<string, string>>;

/** The rows of a table as CSV, each by its headings. */
async function csvOf(table: Table): Promise<readonly CsvRow[]> {
  const path = newPath();
  expect(await exportTo(path, table)).toMatchObject({ state: 'done' });
  const [headings = [], ...rows] = readCsv(readFileSync(path, 'utf8'));
  expect(new Set(headings).size).toBe(headings.length);
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? 'missing'])));
}

/** A number as the file has it; what is not known is an empty cell. */
function cell(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(Math.round(value * 100) / 100);
}

function percent(share: number | null): string {
  return cell(share === null ? null : share * 100);
}

/** The name as the file has it: with an apostrophe before what would be run. */
function safe(text: string): string {
  return /^[=+\-@]/u.test(text) ? `'${text}` : text;
}

/** What the clocks in Berlin show at a UTC time; by Intl, apart from the app's own clock. */
function inBerlin(utc: string | null): string {
  if (utc === null) return '';
  const shown = new Date(`${utc.slice(0, 19).replace(' ', 'T')}Z`).toLocaleString('sv-SE', { timeZone: zone });
  return shown.slice(0, 19);
}

function cellsOfPull(raid: Raid): CsvRow {
  const players = (role: string): string =>
    raid.composition.length === 0
      ? ''
      : String(raid.composition.filter((part) => part.role === role).reduce((sum, { count }) => sum + count, 0));
  return {
    Night: raid.night ?? '',
    [`Began (${zone})`]: inBerlin(raid.startedAt),
    [`Ended (${zone})`]: inBerlin(raid.endedAt),
    Boss: raid.boss,
    Difficulty: raid.difficulty,
    Pull: cell(raid.pullNumber),
    Result: raid.result,
    'Boss health left (%)': cell(raid.healthLeft),
    'Length (seconds)': cell(raid.durationSeconds),
    Deaths: cell(raid.deaths),
    Players: cell(raid.playerCount),
    Tanks: players('tank'),
    Healers: players('healer'),
    'Damage dealers': players('dps'),
    Damage: cell(raid.damage),
    'Damage/s': cell(raid.damagePerSecond),
    Healing: cell(raid.healing),
    'Damage taken': cell(raid.damageTaken),
    Leader: safe(raid.leader.name),
    Guild: raid.guild?.name ?? '',
    Server: raid.server.name,
    Raid: raid.name,
    Starred: String(raid.isStarred),
    Tags: raid.tags.join('; '),
    Id: raid.id,
  };
}

describe('the table of pulls', () => {
  it('holds what the list shows, in its order, to the last', async () => {
    expect(pulls.length).toBeGreaterThan(600);
    const rows = await csvOf({ table: 'pulls', timeZone: zone });
    expect(rows).toHaveLength(pulls.length);
    for (const [index, row] of rows.entries()) expect(row).toMatchObject(cellsOfPull(pulls[index] ?? raise()));
  });

  it.each([
    { query: 'result:wipe', sort: 'deaths', direction: 'desc' },
    { query: '', sort: 'duration', direction: 'asc' },
    { query: 'difficulty:mythic OR result:kill', sort: 'boss', direction: 'asc' },
  ] as const)('follows the query and the order $sort $direction', async (asked) => {
    const shown = await listPulls(asked);
    expect(shown.length).toBeGreaterThan(10);
    const rows = await csvOf({ table: 'pulls', timeZone: zone, ...asked });
    expect(rows.map(({ Id }) => Id)).toEqual(shown.map(({ id }) => id));
  });

  it('tells the nights as they are asked for', async () => {
    const nightStartHour = 22;
    const shown = await listPulls({ nightStartHour, timeZone: 'America/Los_Angeles' });
    const rows = await csvOf({ table: 'pulls', timeZone: 'America/Los_Angeles', nightStartHour });
    expect(rows.map(({ Night }) => Night)).toEqual(shown.map(({ night }) => night ?? ''));
    expect(rows.map(({ Night }) => Night)).not.toEqual(pulls.map(({ night }) => night ?? ''));
  });

  it('holds star, tags and the whole note that a person put on a raid', async () => {
    const [raid = raise()] = pulls;
    const subject = { kind: 'raid', id: raid.id } as const;
    const note = 'Pulled early,\nsee "log"';
    await session.request('annotations.set', { subject, isStarred: true, tags: ['progress', 'clean'], note });
    const [row] = await csvOf({ table: 'pulls', query: 'is:starred', columns: ['starred', 'tags', 'note', 'id'] });
    await session.request('annotations.set', { subject, isStarred: false, tags: [], note: '' });
    expect(row).toEqual({ Starred: 'true', Tags: 'clean; progress', Note: note, Id: raid.id });
  });

  it('says what does not fit together in a row', async () => {
    const rows = await csvOf({ table: 'pulls' });
    const byId = new Map(rows.map((row) => [row['Id'], row['Does not fit']]));
    const odd = pulls.filter(({ oddities }) => oddities.length > 0);
    expect(odd.length).toBeGreaterThan(0);
    for (const raid of pulls) expect(byId.get(raid.id)?.split('; ').filter(Boolean)).toHaveLength(raid.oddities.length);
  });
});

describe('the table of nights', () => {
  it('holds what the calendar shows', async () => {
    const { nights } = await session.request('raids.nights', { query: 'result:kill', timeZone: zone });
    const rows = await csvOf({ table: 'nights', query: 'result:kill', timeZone: zone });
    expect(nights.length).toBeGreaterThan(10);
    expect(rows).toEqual(
      nights.map((night) => ({
        Night: night.night,
        [`First pull began (${zone})`]: inBerlin(night.firstAt),
        [`Last pull ended (${zone})`]: inBerlin(night.lastAt),
        Bosses: cell(night.bossCount),
        'Bosses killed': cell(night.killedBossCount),
        Pulls: cell(night.pullCount),
        Kills: cell(night.killCount),
        Wipes: cell(night.wipeCount),
        'Fought (seconds)': cell(night.fightSeconds),
        Deaths: cell(night.deaths),
        'Least boss health left (%)': cell(night.bestHealth),
      })),
    );
  });
});

describe('the table of players', () => {
  it('holds what the list shows, in its order, and no name that a spreadsheet would run', async () => {
    const asked = { query: 'result:wipe', sort: 'dps', direction: 'desc' } as const;
    const { items, next } = await session.request('raids.players', { ...asked, limit: 500 });
    expect(next).toBeNull();
    expect(items.some(({ player: { name } }) => name === formulaName)).toBe(true);
    const rows = await csvOf({ table: 'players', ...asked });
    expect(rows).toEqual(
      items.map((item) => ({
        Player: safe(item.player.name),
        Server: item.server.name,
        Roles: item.roles.join('; '),
        Classes: item.classes.join('; '),
        Pulls: cell(item.pullCount),
        'Share of pulls (%)': percent(item.share),
        Kills: cell(item.killCount),
        Deaths: cell(item.deaths),
        'Fought (seconds)': cell(item.fightSeconds),
        Damage: cell(item.damage),
        'Damage/s': cell(item.damagePerSecond),
        Healing: cell(item.healing),
        'Healing/s': cell(item.healingPerSecond),
        'Damage taken': cell(item.damageTaken),
        'Damage taken/s': cell(item.damageTakenPerSecond),
        'Uptime (%)': cell(item.uptimePercent),
        'Player id': item.player.id,
      })),
    );
    expect(rows.map(({ Player }) => Player)).toContain(`'${formulaName}`);
  });
});

/** A raid in which the player with the odd name took part. */
async function aRaidOfThePlayer(): Promise<string> {
  const { items } = await session.request('raids.playerPulls', { playerId: player.id, query: 'result:wipe', limit: 1 });
  return items[0]?.raid.id ?? raise();
}

describe('the table of participants', () => {
  it('holds what the page of the raid shows', async () => {
    const raidId = await aRaidOfThePlayer();
    const { participants } = await session.request('raids.get', { id: raidId });
    const rows = await csvOf({ table: 'participants', raidId });
    expect(rows).toEqual(
      participants.map((each) => ({
        Player: safe(each.player.name),
        Role: each.role,
        Class: each.class,
        'Rank in role': cell(each.rank),
        Percentile: cell(each.percentile),
        'Performances compared': cell(each.comparedCount),
        Damage: cell(each.damage),
        'Damage/s': cell(each.damagePerSecond),
        'Share of damage (%)': percent(each.damageShare),
        Healing: cell(each.healing),
        'Healing/s': cell(each.healingPerSecond),
        'Share of healing (%)': percent(each.healingShare),
        'Damage taken': cell(each.damageTaken),
        'Damage taken/s': cell(each.damageTakenPerSecond),
        'Share of damage taken (%)': percent(each.damageTakenShare),
        Deaths: cell(each.deaths),
        'Uptime (%)': cell(each.uptimePercent),
        'Player id': each.player.id,
      })),
    );
  });

  it('is a heading where the backup lists none', async () => {
    const [empty] = await listPulls().then((all) => all.filter(({ oddities }) => oddities.includes('no_participants')));
    expect(await csvOf({ table: 'participants', raidId: empty?.id ?? raise() })).toEqual([]);
  });

  it('of a raid that is not there fails and leaves no file', async () => {
    const path = newPath();
    const job = await exportTo(path, { table: 'participants', raidId: 'no such raid' });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'not_found' } });
    expect(existsSync(path)).toBe(false);
  });
});

describe('the table of events', () => {
  it("holds the events and the person's own marks in order of time", async () => {
    const { raid, events } = await session.request('raids.get', { id: eventfulRaidId });
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['pull', 'death', 'wipe_call']));
    const last = events.at(-1) ?? raise();
    const text = 'Here it went wrong';
    const mark = await session.request('raids.addMark', { raidId: raid.id, atMs: last.atMs + 1500, text });
    const rows = await csvOf({ table: 'events', raidId: raid.id, timeZone: zone });
    await session.request('raids.removeMark', { id: mark.id });
    const timeLabel = `Time (${zone})`;
    expect(rows).toEqual([
      ...events.map((event) => ({
        [timeLabel]: inBerlin(new Date(event.atMs).toISOString()),
        'Seconds from the pull': cell(event.second),
        Event: event.event,
        'Boss health (%)': cell(event.health),
        Player: event.player === null ? '' : safe(event.player.name),
        Text: event.text === null ? '' : safe(event.text),
        'Own mark': 'false',
        'Message id': event.messageId ?? '',
      })),
      {
        [timeLabel]: inBerlin(new Date(last.atMs + 1500).toISOString()),
        'Seconds from the pull': cell(last.second + 1.5),
        Event: 'mark',
        'Boss health (%)': '',
        Player: '',
        Text: text,
        'Own mark': 'true',
        'Message id': '',
      },
    ]);
  });
});

describe('the comparison', () => {
  it('is a row for each player of any of the pulls, with five figures for each pull', async () => {
    const { items } = await session.request('raids.playerPulls', {
      playerId: player.id,
      query: 'result:wipe',
      limit: 3,
    });
    const raidIds = items.map(({ raid }) => raid.id);
    const compared = await session.request('raids.compare', { ids: raidIds });
    const rows = await csvOf({ table: 'comparison', raidIds });
    const everybody = new Set(compared.pulls.flatMap(({ participants }) => participants.map((each) => each.player.id)));
    expect(rows).toHaveLength(everybody.size);
    expect(new Set(rows.map((row) => row['Player id']))).toEqual(everybody);
    for (const row of rows) {
      for (const { raid, participants } of compared.pulls) {
        const part = participants.find((each) => each.player.id === row['Player id']);
        const health = raid.result === 'kill' ? '' : ` ${raid.healthLeft} %`;
        const label = `${raid.boss} ${raid.difficulty} pull ${raid.pullNumber}, ${raid.result}${health}: `;
        expect(row).toMatchObject({
          [`${label}damage/s`]: cell(part?.damagePerSecond),
          [`${label}healing/s`]: cell(part?.healingPerSecond),
          [`${label}damage taken/s`]: cell(part?.damageTakenPerSecond),
          [`${label}deaths`]: cell(part?.deaths),
          [`${label}uptime (%)`]: cell(part?.uptimePercent),
        });
      }
    }
    const roles = rows.map((row) => row['Role']?.split('; ')[0] ?? '');
    expect(roles).toEqual(roles.toSorted((a, b) => roleOrder.indexOf(a) - roleOrder.indexOf(b)));
  });
});

const roleOrder = ['tank', 'healer', 'dps'];

describe("the table of a player's pulls", () => {
  it('holds all of them, newest first', async () => {
    const { items, total } = await session.request('raids.playerPulls', { playerId: player.id, limit: 500 });
    expect(items).toHaveLength(total);
    const rows = await csvOf({ table: 'playerPulls', playerId: player.id, timeZone: zone });
    expect(rows.map(({ Id }) => Id)).toEqual(items.map(({ raid }) => raid.id));
    for (const [index, { raid, participant }] of items.entries()) {
      expect(rows[index]).toMatchObject({
        [`Began (${zone})`]: inBerlin(raid.startedAt),
        Pull: cell(raid.pullNumber),
        'Length (seconds)': cell(raid.durationSeconds),
        Role: participant.role,
        Percentile: cell(participant.percentile),
        'Damage/s': cell(participant.damagePerSecond),
        'Healing/s': cell(participant.healingPerSecond),
        Deaths: cell(participant.deaths),
      });
    }
  });
});

describe('the tables of progression', () => {
  it('hold a row for each boss and difficulty, of one guild or of all', async () => {
    const [first = raise()] = await session.request('raids.listGuilds', {});
    for (const guildId of [null, first.guild.id]) {
      const { bosses } = await session.request('raids.progression', { guildId, timeZone: zone });
      const rows = await csvOf({ table: 'progression', guildId, timeZone: zone });
      expect(rows).toHaveLength(bosses.length);
      for (const [index, boss] of bosses.entries()) {
        expect(rows[index]).toMatchObject({
          Boss: boss.boss,
          Difficulty: boss.difficulty,
          Pulls: cell(boss.pullCount),
          Kills: cell(boss.killCount),
          'Deaths per pull': cell(boss.deathsPerPull),
          Nights: cell(boss.nightCount),
          [`First kill (${zone})`]: inBerlin(boss.firstKill?.at ?? null),
          'Night of the first kill': boss.firstKill?.night ?? '',
          'Pulls to the first kill': cell(boss.firstKill?.pullCount),
          'Fought to the first kill (seconds)': cell(boss.firstKill?.fightSeconds),
        });
      }
    }
  });

  it('hold every pull of a boss', async () => {
    const { bosses } = await session.request('raids.progression', {});
    const { boss, difficulty } = bosses[0] ?? raise();
    const answer = await session.request('raids.bossPulls', { boss, difficulty, timeZone: zone });
    const rows = await csvOf({ table: 'bossPulls', boss, difficulty, timeZone: zone });
    expect(rows).toEqual(
      answer.pulls.map((pull) => ({
        Pull: cell(pull.number),
        Night: pull.night ?? '',
        [`Began (${zone})`]: inBerlin(pull.startedAt),
        Result: pull.result,
        'Boss health left (%)': cell(pull.healthLeft),
        'Best so far (%)': cell(pull.bestSoFar),
        Deaths: cell(pull.deaths),
        'Length (seconds)': cell(pull.durationSeconds),
        Id: pull.raidId,
      })),
    );
  });
});

describe('columns', () => {
  it('stand as they were chosen, by their own names or by those that the list sorts by', async () => {
    const path = newPath();
    await exportTo(path, { table: 'pulls', columns: ['dps', 'boss', 'durationSeconds', 'name'] });
    expect(readCsv(readFileSync(path, 'utf8'))[0]).toEqual(['Damage/s', 'Boss', 'Length (seconds)', 'Raid']);
  });

  it('that there are not are refused by name', async () => {
    const path = newPath();
    const job = await exportTo(path, { table: 'players', columns: ['player', 'shoe size'] });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'bad_input', details: { column: 'shoe size' } } });
    expect(job.error?.message).toContain('"shoe size"');
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });
});

describe('every format', () => {
  it.each(exportFormats)('writes all pulls as %s', async (format) => {
    const path = newPath('raids.out');
    expect(await exportTo(path, { table: 'pulls' }, { format })).toMatchObject({
      state: 'done',
      result: { rowCount: pulls.length, path },
    });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const headingLines = { csv: 1, tsv: 1, jsonl: 0, markdown: 2, text: 2 }[format];
    expect(lines).toHaveLength(pulls.length + headingLines);
  });

  it('keeps numbers numbers in JSON Lines, and times with their offset', async () => {
    const path = newPath('raids.jsonl');
    await exportTo(path, { table: 'pulls', timeZone: 'Asia/Tokyo', query: 'result:wipe' }, { format: 'jsonl' });
    const [line = ''] = readFileSync(path, 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({
      startedAt: expect.stringMatching(/\+09:00$/) as unknown,
      healthLeft: expect.any(Number) as unknown,
      durationSeconds: expect.any(Number) as unknown,
      starred: false,
      tags: [],
    });
  });
});

describe('an export of raids', () => {
  it('leaves a file of that name alone, unless it may give way', async () => {
    const path = newPath();
    writeFileSync(path, 'mine');
    const refused = await exportTo(path, { table: 'nights' });
    expect(refused).toMatchObject({ state: 'failed', error: { code: 'bad_input' } });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(await exportTo(path, { table: 'nights' }, { overwrites: true })).toMatchObject({ state: 'done' });
  });

  it('that is cancelled leaves nothing behind', async () => {
    const path = newPath();
    const source = { kind: 'raids', table: { table: 'pulls', query: '/e/ OR /a/' } } as const;
    const { jobId } = await session.request('exports.start', { source, format: 'csv', file: path });
    await session.request('jobs.cancel', { jobId });
    expect(await session.waitForJob(jobId)).toMatchObject({ state: 'cancelled', result: null });
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('of a zone that is none says so', async () => {
    const job = await exportTo(newPath(), { table: 'nights', timeZone: 'Mars/Olympus' });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'bad_input' } });
  });

  it('goes on the clipboard as it goes into a file', async () => {
    const path = newPath('raids.tsv');
    const table: Table = { table: 'players', columns: ['player', 'dps'] };
    await exportTo(path, table, { format: 'tsv' });
    const source = { kind: 'raids', table } as const;
    const copy = await session.request('exports.copy', { source, format: 'tsv' });
    expect(copy).toMatchObject({ kind: 'text', text: readFileSync(path, 'utf8') });
    expect(copy.kind === 'text' && copy.text).toContain(`\n'${formulaName}\t`);
  });
});

function raise(): never {
  throw new Error('The sample lacks what the test needs.');
}
