import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renewDerivedContents } from '../../electron/library/derived-contents.ts';
import type { Database } from '../../electron/library/open-database.ts';
import { describeLibrary, openMergeBench, type MergeBench } from './merge-bench.ts';
import { writeStrictBackup, type LooseRow, type LooseRows } from './bad-input/loose-backup.ts';

/**
 * A library is what the files in it say, whatever order they came in and whatever was undone in between. Few ids and
 * few moments, so that the files overlap in every way: same rows, newer and older versions, messages of one second from
 * several files, rows whose parents only another file has.
 */
const moments = [
  '2025-06-01 20:00:00',
  '2025-06-01 20:00:00.250',
  '2025-06-01 20:00:01',
  '2025-06-02 00:00:00',
] as const;
const moment = fc.constantFrom(...moments);
const user = fc.constantFrom('u1', 'u2', 'u10');
const messageId = fc.constantFrom('m1', 'm2', 'm3', 'm10', 'm11');

const message = fc
  .record({
    id: messageId,
    user_id: user,
    created_at: moment,
    updated_at: moment,
    type: fc.constantFrom('user', 'dm', 'raid'),
    text: fc.constantFrom('pull', 'wipe it', '今日は'),
    metadata: fc.constantFrom(null, '{"to_user_id":"u2"}', '{"raid_id":"r1","boss":"Voidmaw"}', '{"guild_id":"g1"}'),
  })
  .map(({ text, ...row }) => ({ ...row, server_id: 's1', content: text }));
const directMessage = fc.record({
  id: fc.constantFrom('d1', 'd2', 'd10', 'd11'),
  // u3 is in no file: a placeholder.
  from_user_id: fc.constantFrom('u1', 'u2', 'u3'),
  to_user_id: user,
  created_at: fc.option(moment),
  is_read: fc.constantFrom(0, 1),
  content: fc.constantFrom('pull', 'in private', '今日は'),
});
const account = fc
  .record({
    id: user,
    username: fc.constantFrom('Ana', 'Élodie'),
    server_id: fc.constantFrom('s1', 's2'),
    // Else the file's own default, the moment of its writing.
    created_at: fc.constant(moments[0]),
    updated_at: moment,
  })
  .map((row) => ({ ...row, username: `${row.username} ${row.id}` })); // Unique, as the server's own schema demands.
const reaction = fc.record({ message_id: messageId, user_id: user, reaction: fc.constantFrom('👍', '💀') });
const raid = fc
  .record({ id: fc.constantFrom('r1', 'r2'), health_percentage: fc.integer({ min: 0, max: 100 }), created_at: moment })
  .map((row) => ({
    ...row,
    name: 'Night',
    boss_name: 'Voidmaw',
    difficulty: 'hard',
    server_id: 's1',
    leader_id: 'u1',
  }));
const participant = fc
  .record({ raid_id: fc.constantFrom('r1', 'r2'), user_id: user, deaths: fc.integer({ min: 0, max: 3 }) })
  .map((row) => ({ ...row, role: 'dps', class: 'mage' }));

const uniqueBy = <Row extends LooseRow>(row: fc.Arbitrary<Row>, key: (row: Row) => string): fc.Arbitrary<Row[]> =>
  fc.uniqueArray(row, { selector: key, maxLength: 5 });

const file: fc.Arbitrary<LooseRows> = fc.record({
  servers: fc.constant([{ id: 's1', name: 'Realm', region: 'EU', created_at: moments[0], updated_at: moments[0] }]),
  users: uniqueBy(account, (row) => row.id),
  channels: fc.constant([]),
  messages: uniqueBy(message, (row) => row.id),
  direct_messages: uniqueBy(directMessage, (row) => row.id),
  message_reactions: uniqueBy(reaction, (row) => `${row.message_id} ${row.user_id} ${row.reaction}`),
  raids: uniqueBy(raid, (row) => row.id),
  raid_participants: uniqueBy(participant, (row) => `${row.raid_id} ${row.user_id}`),
});

const files = fc.array(file, { minLength: 2, maxLength: 3 });

async function withLibrary<Answer>(run: (bench: MergeBench) => Promise<Answer>): Promise<Answer> {
  const bench = openMergeBench();
  try {
    return await run(bench);
  } finally {
    bench.close();
  }
}

function write(bench: MergeBench, all: readonly LooseRows[]): string[] {
  return all.map((rows, index) => {
    const path = join(bench.folder, `file-${index}.db`);
    writeStrictBackup(path, rows);
    return path;
  });
}

/** Makes the index and the summaries anew from the rows as they are. */
function deriveAnew(database: Database): void {
  database.exec('UPDATE derived_contents SET version = 0');
  renewDerivedContents(database);
}

/** The library after importing the files named by `order`, then undoing those named by `undone`. */
function libraryOf(
  all: readonly LooseRows[],
  order: readonly number[],
  undone: readonly number[] = [],
): Promise<unknown> {
  return withLibrary(async (bench) => {
    const paths = write(bench, all);
    const ids = new Map<number, number>();
    for (const index of order) ids.set(index, (await bench.import(paths[index] ?? '')).id);
    for (const index of undone) bench.undo(ids.get(index) ?? 0);
    expect(bench.database.pragma('foreign_key_check')).toEqual([]);
    const found = describeLibrary(bench.database);
    deriveAnew(bench.database);
    expect(describeLibrary(bench.database)).toEqual(found);
    return found;
  });
}

describe('a library is what its files say', () => {
  it('in whatever order they are imported', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (all) => {
        const order = all.map((_, index) => index);
        expect(await libraryOf(all, order.toReversed())).toEqual(await libraryOf(all, order));
      }),
      { numRuns: 15 },
    );
  });

  it('and an undone import is as if it had never been', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), async (all, pick) => {
        const order = all.map((_, index) => index);
        const undone = pick % all.length;
        const others = order.filter((index) => index !== undone);
        expect(await libraryOf(all, order, [undone])).toEqual(await libraryOf(all, others));
      }),
      { numRuns: 15 },
    );
  });

  it('and importing a file twice, then undoing the first time, keeps it', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (rows) => {
        const all = [rows, rows];
        expect(await libraryOf(all, [0, 1], [0])).toEqual(await libraryOf([rows], [0]));
      }),
      { numRuns: 8 },
    );
  });
});
