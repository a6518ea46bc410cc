import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { closeWriter, openWriter } from '../../electron/library/library-connection.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import { openMergeBench, type MergeBench } from '../imports/merge-bench.ts';
import { fillWithRows, temporaryFolder, writeLibraryOfVersion } from '../library/library-files.ts';

/** Every row of the tables that hold what a person keeps. */
function keptRows(database: Database): Readonly<Record<string, unknown[]>> {
  const tables = ['kept_stars', 'kept_tags', 'kept_notes', 'saved_searches', 'search_history', 'kept_me'];
  return Object.fromEntries(
    tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]),
  );
}

function keepSomethingOf(database: Database, id: string): void {
  const insert = (statement: string, ...values: string[]): void => {
    database.prepare(statement).run(...values);
  };
  insert("INSERT INTO kept_stars VALUES ('message', ?, '2026-11-01 10:00:00')", id);
  insert("INSERT INTO kept_tags VALUES ('message', ?, 'loot', 'Loot', '2026-11-01 10:00:00')", id);
  insert("INSERT INTO kept_notes VALUES ('message', ?, 'Ask about this', '2026-11-01 10:00:00')", id);
  insert("INSERT INTO saved_searches VALUES (1, 'Wipes', 'wipes', 'type:raid wipe', 1, '2026-11-01 10:00:00')");
  insert("INSERT INTO search_history VALUES ('wipe', '2026-11-01 10:00:00', 3)");
  insert("INSERT INTO kept_me VALUES ('u1')");
}

/** Messages that are both in the library and starred. */
function starredMessages(database: Database): readonly string[] {
  return database
    .prepare<[], string>(
      "SELECT m.id FROM kept_stars AS s CROSS JOIN messages AS m ON m.id = s.subject_id WHERE s.subject_kind = 'message'",
    )
    .pluck()
    .all();
}

describe('what a person keeps', () => {
  let bench: MergeBench;
  let backup: string;
  let id: string;

  beforeEach(async () => {
    bench = openMergeBench();
    backup = join(bench.folder, 'server.db');
    writeSampleBackup(backup, { messageCount: 1000, seed: 8 });
    await bench.import(backup);
    id =
      bench.database.prepare<[], string>('SELECT id FROM messages ORDER BY seq LIMIT 1 OFFSET 500').pluck().get() ?? '';
    keepSomethingOf(bench.database, id);
  });
  afterEach(() => bench.close());

  it('is untouched when the same backup is imported again', async () => {
    const before = keptRows(bench.database);
    await bench.import(backup);
    expect(keptRows(bench.database)).toEqual(before);
    expect(starredMessages(bench.database)).toEqual([id]);
  });

  it('stays when the import is undone, and shows again when the message comes back', async () => {
    const before = keptRows(bench.database);
    bench.undo(1);
    expect(keptRows(bench.database)).toEqual(before);
    expect(starredMessages(bench.database)).toEqual([]);
    await bench.import(backup);
    expect(keptRows(bench.database)).toEqual(before);
    expect(starredMessages(bench.database)).toEqual([id]);
  });

  it('stays when the backup of another day changes the message', async () => {
    const newer = join(bench.folder, 'newer.db');
    writeSampleBackup(newer, { messageCount: 1000, seed: 8 });
    const database = openDatabase(newer);
    database
      .prepare("UPDATE messages SET content = 'Changed later', updated_at = '2030-01-01 00:00:00' WHERE id = ?")
      .run(id);
    database.close();
    await bench.import(newer);
    const content = bench.database.prepare('SELECT content FROM messages WHERE id = ?').pluck().get(id);
    expect(content).toBe('Changed later');
    expect(starredMessages(bench.database)).toEqual([id]);
  });
});

describe('a library of the version before annotations', () => {
  it('is upgraded with its messages in place and room for what a person keeps', () => {
    const path = join(temporaryFolder(), 'old.raidscope');
    writeLibraryOfVersion(path, 7, fillWithRows);
    const upgraded = openWriter(path);
    keepSomethingOf(upgraded, 'm10');
    expect(starredMessages(upgraded)).toEqual(['m10']);
    const before = keptRows(upgraded);
    closeWriter(upgraded);
    const reopened = openWriter(path);
    expect(keptRows(reopened)).toEqual(before);
    closeWriter(reopened);
  });
});

describe('the index of kept things', () => {
  const plans = [
    [
      'starred messages',
      "SELECT m.seq FROM kept_stars AS k CROSS JOIN messages AS m ON m.id = k.subject_id WHERE k.subject_kind = 'message'",
    ],
    [
      'messages with a tag',
      "SELECT m.seq FROM kept_tags AS k CROSS JOIN messages AS m ON m.id = k.subject_id WHERE k.subject_kind = 'message' AND k.tag_key = 'loot'",
    ],
    [
      'messages with a note',
      "SELECT m.seq FROM kept_notes AS k CROSS JOIN messages AS m ON m.id = k.subject_id WHERE k.subject_kind = 'message'",
    ],
  ] as const;

  it.each(plans)('finds %s without a scan', (_, statement) => {
    const path = join(temporaryFolder(), 'library.raidscope');
    const database = openWriter(path);
    const plan = database
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
      .all()
      .map((row) => row.detail);
    expect(plan).toHaveLength(2);
    for (const detail of plan) expect(detail).toMatch(/^SEARCH .* USING (?:PRIMARY KEY|(?:COVERING )?INDEX)/);
    closeWriter(database);
  });
});
