import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../../electron/sample/write-sample-backup.ts';
import { openLibraryUnderTest, refuse, refusedWith, type LibraryUnderTest } from './library-under-test.ts';
import { soundMessage, writeStrictBackup } from './loose-backup.ts';

let test: LibraryUnderTest;

beforeAll(async () => {
  test = await openLibraryUnderTest();
  writeSampleBackup(test.file('whole.db'), { messageCount: 3000, seed: 4 });
});
afterAll(async () => {
  await test.close();
});

const pageSize = 4096;

function copyOf(name: string): string {
  const path = test.file(name);
  copyFileSync(test.file('whole.db'), path);
  return path;
}

/** Pages of a table or index, root first. */
function pagesOf(name: string): number[] {
  const database = openDatabase(test.file('whole.db'), { readonly: true });
  try {
    return database
      .prepare<[string], number>("SELECT rootpage FROM sqlite_schema WHERE name = ? AND type IN ('table', 'index')")
      .pluck()
      .all(name);
  } finally {
    database.close();
  }
}

function overwrite(path: string, offset: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

describe('a damaged backup is refused, and the library stays as it was', () => {
  it('cut in half', async () => {
    const path = copyOf('half.db');
    truncateSync(path, Math.floor(statSync(path).size / 2));
    expect(await refuse(test, path)).toEqual(refusedWith('corrupt_file'));
  });

  it('cut in the middle of a page near the end', async () => {
    const path = copyOf('nearly-whole.db');
    truncateSync(path, statSync(path).size - 5000);
    expect(await refuse(test, path)).toEqual(refusedWith('corrupt_file'));
  });

  it('with noise over the root page of its messages', async () => {
    const path = copyOf('bad-root.db');
    const [root] = pagesOf('messages');
    overwrite(path, ((root ?? 1) - 1) * pageSize, Buffer.alloc(pageSize, 0x5a));
    expect(await refuse(test, path)).toEqual(refusedWith('corrupt_file'));
  });

  it('with one flipped byte in the page type of its messages', async () => {
    const path = copyOf('flipped.db');
    const offset = ((pagesOf('messages')[0] ?? 1) - 1) * pageSize;
    const before = readFileSync(path)[offset] ?? 0;
    overwrite(path, offset, Buffer.from([before ^ 0x08]));
    expect(await refuse(test, path)).toEqual(refusedWith('corrupt_file'));
  });

  it('with noise over every tenth page', async () => {
    const path = copyOf('noisy.db');
    const bytes = readFileSync(path);
    for (let page = 12; page * pageSize < bytes.length; page += 10)
      bytes.fill(0xc3, page * pageSize, (page + 1) * pageSize);
    writeFileSync(path, bytes);
    expect(await refuse(test, path)).toEqual(refusedWith('corrupt_file'));
  });

  it('with noise over its schema', async () => {
    const path = copyOf('bad-schema.db');
    overwrite(path, 100, Buffer.alloc(pageSize - 100, 0xff));
    expect(await refuse(test, path)).toEqual(refusedWith('corrupt_file'));
  });
});

describe('damage in what an import does not need does no harm', () => {
  it('an index of the backup that does not agree with its table is not used', async () => {
    const path = test.file('bad-index.db');
    writeStrictBackup(path, { messages: [soundMessage, { ...soundMessage, id: 'message-2', content: 'second' }] });
    const database = openDatabase(path);
    const root = database
      .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'idx_messages_search'")
      .pluck()
      .get();
    database.close();
    overwrite(path, ((root ?? 1) - 1) * pageSize + 8, Buffer.alloc(64, 0));
    const outcome = await test.tryImport(path);
    // Either way is sound: all rows, or a refusal. Half the rows is not.
    const imported = test.read("SELECT id FROM messages WHERE id IN ('message-1', 'message-2')").length;
    expect('state' in outcome && outcome.state === 'done' ? imported : 2 - imported).toBe(2);
  });
});

describe('a backup that is not what it claims', () => {
  it('is refused when messages is a view', async () => {
    const path = test.file('view.db');
    writeStrictBackup(path, {}, (database) => {
      database.pragma('foreign_keys = OFF');
      database.exec(`ALTER TABLE messages RENAME TO hidden;
        CREATE VIEW messages AS SELECT * FROM hidden UNION ALL SELECT * FROM hidden`);
    });
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('is refused when messages is a virtual table', async () => {
    const path = test.file('virtual.db');
    writeStrictBackup(path, {}, (database) => {
      database.pragma('foreign_keys = OFF');
      database.exec(`DROP TABLE messages;
        CREATE VIRTUAL TABLE messages USING fts5(id, type, user_id, server_id, channel_id, content, metadata, created_at)`);
    });
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('cannot run anything by a generated column or a trigger', async () => {
    const path = test.file('generated.db');
    writeStrictBackup(path, { messages: [soundMessage] }, (database) => {
      database.exec(`CREATE TRIGGER t AFTER INSERT ON messages BEGIN SELECT load_extension('x'); END;
        ALTER TABLE users ADD COLUMN shout TEXT AS (upper(username)) VIRTUAL`);
    });
    const before = test.dump();
    const outcome = await test.tryImport(path);
    expect('state' in outcome ? outcome.state : outcome.code).toBe('done');
    expect(test.dump()).not.toBe(before);
  });
});
