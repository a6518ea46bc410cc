import { appendFileSync, copyFileSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSampleBackup } from '../../../electron/sample/write-sample-backup.ts';
import type { ImportResult } from '../../../shared/imports/types.ts';
import { errorOf, fileHash, openLibraryUnderTest, type LibraryUnderTest } from './library-under-test.ts';
import { soundMessage, soundUser, writeStrictBackup } from './loose-backup.ts';

let test: LibraryUnderTest;

beforeEach(async () => {
  test = await openLibraryUnderTest({ messageCount: 0 });
});
afterEach(async () => {
  await test.close();
});

function sum(result: ImportResult, count: 'added' | 'updated' | 'unchanged' | 'rejected'): number {
  return Object.values(result.tables).reduce((total, counts) => total + counts[count], 0);
}

/** The rows that a person sees, without the bookkeeping of imports. */
function visibleRows(): unknown {
  const tables = ['messages', 'users', 'servers', 'channels'] as const;
  const order = { messages: 'seq', users: 'id', servers: 'id', channels: 'id' } as const;
  return tables.map((table) =>
    test
      .read<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY ${order[table]}`)
      .map((row) => ({ ...row, import_id: null })),
  );
}

const day = (date: string, id: string): typeof soundMessage & { id: string } =>
  ({ ...soundMessage, id, created_at: `${date} 20:00:00`, updated_at: `${date} 20:00:00` }) as typeof soundMessage & {
    id: string;
  }; // other values, same shape

describe('the same rows again', () => {
  it('the same file twice changes nothing', async () => {
    const path = test.file('twice.db');
    writeSampleBackup(path, { messageCount: 1000, seed: 3 });
    const first = await test.import(path);
    const before = visibleRows();
    const second = await test.import(path);
    expect([sum(second, 'added'), sum(second, 'updated'), sum(second, 'rejected')]).toEqual([0, 0, 0]);
    expect(sum(second, 'unchanged')).toBe(sum(first, 'added'));
    expect(visibleRows()).toEqual(before);
  });

  it('is told before it is done', async () => {
    const path = test.file('twice.db');
    writeSampleBackup(path, { messageCount: 200, seed: 3 });
    await test.import(path);
    const preview = await test.preview(path);
    expect(preview.problems.map((problem) => problem.code)).toContain('already_imported');
    expect(preview.tables.every((table) => table.alreadyPresentCount === table.rowCount)).toBe(true);
  });

  it('a copy of it under another name changes nothing either', async () => {
    const path = test.file('one.db');
    writeSampleBackup(path, { messageCount: 200, seed: 3 });
    copyFileSync(path, test.file('two.db'));
    await test.import(path);
    expect(sum(await test.import(test.file('two.db')), 'added')).toBe(0);
  });

  it('two files that overlap give the same library in either order', async () => {
    const early = test.file('early.db');
    const late = test.file('late.db');
    const changed = {
      ...day('2025-06-02', 'b'),
      content: 'changed later',
      updated_at: '2025-06-09 10:00:00',
      is_deleted: 1,
    };
    writeStrictBackup(early, { messages: [day('2025-06-01', 'a'), day('2025-06-02', 'b')] });
    writeStrictBackup(late, {
      users: [{ ...soundUser, username: 'Renamed', updated_at: '2025-06-09 10:00:00' }],
      messages: [changed, day('2025-06-03', 'c')],
    });
    await test.import(early);
    const result = await test.import(late);
    expect(result.tables.messages).toEqual({ added: 1, updated: 1, unchanged: 0, rejected: 0 });
    const forwards = visibleRows();

    const other = await openLibraryUnderTest({ messageCount: 0 });
    const previous = test;
    test = other;
    try {
      await test.import(late);
      const older = await test.import(early);
      expect(older.tables.messages?.updated).toBe(0);
      expect(visibleRows()).toEqual(forwards);
    } finally {
      test = previous;
      await other.close();
    }
  });

  it('messages of one second keep one order however they came', async () => {
    const ids = ['9', '10', '100', 'a', 'b'];
    const rows = ids.map((id) => ({ ...soundMessage, id }));
    writeStrictBackup(test.file('odd.db'), { messages: rows.filter((_, index) => index % 2 === 1) });
    writeStrictBackup(test.file('even.db'), { messages: rows.filter((_, index) => index % 2 === 0) });
    await test.import(test.file('odd.db'));
    await test.import(test.file('even.db'));
    const order = test.read<{ id: string }>('SELECT id FROM messages ORDER BY seq').map((row) => row.id);
    expect(order).toEqual(['9', 'a', 'b', '10', '100']);
    const page = await test.session.request('messages.search', { query: 'sound' });
    expect(page.items.map((item) => item.id)).toEqual(order.toReversed());
  });
});

describe('a file that changes while it is read', () => {
  it('is refused as a whole, and the library stays as it was', async () => {
    const path = test.file('growing.db');
    writeSampleBackup(path, { messageCount: 20_000, seed: 5 });
    const before = test.dump();
    let hasGrown = false;
    test.session.onProgress((job) => {
      // Before its first reading, a file may still change.
      if (hasGrown || job.done === 0) return;
      hasGrown = true;
      appendFileSync(path, Buffer.alloc(4096));
      utimesSync(path, new Date(), new Date(Date.now() + 5000));
    });
    const outcome = await test.tryImport(path);
    expect(hasGrown).toBe(true);
    expect(errorOf(outcome)?.code).toBe('source_changed');
    expect(test.dump()).toBe(before);
  });
});

describe('several files in one go', () => {
  it('a bad one does not take the good one before it back, and nothing of it goes in', async () => {
    const good = test.file('good.db');
    writeStrictBackup(good, { messages: [soundMessage] });
    const bad = test.file('bad.db');
    appendFileSync(bad, 'not a database, though long enough to be one, one would think');
    const badBefore = fileHash(bad);
    const error = errorOf(await test.tryImport(good, bad));
    expect(error?.code).toBe('unsupported_file');
    expect(fileHash(bad)).toBe(badBefore);
    const count = test.read<{ n: number }>('SELECT count(*) AS n FROM messages')[0]?.n;
    const records = await test.session.request('imports.list', {});
    expect(records.filter((record) => record.undoneAt === null)).toHaveLength(count ?? -1);
  });
});
