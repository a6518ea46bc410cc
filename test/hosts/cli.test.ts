/** The real command line in processes of its own, on real files. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const entry = join(import.meta.dirname, '../../electron/hosts/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'raidscope-cli-'));
const library = join(folder, 'guild.raidscope');
const backup = join(folder, 'backup.db');
const environment = { ...process.env, RAIDSCOPE_DATA: join(folder, 'data') };

interface Ending {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function raidscope(...values: readonly string[]): Ending {
  const ended = spawnSync(process.execPath, [entry, ...values], { env: environment, encoding: 'utf8', cwd: folder });
  return { status: ended.status, out: ended.stdout, err: ended.stderr };
}

function json(...values: readonly string[]): unknown {
  const ended = raidscope(...values, '--json');
  expect(ended).toMatchObject({ status: 0, err: '' });
  return JSON.parse(ended.out);
}

function errorOf(...values: readonly string[]): unknown {
  const ended = raidscope(...values, '--json');
  expect(ended).toMatchObject({ status: 1, out: '' });
  return (JSON.parse(ended.err) as { error: unknown }).error; // the shape under test
}

beforeAll(() => {
  json('sample', backup, '--messages', '1500', '--seed', '7');
  json('import', backup, '--library', library);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('raidscope', () => {
  it('explains itself and each of its commands', () => {
    expect(raidscope('--help')).toMatchObject({ status: 0, out: expect.stringContaining('Commands:') as unknown });
    for (const command of ['sample', 'inspect', 'import', 'search', 'call']) {
      const help = raidscope(command, '--help');
      expect(help.status).toBe(0);
      expect(help.out).toContain(`raidscope -- ${command}`);
    }
    expect(raidscope().out).toBe(raidscope('--help').out);
  });

  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['search', 'x', '--frobnicate']],
    ['a missing value', ['search']],
    ['a number that is none', ['search', 'x', '--limit', 'many']],
    ['an unknown schema', ['sample', 'x.db', '--schema', '2.0']],
    ['input that is not JSON', ['call', 'settings.get', '{']],
  ])('refuses %s as bad input', (_what, values) => {
    expect(errorOf(...values)).toMatchObject({ code: 'bad_input', details: {} });
  });

  it('speaks in text without --json', () => {
    expect(raidscope('search')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^raidscope: bad_input: /u) as unknown,
    });
  });
});

describe('sample', () => {
  it('writes the same rows for the same options and never over a file', () => {
    expect(json('sample', 'again.db', '--messages', '200', '--schema', '1.0')).toMatchObject({
      schema: '1.0',
      tables: { messages: 200 },
    });
    expect(errorOf('sample', 'again.db')).toMatchObject({ code: 'bad_input' });
    expect(existsSync(join(folder, 'again.db.part'))).toBe(false);
  });
});

describe('inspect', () => {
  it('says what a backup holds', () => {
    const inspection = json('inspect', backup, '--library', library);
    expect(inspection).toMatchObject({ format: 'sqlite', schema: '1.1', tables: { messages: 1500 } });
    expect(Object.keys(inspection as object)).toEqual(['format', 'schema', 'tables', 'problems']);
  });

  it('ends with the reason for a file that cannot be imported', () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'not a database at all, only some words\n'.repeat(100));
    expect(errorOf('inspect', path)).toMatchObject({ code: 'unsupported_file' });
    expect(errorOf('inspect', join(folder, 'none.db'))).toMatchObject({ code: 'not_found' });
  });
});

describe('import', () => {
  it('makes the library and tells what it did', () => {
    const other = join(folder, 'other.raidscope');
    const answer = json('import', backup, '--library', other) as { imports: Record<string, unknown>[] };
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

  it('changes nothing the second time', () => {
    expect(json('import', backup, '--library', library)).toMatchObject({
      imports: [{ tables: { messages: { added: 0, updated: 0, unchanged: 1500, rejected: 0 } } }],
    });
  });

  it('uses the library of the data folder when none is named', () => {
    json('import', backup);
    expect(existsSync(join(folder, 'data', 'libraries', 'Raidscope.raidscope'))).toBe(true);
  });

  it('leaves no file of its own behind', () => {
    expect(existsSync(`${library}-wal`)).toBe(false);
    const work = join(folder, 'data', 'work');
    expect(existsSync(work) ? readdirSync(work) : []).toEqual([]);
  });

  it('fails with the reason and leaves the library as it was', () => {
    const path = join(folder, 'broken.db');
    writeFileSync(path, 'SQLite format 3\0 and then nothing that makes sense');
    const error = errorOf('import', path, '--library', library) as { code: string };
    expect(['corrupt_file', 'unsupported_file']).toContain(error.code);
    expect(json('search', '', '--count', '--library', library)).toEqual({ total: 1500 });
  });
});

interface SearchAnswer {
  readonly total: number;
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

describe('search', () => {
  it('answers with the newest messages, in this shape', () => {
    const answer = json('search', '', '--limit', '5', '--library', library) as SearchAnswer;
    expect(Object.keys(answer)).toEqual(['total', 'items', 'next']);
    expect(answer.total).toBe(1500);
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

  it('goes through all pages without a gap or a repetition', () => {
    const first = json('search', '', '--limit', '700', '--library', library) as SearchAnswer;
    const second = json(
      'search',
      '',
      '--limit',
      '1000',
      '--cursor',
      first.next ?? '',
      '--library',
      library,
    ) as SearchAnswer;
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(1500);
    expect(second.next).toBeNull();
  });

  it('counts', () => {
    expect(json('search', '', '--count', '--library', library)).toEqual({ total: 1500 });
  });

  it('warns of a mistake in the query and searches all the same', () => {
    const ended = raidscope('search', 'frm:someone', '--library', library);
    expect(ended.status).toBe(0);
    expect(ended.err).toMatch(/^warning: /u);
  });

  it('needs a library', () => {
    expect(errorOf('search', 'x', '--library', join(folder, 'none.raidscope'))).toMatchObject({ code: 'not_found' });
    expect(existsSync(join(folder, 'none.raidscope'))).toBe(false);
  });
});

describe('call', () => {
  it('answers as the channel does', () => {
    expect(json('call', 'app.getInfo', '--library', library)).toMatchObject({ host: 'cli' });
    expect(json('call', 'messages.count', '{"query":""}', '--library', library)).toEqual({ total: 1500 });
  });

  it('waits for the job that it started', () => {
    const other = join(folder, 'called.raidscope');
    json('import', backup, '--library', other);
    expect(json('call', 'imports.undo', '{"importId":1}', '--library', other)).toHaveProperty('jobId');
    expect(json('search', '', '--count', '--library', other)).toEqual({ total: 0 });
  });

  it('fails as the channel does', () => {
    expect(errorOf('call', 'no.such')).toMatchObject({ code: 'bad_input' });
    expect(errorOf('call', 'messages.search', '{"limit":0}', '--library', library)).toMatchObject({
      code: 'bad_input',
    });
  });
});

describe('Ctrl+C', () => {
  it('stops an import, leaves the library as it was and ends with status 130', async () => {
    const large = join(folder, 'large.db');
    const target = join(folder, 'stopped.raidscope');
    json('sample', large, '--messages', '60000');
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
    expect(json('search', '', '--count', '--library', target)).toEqual({ total: 0 });
  }, 60_000);
});
