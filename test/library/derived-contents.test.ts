import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { derivedContentsVersions } from '../../electron/library/derived-contents.ts';
import { closeWriter, openReader, openWriter } from '../../electron/library/library-connection.ts';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { fillWithRows, temporaryFolder, writeLibraryOfVersion } from './library-files.ts';

function searchable(database: Database, expression: string): unknown[] {
  return database
    .prepare(
      `SELECT coalesce(m.id, d.id) FROM message_words AS w LEFT JOIN messages AS m ON m.seq = w.rowid
       LEFT JOIN direct_messages AS d ON d.seq = w.rowid WHERE message_words MATCH ? ORDER BY w.rowid`,
    )
    .pluck()
    .all(expression);
}

const versionOf = (database: Database): unknown =>
  database.prepare("SELECT version FROM derived_contents WHERE name = 'search'").pluck().get();

/** A library whose rows were never indexed by this version. */
function writeStaleLibrary(): string {
  const path = join(temporaryFolder(), 'stale.raidscope');
  writeLibraryOfVersion(path, 4, (database) => {
    fillWithRows(database);
    database.exec(`
      UPDATE direct_messages SET created_at = '2025-11-22 20:15:03';
      INSERT INTO message_reactions (message_id, user_id, reaction) VALUES ('m9', 'u1', '👍');
    `);
  });
  return path;
}

describe('a library whose index is of another version', () => {
  it('is indexed anew when it is opened, direct messages too', () => {
    const writer = openWriter(writeStaleLibrary());
    expect(versionOf(writer)).toBe(derivedContentsVersions.search);
    expect(searchable(writer, 'tdm OR traid OR tuser')).toEqual(['m1', 'm9', 'm10', 'd1']);
    expect(searchable(writer, 'myself')).toEqual(['d1']);
    expect(writer.prepare('SELECT count(*) FROM message_vocabulary').pluck().get()).toBeGreaterThan(5);
    closeWriter(writer);
  });

  it('has its summaries made anew', () => {
    const writer = openWriter(writeStaleLibrary());
    expect(
      writer.prepare('SELECT kind, key_a, key_b, message_count, unread_count FROM summary_conversations').raw().all(),
    ).toEqual([
      ['channel', 'c1', '', 2, 0],
      ['direct', 'u1', 'u1', 1, 1],
      ['raid', 'r1', '', 1, 0],
    ]);
    const messageSeq = writer.prepare("SELECT seq FROM messages WHERE id = 'm9'").pluck().get();
    expect(writer.prepare('SELECT * FROM summary_reactions').raw().all()).toEqual([['👍', messageSeq]]);
    closeWriter(writer);
  });

  it('is left as it is when its version is the one of this app', () => {
    const path = writeStaleLibrary();
    closeWriter(openWriter(path));
    const again = openWriter(path);
    again.exec("INSERT INTO message_words (message_words) VALUES ('delete-all')");
    closeWriter(again);
    const third = openWriter(path);
    expect(searchable(third, 'tdm')).toEqual([]);
    closeWriter(third);
  });

  it('has its raids summed up without a new index when only they are of another version', () => {
    const path = writeStaleLibrary();
    const writer = openWriter(path);
    writer.exec(`
      INSERT INTO message_words (message_words) VALUES ('delete-all');
      DELETE FROM summary_raids; DELETE FROM summary_performances; DELETE FROM raid_events;
      UPDATE derived_contents SET version = 0 WHERE name = 'raids';
    `);
    closeWriter(writer);
    const again = openWriter(path);
    expect(again.prepare('SELECT number, raid_id, listed_count FROM summary_raids').raw().all()).toEqual([
      [1, 'r1', 1],
    ]);
    expect(again.prepare('SELECT user_id, role, raid_number FROM summary_performances').raw().all()).toEqual([
      ['u1', 'tank', 1],
    ]);
    expect(again.prepare('SELECT raid_id, source FROM raid_events').raw().all()).toEqual([['r1', 'message']]);
    expect(searchable(again, 'tdm')).toEqual([]);
    closeWriter(again);
  });

  it('stays as it was when it cannot be indexed', () => {
    const path = writeStaleLibrary();
    closeWriter(openWriter(path));
    const broken = openWriter(path);
    broken.exec('UPDATE derived_contents SET version = 1; DROP TABLE summary_reactions');
    closeWriter(broken);
    expect(() => openWriter(path)).toThrow(/summary_reactions/);
    const reader = openDatabase(path, { readonly: true });
    expect(searchable(reader, 'tdm')).toEqual(['d1']);
    expect(versionOf(reader)).toBe(1);
    reader.close();
  });

  it('is refused for reading only, where nobody can index it', () => {
    const path = writeStaleLibrary();
    const writer = openWriter(path);
    writer.exec('UPDATE derived_contents SET version = 1');
    closeWriter(writer);
    chmodSync(path, 0o444);
    expect(() => openReader(path)).toThrow(expect.objectContaining({ code: 'read_only' }));
  });
});
