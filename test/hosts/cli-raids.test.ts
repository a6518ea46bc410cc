/** Raids on the real command line, over a library that it imported itself. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../electron/library/open-database.ts';
import type { RaidPage } from '../../shared/raids/types.ts';
import type { RaidDetail } from '../../shared/raids/pull-types.ts';
import { readCsv } from '../exports/read-csv.ts';
import { raidscope } from './run-cli.ts';

const entry = join(import.meta.dirname, '../../electron/hosts/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'raidscope-cli-raids-'));
const library = join(folder, 'guild.raidscope');
const backup = join(folder, 'backup.db');
/** Would clear a terminal that printed it as it is. */
const rudeBoss = 'Void\u001B[2Jmaw';

async function json<Answer>(...values: readonly string[]): Promise<Answer> {
  const ended = await raidscope(...values, '--library', library, '--json');
  expect(ended).toMatchObject({ status: 0, err: '' });
  return JSON.parse(ended.out) as Answer; // the shape under test
}

async function text(...values: readonly string[]): Promise<string> {
  const ended = await raidscope(...values, '--library', library);
  expect(ended).toMatchObject({ status: 0, err: '' });
  return ended.out;
}

async function errorOf(...values: readonly string[]): Promise<{ readonly code: string; readonly message: string }> {
  const ended = await raidscope(...values, '--library', library, '--json');
  expect(ended).toMatchObject({ status: 1, out: '' });
  return (JSON.parse(ended.err) as { error: { code: string; message: string } }).error; // the shape under test
}

