/** The real command line on real files; where signals and the exit status matter, in a process of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { raidscope } from './run-cli.ts';

const entry = join(import.meta.dirname, '../../electron/hosts/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'raidscope-cli-'));
const library = join(folder, 'guild.raidscope');
const backup = join(folder, 'backup.db');
/** 1,500 messages and the 45 direct messages that the sample has beside so many. */
const hitCount = 1545;
const environment = { ...process.env, RAIDSCOPE_DATA: join(folder, 'data') };

async function json(...values: readonly string[]): Promise<unknown> {
  const ended = await raidscope(...values, '--json');
  expect(ended).toMatchObject({ status: 0, err: '' });
  return JSON.parse(ended.out);
}

async function errorOf(...values: readonly string[]): Promise<unknown> {
  const ended = await raidscope(...values, '--json');
  expect(ended).toMatchObject({ status: 1, out: '' });
  return (JSON.parse(ended.err) as { error: unknown }).error; // the shape under test
}

beforeAll(async () => {
  vi.stubEnv('RAIDSCOPE_DATA', join(folder, 'data'));
  await json('sample', backup, '--messages', '1500', '--seed', '7');
  await json('import', backup, '--library', library);
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('raidscope', () => {
  it('explains itself and each of its commands', async () => {
    expect(await raidscope('--help')).toMatchObject({
      status: 0,
      out: expect.stringContaining('Commands:') as unknown,
    });
    for (const command of ['sample', 'inspect', 'import', 'search', 'export', 'call']) {
      const help = await raidscope(command, '--help');
      expect(help.status).toBe(0);
      expect(help.out).toContain(`raidscope -- ${command}`);
    }
    expect((await raidscope()).out).toBe((await raidscope('--help')).out);
  });

  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['search', 'x', '--frobnicate']],
    ['a missing value', ['search']],
    ['a number that is none', ['search', 'x', '--limit', 'many']],
    ['more raids than a sample can have', ['sample', join(folder, 'x.db'), '--raids', '100001']],
    ['an unknown schema', ['sample', join(folder, 'x.db'), '--schema', '2.0']],
    ['input that is not JSON', ['call', 'settings.get', '{']],
  ])('refuses %s as bad input', async (_what, values) => {
    expect(await errorOf(...values)).toMatchObject({ code: 'bad_input', details: {} });
  });

  it('speaks in text without --json', async () => {
    expect(await raidscope('search')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^raidscope: bad_input: /u) as unknown,
    });
  });
});

describe('sample', () => {
  it('writes the same rows for the same options and never over a file', async () => {
    expect(await json('sample', join(folder, 'again.db'), '--messages', '200', '--schema', '1.0')).toMatchObject({
      schema: '1.0',
      tables: { messages: 200 },
    });
    expect(await errorOf('sample', join(folder, 'again.db'))).toMatchObject({ code: 'bad_input' });
    expect(existsSync(join(folder, 'again.db.part'))).toBe(false);
  });

  it('makes as many raids as it is told', async () => {
    const few = (await json('sample', join(folder, 'few-raids.db'), '--messages', '200', '--raids', '150')) as {
      tables: { raids: number };
    };
    expect(few.tables.raids).toBeGreaterThanOrEqual(147);
    expect(few.tables.raids).toBeLessThanOrEqual(153);
  });
});

describe('inspect', () => {
  it('says what a backup holds', async () => {
    const inspection = await json('inspect', backup, '--library', library);
    expect(inspection).toMatchObject({ format: 'sqlite', schema: '1.1', tables: { messages: 1500 } });
    expect(Object.keys(inspection as object)).toEqual(['format', 'schema', 'tables', 'problems']);
  });

  it('ends with the reason for a file that cannot be imported', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'not a database at all, only some words\n'.repeat(100));
    expect(await errorOf('inspect', path)).toMatchObject({ code: 'unsupported_file' });
    expect(await errorOf('inspect', join(folder, 'none.db'))).toMatchObject({ code: 'not_found' });
  });
});

