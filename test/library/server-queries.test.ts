import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import { openMergeBench, type MergeBench } from '../imports/merge-bench.ts';

/** The documented queries of the server's schema, word for word. */
const queries = {
  'Recent Messages (Live Log)': `SELECT * FROM messages
WHERE server_id = ? AND created_at > ?
ORDER BY created_at DESC
LIMIT 100;`,
  'User Messages': `SELECT * FROM messages
WHERE user_id = ? AND server_id = ?
ORDER BY created_at DESC
LIMIT 50;`,
  'Search Messages': `SELECT * FROM messages
WHERE server_id = ?
  AND content LIKE ?
ORDER BY created_at DESC
LIMIT 50;`,
  'Active Raids': `SELECT * FROM raids
WHERE server_id = ? AND status IN ('preparing', 'in_progress')
ORDER BY created_at DESC;`,
} as const;

interface Row {
  readonly id: string;
  readonly created_at: string;
}

describe('the server’s own queries run unmodified on a library', () => {
  let bench: MergeBench;
  let backup: Database;
  let parameters: Readonly<Record<keyof typeof queries, readonly string[]>>;

  beforeAll(async () => {
    bench = openMergeBench();
    const path = join(bench.folder, 'server.db');
    writeSampleBackup(path, { messageCount: 5000, seed: 5 });
    await bench.import(path);
    backup = openDatabase(path, { readonly: true });
    const busiest = backup
      .prepare<[], { server_id: string; user_id: string }>(
        'SELECT server_id, user_id FROM messages GROUP BY server_id, user_id ORDER BY count(*) DESC LIMIT 1',
      )
      .get();
    const raidServer = backup
      .prepare<[], string>("SELECT server_id FROM raids WHERE status IN ('preparing', 'in_progress') LIMIT 1")
      .pluck()
      .get();
    if (busiest === undefined || raidServer === undefined) throw new Error('The sample has no such rows');
    parameters = {
      'Recent Messages (Live Log)': [busiest.server_id, '2026-10-01 00:00:00'],
      'User Messages': [busiest.user_id, busiest.server_id],
      'Search Messages': [busiest.server_id, '%battle%'],
      'Active Raids': [raidServer],
    };
  });
  afterAll(() => {
    backup.close();
    bench.close();
  });

  it.each(Object.keys(queries) as (keyof typeof queries)[])('%s', (name) => {
    // The keys of a constant.
    const expected = backup.prepare<unknown[], Row>(queries[name]).all(...parameters[name]);
    const actual = bench.database.prepare<unknown[], Row>(queries[name]).all(...parameters[name]);
    expect(expected.length).toBeGreaterThan(0);
    // Rows of one moment stand in any order.
    const sorted = (rows: Row[]): unknown[] => rows.map(({ id, created_at: at }) => `${at} ${id}`).toSorted();
    expect(sorted(actual)).toEqual(sorted(expected));
  });

  it.each(['Recent Messages (Live Log)', 'User Messages', 'Active Raids'] as const)('%s by an index', (name) => {
    const plan = bench.database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${queries[name]}`)
      .all(...parameters[name]);
    expect(plan[0]?.detail).toMatch(/USING INDEX/);
  });
});