interface ListAnswer {
  readonly total: number;
  readonly killCount: number;
  readonly wipeCount: number;
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

type ShowAnswer = Readonly<Record<string, unknown>> & {
  readonly participants: readonly Readonly<Record<string, unknown>>[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly samples: readonly Readonly<Record<string, unknown>>[];
};

beforeAll(async () => {
  vi.stubEnv('RAIDSCOPE_DATA', join(folder, 'data'));
  await raidscope('sample', backup, '--messages', '4000', '--raids', '90', '--seed', '7');
  const source = openDatabase(backup);
  source.prepare('UPDATE raids SET boss_name = ? WHERE id = (SELECT min(id) FROM raids)').run(rudeBoss);
  source.exec('DELETE FROM raid_participants WHERE raid_id = (SELECT max(id) FROM raids)');
  source.close();
  const imported = await raidscope('import', backup, '--library', library);
  if (imported.status !== 0) throw new Error(imported.err);
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const raidFields = [
  'id',
  'name',
  'boss',
  'difficulty',
  'result',
  'healthLeft',
  'startedAt',
  'endedAt',
  'durationSeconds',
  'night',
  'pullNumber',
  'server',
  'guild',
  'leader',
  'playerCount',
  'deaths',
  'damagePerSecond',
];

/** The same by the channel itself. */
function listed(input: object): Promise<RaidPage> {
  return json<RaidPage>('call', 'raids.list', JSON.stringify({ timeZone: 'UTC', limit: 500, ...input }));
}

describe('raids list', () => {
  it('answers with the newest nights first, in this shape', async () => {
    const answer = await json<ListAnswer>('raids', 'list', '--limit', '20');
    const page = await listed({});
    expect(Object.keys(answer)).toEqual(['total', 'killCount', 'wipeCount', 'items', 'next']);
    expect(answer).toMatchObject({ total: page.total, killCount: page.killCount, wipeCount: page.wipeCount });
    expect(answer.items).toHaveLength(20);
    for (const [index, item] of answer.items.entries()) {
      const { server, guild, leader, ...raid } = page.items[index] ?? {};
      expect(Object.keys(item)).toEqual(raidFields);
      expect({ ...raid, server: server?.name, guild: guild?.name ?? null, leader: leader?.name }).toMatchObject(item);
    }
  });

  it('goes through all pages without a gap or a repetition', async () => {
    const first = await json<ListAnswer>('raids', 'list', '', '--limit', '33', '--sort', 'duration', '--asc');
    const rest = ['--limit', '1000', '--sort', 'duration', '--asc', '--cursor', first.next ?? ''];
    const second = await json<ListAnswer>('raids', 'list', '', ...rest);
    const page = await listed({ sort: 'duration', direction: 'asc' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(page.items.map(({ id }) => id));
    expect(second.next).toBeNull();
  });

  it('finds what the query says', async () => {
    const { items, total } = await json<ListAnswer>('raids', 'list', 'result:kill', '--limit', '1000');
    expect(items).toHaveLength(total);
    expect(new Set(items.map(({ result }) => result))).toEqual(new Set(['kill']));
  });

  it('tells nights by the zone and the hour that are given', async () => {
    const clock = { timeZone: 'America/Los_Angeles', nightStartHour: 20 };
    const values = ['--time-zone', clock.timeZone, '--night-start', '20', '--limit', '1000'];
    const { items } = await json<ListAnswer>('raids', 'list', ...values);
    expect(items.map(({ night }) => night)).toEqual((await listed(clock)).items.map(({ night }) => night));
    const utc = await json<ListAnswer>('raids', 'list', '--limit', '1000');
    expect(items.map(({ night }) => night)).not.toEqual(utc.items.map(({ night }) => night));
  });

  it('in text groups pulls by night, with a line for what each came to', async () => {
    const lines = (await text('raids', 'list', '--limit', '1000')).trimEnd().split('\n');
    const { nights, total, killCount, wipeCount } = await listed({});
    const headings = lines.filter((line) => /^\d{4}-\d\d-\d\d {2}/u.test(line));
    expect(headings.map((line) => line.slice(0, 10))).toEqual(nights.map(({ night }) => night));
    expect(headings[0]).toContain(`${nights[0]?.pullCount} pull`);
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(total);
    expect(lines.at(-1)).toBe(`${total} found (${killCount} kills, ${wipeCount} wipes), ${total} shown`);
  });

  it('in text says when each pull was, where they are not in the order of the nights', async () => {
    const [first = ''] = (await text('raids', 'list', '--sort', 'deaths')).split('\n');
    expect(first).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}pull \d+ /u);
  });

  it('prints no control character of a name', async () => {
    const out = await text('raids', 'list', '--limit', '1000');
    expect(out).toContain('Void·[2Jmaw');
    expect(out).not.toContain('\u001B');
  });

  it('warns of a mistake in the query and lists all the same', async () => {
    const ended = await raidscope('raids', 'list', 'bos:someone result:kill', '--library', library);
    expect(ended.status).toBe(0);
    expect(ended.err).toMatch(/^warning: /u);
  });

  it.each([
    [['list', '--sort', 'shoe-size']],
    [['list', '--night-start', '24']],
    [['list', '--limit', '0']],
    [['list', '--time-zone', 'Mars/Olympus']],
    [['list', '--cursor', 'made up']],
    [['show']],
    [['show', 'some-id', '--limit', '3']],
    [['dance']],
  ])('is refused as bad input: %j', async (values) => {
    expect(await errorOf('raids', ...values)).toMatchObject({ code: 'bad_input' });
  });
});

let knownWipe: string | undefined;

/** A wipe of which there is everything to tell. */
async function aWipe(): Promise<string> {
  knownWipe ??= await findWipe();
  return knownWipe;
}

async function findWipe(): Promise<string> {
  const { items } = await listed({ query: 'result:wipe' });
  for (const { id, composition } of items) {
    const { events, samples } = await json<ShowAnswer>('raids', 'show', id);
    if (events.length > 0 && samples.length > 0 && composition.length > 0) return id;
  }
  throw new Error('The sample has no wipe with events.');
}

describe('raids show', () => {
  it('answers with all of a pull, in this shape', async () => {
    const id = await aWipe();
    const answer = await json<ShowAnswer>('raids', 'show', id);
    const detail = await json<RaidDetail>('call', 'raids.get', JSON.stringify({ id, timeZone: 'UTC' }));
    expect(Object.keys(answer)).toEqual([...raidFields, 'participants', 'events', 'samples', 'series']);
    expect(Object.keys(answer.participants[0] ?? {})).toEqual([
      'id',
      'name',
      'role',
      'class',
      'rank',
      'percentile',
      'damage',
      'damagePerSecond',
      'damageShare',
      'healing',
      'healingPerSecond',
      'healingShare',
      'damageTaken',
      'damageTakenPerSecond',
      'damageTakenShare',
      'deaths',
      'uptimePercent',
    ]);
    expect(Object.keys(answer.events[0] ?? {})).toEqual([
      'at',
      'second',
      'event',
      'health',
      'player',
      'text',
      'messageId',
    ]);
    expect(Object.keys(answer.samples[0] ?? {})).toEqual(['at', 'second', 'health', 'messageId']);
    expect(answer.participants).toHaveLength(detail.participants.length);
    for (const [index, { player, ...figures }] of detail.participants.entries()) {
      const told = answer.participants[index];
      expect(told).toMatchObject({ id: player.id, name: player.name, rank: figures.rank, damage: figures.damage });
      expect(Number(told?.['damageShare']) / 100).toBeCloseTo(Number(figures.damageShare), 10);
    }
    expect(answer.events).toHaveLength(detail.events.length);
    for (const [index, { at, second }] of answer.events.entries()) {
      expect(Date.parse(`${String(at).replace(' ', 'T')}Z`)).toBe(detail.events[index]?.atMs);
      expect(second).toBe(detail.events[index]?.second);
    }
    expect(answer.samples).toHaveLength(detail.samples.length);
    expect(answer['series']).toEqual(detail.series);
  });

  it('in text shows a headline, the participants by role and the events', async () => {
    const id = await aWipe();
    const { events, participants, boss, difficulty } = await json<ShowAnswer>('raids', 'show', id);
    const lines = (await text('raids', 'show', id, '--time-zone', 'Asia/Tokyo')).trimEnd().split('\n');
    expect(lines[0]).toMatch(
      new RegExp(`^${String(boss)}, ${String(difficulty)}: wipe [\\d.]+ %, pull \\d+ of \\d+$`, 'u'),
    );
    expect(lines.find((line) => line.startsWith('began (Asia/Tokyo)'))).toMatch(/ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u);
    const tanks = participants.filter(({ role }) => role === 'tank').length;
    expect(lines).toContain(tanks === 1 ? '1 tank' : `${tanks} tanks`);
    const place = lines.indexOf(events.length === 1 ? '1 event' : `${events.length} events`);
    expect(lines.slice(place + 1)).toHaveLength(events.length);
    for (const { name } of participants) expect(lines.join('\n')).toContain(String(name));
  });

  it('of a raid without participants says so', async () => {
    const { items } = await listed({});
    const bare = items.find(({ composition }) => composition.length === 0);
    expect(await text('raids', 'show', bare?.id ?? '')).toContain('The backup lists no participants.');
  });

  it('of a raid that is not there is not found', async () => {
    expect(await errorOf('raids', 'show', 'no such raid')).toMatchObject({ code: 'not_found' });
  });
});

describe('the process', () => {
  it('ends with the status and speaks on the right stream', () => {
    const run = (...values: readonly string[]) =>
      spawnSync(process.execPath, [entry, 'raids', ...values, '--library', library], {
        env: { ...process.env, RAIDSCOPE_DATA: join(folder, 'data') },
        encoding: 'utf8',
      });
    const list = run('list', 'boss:any', '--limit', '1', '--json');
    expect(list).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\{"total":\d+,/u) as unknown });
    expect(run('show', 'no such raid', '--json')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^\{"error":\{"code":"not_found",/u) as unknown,
    });
    expect(run('show', 'no such raid')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^raidscope: not_found: /u) as unknown,
    });
  });
});