describe('import', () => {
  it('makes the library and tells what it did', async () => {
    const other = join(folder, 'other.raidscope');
    const answer = (await json('import', backup, '--library', other)) as { imports: Record<string, unknown>[] };
    expect(Object.keys(answer)).toEqual(['imports']);
    expect(Object.keys(answer.imports[0] ?? {})).toEqual(['id', 'source', 'format', 'seconds', 'tables', 'issues']);
    expect(answer.imports[0]).toMatchObject({
      id: 1,
      source: 'backup.db',
      format: 'sqlite',
      tables: { messages: { added: 1500, updated: 0, unchanged: 0, rejected: 0 } },
    });
    expect(existsSync(other)).toBe(true);
  });

  it('changes nothing the second time', async () => {
    expect(await json('import', backup, '--library', library)).toMatchObject({
      imports: [{ tables: { messages: { added: 0, updated: 0, unchanged: 1500, rejected: 0 } } }],
    });
  });

  it('uses the library of the data folder when none is named', async () => {
    await json('import', backup);
    expect(existsSync(join(folder, 'data', 'libraries', 'Raidscope.raidscope'))).toBe(true);
  });

  it('leaves no file of its own behind', async () => {
    expect(existsSync(`${library}-wal`)).toBe(false);
    const work = join(folder, 'data', 'work');
    expect(existsSync(work) ? readdirSync(work) : []).toEqual([]);
  });

  it('fails with the reason and leaves the library as it was', async () => {
    const path = join(folder, 'broken.db');
    writeFileSync(path, 'SQLite format 3\0 and then nothing that makes sense');
    const error = (await errorOf('import', path, '--library', library)) as { code: string };
    expect(['corrupt_file', 'unsupported_file']).toContain(error.code);
    expect(await json('search', '', '--count', '--library', library)).toEqual({ total: hitCount });
  });
});

