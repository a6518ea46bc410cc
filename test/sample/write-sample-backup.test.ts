import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { libraryTables } from '../../shared/library/types.ts';
import { makeSampleFolder, type SampleFolder } from './sample-files.ts';

let folder: SampleFolder;
let sample: Database;

beforeAll(() => {
  folder = makeSampleFolder();
  sample = folder.open('sample.db', { messageCount: 3000 });
});
afterAll(() => {
  folder.remove();
});

function number(database: Database, query: string): number {
  return Number(database.prepare<[], unknown>(query).pluck().get());
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof RaidscopeError ? error.code : String(error);
  }
  return 'nothing thrown';
}

describe('a sample backup', () => {
  it('is the same file, byte for byte, for the same options', () => {
    const paths = ['first.db', 'second.db'].map((name) => join(folder.path, name));
    for (const path of paths) writeSampleBackup(path, { messageCount: 500, raidCount: 60, seed: 7 });
    const [first, second] = paths.map(digest);
    expect(first).toBe(second);
  });

  it('is another one for another seed', () => {
    const path = join(folder.path, 'other-seed.db');
    writeSampleBackup(path, { messageCount: 500, raidCount: 60, seed: 8 });
    expect(digest(path)).not.toBe(digest(join(folder.path, 'first.db')));
  });

  it('keeps every rule of its own schema', () => {
    expect(sample.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sample.pragma('foreign_key_check')).toEqual([]);
  });

  it('fills every table and counts what it wrote', () => {
    const summary = writeSampleBackup(join(folder.path, 'counted.db'), { messageCount: 100 });
    expect(Object.keys(summary).toSorted()).toEqual([...libraryTables].toSorted());
    expect(summary.messages).toBe(100);
    expect(libraryTables.filter((table) => number(sample, `SELECT count(*) FROM ${table}`) === 0)).toEqual([]);
    expect(number(sample, 'SELECT count(*) FROM messages')).toBe(3000);
  });

  it('has exactly the number of messages asked for, however few', () => {
    for (const messageCount of [1, 2, 9, 250]) {
      const path = join(folder.path, `few-${messageCount}.db`);
      expect(writeSampleBackup(path, { messageCount }).messages).toBe(messageCount);
    }
  });

  it('looks like a plain server file: rollback journal, version 0, nothing beside it', () => {
    expect(sample.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(sample.pragma('user_version', { simple: true })).toBe(0);
    expect(sample.pragma('application_id', { simple: true })).toBe(0);
    expect(readdirSync(folder.path).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
  });

  it('is in time order, in UTC text, within its two years', () => {
    const times = sample.prepare<[], string>('SELECT created_at FROM messages ORDER BY rowid').pluck().all();
    expect(times).toEqual(times.toSorted());
    expect(times.every((time) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(time))).toBe(true);
    expect(times.at(0)?.slice(0, 7)).toBe('2024-11');
    expect(times.at(-1)?.slice(0, 7)).toBe('2026-10');
  });

  it('speaks in many scripts, of edits, deletions and emoji', () => {
    const scripts = ['Latin', 'Cyrillic', 'Greek', 'Han', 'Hiragana', 'Hangul', 'Thai', 'Arabic'];
    const texts = sample.prepare<[], string>('SELECT content FROM messages').pluck().all();
    const missing = scripts.filter((script) => {
      const pattern = new RegExp(`\\p{Script=${script}}`, 'u');
      return !texts.some((text) => pattern.test(text));
    });
    expect(missing).toEqual([]);
    expect(
      number(sample, 'SELECT count(*) FROM messages WHERE is_deleted AND deletion_reason IS NOT NULL'),
    ).toBeGreaterThan(0);
    expect(number(sample, 'SELECT count(*) FROM messages WHERE edited_at >= created_at')).toBeGreaterThan(0);
    expect(number(sample, "SELECT count(*) FROM messages WHERE content LIKE '%battle res%'")).toBeGreaterThan(0);
  });

  it('holds a password hash for every account, none of them real', () => {
    expect(number(sample, "SELECT count(*) FROM users WHERE password_hash NOT LIKE '$2b$12$NOTAREALHASH.%'")).toBe(0);
  });

  it('has counters that agree with the rows they count', () => {
    expect(
      number(
        sample,
        `SELECT count(*) FROM channels c WHERE message_count <>
        (SELECT count(*) FROM messages m WHERE m.channel_id = c.id)`,
      ),
    ).toBe(0);
    expect(
      number(
        sample,
        `SELECT count(*) FROM guilds g WHERE member_count <>
        (SELECT count(*) FROM guild_members m WHERE m.guild_id = g.id)`,
      ),
    ).toBe(0);
    expect(
      number(
        sample,
        `SELECT count(*) FROM parties p WHERE member_count <>
        (SELECT count(*) FROM party_members m WHERE m.party_id = p.id)`,
      ),
    ).toBe(0);
  });
});

describe('the schema versions', () => {
  it('1.0 lacks what 1.1 brought and has the same rows otherwise', () => {
    const older = folder.open('older.db', { messageCount: 500, seed: 7, schema: '1.0' });
    const newer = folder.open('newer.db', { messageCount: 500, seed: 7, schema: '1.1' });
    const tables = (database: Database): unknown[] =>
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    const columns = (database: Database, table: string): unknown[] =>
      database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    expect(tables(newer).length - tables(older).length).toBe(1);
    expect(tables(older)).not.toContain('message_reactions');
    expect(columns(older, 'messages')).not.toContain('edited_at');
    expect(columns(older, 'users')).not.toContain('two_factor_enabled');
    const rows = (database: Database): unknown[] =>
      database.prepare('SELECT id, content, updated_at FROM messages ORDER BY rowid').all();
    expect(rows(older)).toEqual(rows(newer));
  });
});

describe('what can go wrong', () => {
  it('never replaces a file', () => {
    const path = join(folder.path, 'precious.db');
    writeFileSync(path, 'precious');
    expect(codeOf(() => writeSampleBackup(path, { messageCount: 100 }))).toBe('bad_input');
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('refuses a count that makes no sense, and a folder that is not there', () => {
    const path = join(folder.path, 'never.db');
    for (const count of [0, -1, 1.5, NaN, Infinity]) {
      expect(codeOf(() => writeSampleBackup(path, { messageCount: count }))).toBe('bad_input');
      expect(codeOf(() => writeSampleBackup(path, { messageCount: 100, raidCount: count }))).toBe('bad_input');
    }
    expect(codeOf(() => writeSampleBackup(path, { messageCount: 100, raidCount: 100_001 }))).toBe('bad_input');
    expect(codeOf(() => writeSampleBackup(join(folder.path, 'no', 'folder.db'), { messageCount: 100 }))).toBe(
      'not_found',
    );
    expect(existsSync(path)).toBe(false);
  });

  it('leaves no file behind when cancelled, be it among the messages or the indexes', () => {
    const cancelled = join(folder.path, 'cancelled');
    mkdirSync(cancelled);
    for (const limit of [1, 5]) {
      let asked = 0;
      const throwIfCancelled = (): void => {
        asked += 1;
        if (asked > limit) throw new RaidscopeError('cancelled', 'Cancelled.');
      };
      const path = join(cancelled, 'sample.db');
      expect(codeOf(() => writeSampleBackup(path, { messageCount: 3000, throwIfCancelled }))).toBe('cancelled');
      expect(readdirSync(cancelled)).toEqual([]);
    }
  });

  it('tells how far it is, never backwards, up to the end', () => {
    const seen: number[] = [];
    let total = 0;
    writeSampleBackup(join(folder.path, 'progress.db'), {
      messageCount: 2500,
      onProgress: (done, all) => {
        seen.push(done);
        total = all;
      },
    });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.at(-1)).toBe(total);
  });
});