describe('help', () => {
  it('names every field of the answers', async () => {
    const { out } = await raidscope('raids', '--help');
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const answer = await json<ShowAnswer>('raids', 'show', await aWipe());
    const parts = [answer, answer.participants[0], answer.events[0], answer.samples[0], answer['series']];
    for (const field of parts.flatMap((part) => Object.keys(part ?? {}))) {
      expect(out).toContain(`"${field}"`);
      expect(readme).toContain(`"${field}"`);
    }
  });
});

describe('export of tables about raids', () => {
  it.each(['pulls', 'nights', 'players', 'progression'])('writes %s that a query finds', async (table) => {
    const out = join(folder, `${table}.csv`);
    const answer = await json<{ rowCount: number }>('export', 'result:kill', '--table', table, '--out', out);
    expect(answer.rowCount).toBeGreaterThan(0);
    expect(readCsv(readFileSync(out, 'utf8'))).toHaveLength(answer.rowCount + 1);
  });

  it('writes the participants of a raid, or its events, with the columns asked for', async () => {
    const id = await aWipe();
    const { participants, events } = await json<ShowAnswer>('raids', 'show', id);
    const out = join(folder, 'raid.csv');
    await json('export', '--raid', id, '--out', out, '--columns', 'player, rank');
    const rows = readCsv(readFileSync(out, 'utf8'));
    expect(rows).toEqual([['Player', 'Rank in role'], ...participants.map(({ name, rank }) => [name, String(rank)])]);
    const answer = await json('export', '--raid', id, '--table', 'events', '--out', out, '--force');
    expect(answer).toMatchObject({ rowCount: events.length });
  });

  it('says rows, and warns of mistakes in the query', async () => {
    const out = join(folder, 'warned.csv');
    const ended = await raidscope('export', 'bos:x', '--table', 'pulls', '--out', out, '--library', library);
    expect(ended).toMatchObject({ status: 0, out: expect.stringMatching(/^\d+ rows written to /u) as unknown });
    expect(ended.err).toMatch(/^warning: /u);
  });

  it.each([
    [[]],
    [['', '--table', 'shoes']],
    [['', '--table', 'participants']],
    [['', '--raid', 'some-id']],
    [['', '--table', 'pulls', '--raid', 'some-id']],
    [['', '--columns', 'time']],
    [['', '--table', 'pulls', '--columns', 'shoe size']],
  ])('is refused as bad input: %j', async (values) => {
    const out = join(folder, 'refused.csv');
    expect(await errorOf('export', ...values, '--out', out)).toMatchObject({ code: 'bad_input' });
    expect(existsSync(out)).toBe(false);
  });
});