interface SearchAnswer {
  readonly total: number;
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

describe('search', () => {
  it('answers with the newest messages, in this shape', async () => {
    const answer = (await json('search', '', '--limit', '5', '--library', library)) as SearchAnswer;
    expect(Object.keys(answer)).toEqual(['total', 'items', 'next']);
    expect(answer.total).toBe(hitCount);
    expect(answer.items).toHaveLength(5);
    expect(Object.keys(answer.items[0] ?? {})).toEqual([
      'id',
      'createdAt',
      'type',
      'content',
      'author',
      'server',
      'channel',
      'isDeleted',
    ]);
    const times = answer.items.map(({ createdAt }) => String(createdAt));
    expect(times).toEqual([...times].sort().reverse());
  });

  it('goes through all pages without a gap or a repetition', async () => {
    const first = (await json('search', '', '--limit', '700', '--library', library)) as SearchAnswer;
    const second = (await json(
      'search',
      '',
      '--limit',
      '1000',
      '--cursor',
      first.next ?? '',
      '--library',
      library,
    )) as SearchAnswer;
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(hitCount);
    expect(second.next).toBeNull();
  });

  it('counts', async () => {
    expect(await json('search', '', '--count', '--library', library)).toEqual({ total: hitCount });
  });

  it('warns of a mistake in the query and searches all the same', async () => {
    const ended = await raidscope('search', 'frm:someone', '--library', library);
    expect(ended.status).toBe(0);
    expect(ended.err).toMatch(/^warning: /u);
  });

  it('needs a library', async () => {
    expect(await errorOf('search', 'x', '--library', join(folder, 'none.raidscope'))).toMatchObject({
      code: 'not_found',
    });
    expect(existsSync(join(folder, 'none.raidscope'))).toBe(false);
  });
});

describe('call', () => {
  it('answers as the channel does', async () => {
    expect(await json('call', 'app.getInfo', '--library', library)).toMatchObject({ host: 'cli' });
    expect(await json('call', 'messages.count', '{"query":""}', '--library', library)).toEqual({
      total: hitCount,
      isComplete: true,
    });
  });

  it('waits for the job that it started', async () => {
    const other = join(folder, 'called.raidscope');
    await json('import', backup, '--library', other);
    expect(await json('call', 'imports.undo', '{"importId":1}', '--library', other)).toHaveProperty('jobId');
    expect(await json('search', '', '--count', '--library', other)).toEqual({ total: 0 });
  });

  it('fails as the channel does', async () => {
    expect(await errorOf('call', 'no.such')).toMatchObject({ code: 'bad_input' });
    expect(await errorOf('call', 'messages.search', '{"limit":0}', '--library', library)).toMatchObject({
      code: 'bad_input',
    });
  });
});

describe('the process', () => {
  it('ends with the status and speaks on the right stream', () => {
    const run = (...values: readonly string[]) =>
      spawnSync(process.execPath, [entry, ...values], { env: environment, encoding: 'utf8' });
    expect(run('search', '', '--count', '--json', '--library', library)).toMatchObject({
      status: 0,
      stdout: `{"total":${hitCount}}\n`,
      stderr: '',
    });
    expect(run('call', 'no.such', '--json')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^\{"error":\{"code":"bad_input",/u) as unknown,
    });
  });
});

describe('Ctrl+C', () => {
  it('stops an import, leaves the library as it was and ends with status 130', async () => {
    const large = join(folder, 'large.db');
    const target = join(folder, 'stopped.raidscope');
    await json('sample', large, '--messages', '60000');
    const child = spawn(process.execPath, [entry, 'import', large, '--library', target, '--json'], {
      env: environment,
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    // The library's file is there before the import begins: then the command listens for the signal.
    await expect.poll(() => existsSync(target), { timeout: 10_000, interval: 10 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 150)); // into the import; there is no sign of its start
    child.kill('SIGINT');
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect(status).toBe(130);
    expect(err).toContain('"code":"cancelled"');
    expect(await json('search', '', '--count', '--library', target)).toEqual({ total: 0 });
  }, 60_000);
});

describe('raidscope export', () => {
  const out = join(folder, 'found.csv');

  it('writes what the search finds, in the format that the ending names', async () => {
    const { total } = (await json('search', 'pull', '--count', '--library', library)) as { total: number };
    const answer = await json('export', 'pull', '--out', out, '--library', library);
    const text = readFileSync(out, 'utf8');
    expect(answer).toEqual({ path: out, rowCount: total, sizeBytes: Buffer.byteLength(text) });
    expect(text).toMatch(/^Time \(UTC\),Type,Server,Channel,Author,/);
  });

  it('replaces a file only with --force', async () => {
    writeFileSync(out, 'mine');
    expect(await errorOf('export', '', '--out', out, '--library', library)).toMatchObject({ code: 'bad_input' });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    await json('export', 'pull', '--out', out, '--library', library, '--force', '--bom', '--time-zone', 'Asia/Tokyo');
    expect(readFileSync(out, 'utf8')).toMatch(/^\uFEFFTime \(Asia\/Tokyo\),/);
  });

  it.each([
    [['--out', join(folder, 'found.xyz')]],
    [['--out', join(folder, 'new.csv'), '--format', 'xlsx']],
    [['--out', join(folder, 'new.csv'), '--time-zone', 'Mars/Olympus']],
    [[]],
  ])('refuses what it cannot write: %j', async (values) => {
    expect(await errorOf('export', 'pull', ...values, '--library', library)).toMatchObject({ code: 'bad_input' });
    expect(existsSync(join(folder, 'new.csv'))).toBe(false);
  });

  it('says in words what it wrote, and warns of mistakes in the query', async () => {
    const ended = await raidscope(
      'export',
      'pull from:nobody-of-this-name OR pull',
      '--out',
      join(folder, 'log.txt'),
      '--library',
      library,
    );
    expect(ended.status).toBe(0);
    expect(ended.err).toContain('warning: ');
    expect(ended.out).toMatch(/^[\d,]+ messages written to /);
  });
});
