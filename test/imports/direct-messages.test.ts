import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeDirectMessages, rememberSenders } from '../../electron/imports/direct-messages.ts';
import { facetToken, type FacetKind } from '../../electron/messages/facet-tokens.ts';
import { soundMessage, soundServer, soundUser, writeStrictBackup, type LooseRow } from './bad-input/loose-backup.ts';
import { openMergeBench, type MergeBench } from './merge-bench.ts';

let bench: MergeBench;

beforeEach(() => {
  bench = openMergeBench();
});
afterEach(() => {
  bench.close();
});

const otherServer = { ...soundServer, id: 'server-2', name: 'Other Realm' };
const soundDirect = {
  id: 'd1',
  from_user_id: soundUser.id,
  to_user_id: soundUser.id,
  content: 'in private',
  is_read: 1,
  created_at: soundMessage.created_at,
};

async function importRows(name: string, rows: Readonly<Record<string, readonly LooseRow[]>>): Promise<number> {
  const path = join(bench.folder, `${name}.db`);
  writeStrictBackup(path, { servers: [soundServer, otherServer], ...rows });
  return (await bench.import(path)).id;
}

const second = (Date.parse(`${soundMessage.created_at.replace(' ', 'T')}Z`) / 1000) * 2 ** 20;

function placesOfDirect(): unknown[] {
  return bench.database.prepare('SELECT id, seq FROM direct_messages ORDER BY seq').raw().all();
}

/** Ids of the direct messages that the index finds. */
function found(kind: FacetKind, value: string): unknown[] {
  return bench.database
    .prepare(
      'SELECT d.id FROM message_words AS w JOIN direct_messages AS d ON d.seq = w.rowid WHERE message_words MATCH ? ORDER BY 1',
    )
    .pluck()
    .all(`{facets} : "${facetToken(kind, value)}"`);
}

describe('direct messages', () => {
  it('stand in the upper half of their second, in one order with messages, whatever files they come from', async () => {
    await importRows('one', {
      messages: [soundMessage],
      direct_messages: [
        { ...soundDirect, id: 'd10' },
        { ...soundDirect, id: 'd9', created_at: null },
      ],
    });
    await importRows('two', {
      messages: [{ ...soundMessage, id: 'message-2' }],
      direct_messages: [{ ...soundDirect, id: 'd2' }],
    });
    const half = second + 2 ** 19;
    expect(placesOfDirect()).toEqual([
      ['d9', 2 ** 19],
      ['d2', half],
      ['d10', half + 1],
    ]);
    expect(
      bench.database.prepare('SELECT rowid FROM message_words WHERE message_words MATCH ?').pluck().all('t*'),
    ).toEqual([2 ** 19, second, second + 1, half, half + 1]);
  });

  it('are found on the server to which their sender has moved, and on the one of before when that is undone', async () => {
    await importRows('one', { direct_messages: [soundDirect] });
    expect(found('server', 'server-1')).toEqual(['d1']);
    const moved = { ...soundUser, server_id: 'server-2', updated_at: '2025-02-01 00:00:00' };
    const later = await importRows('two', { users: [moved] });
    expect([found('server', 'server-1'), found('server', 'server-2')]).toEqual([[], ['d1']]);
    bench.undo(later);
    expect([found('server', 'server-1'), found('server', 'server-2')]).toEqual([['d1'], []]);
  });

  it('are unread until a later file says otherwise', async () => {
    await importRows('one', { direct_messages: [{ ...soundDirect, is_read: 0 }] });
    expect(found('read', 'n')).toEqual(['d1']);
    await importRows('two', {
      direct_messages: [{ ...soundDirect, read_at: '2025-06-02 00:00:00' }],
      messages: [{ ...soundMessage, created_at: '2025-06-03 00:00:00' }],
    });
    expect(found('read', 'n')).toEqual([]);
    expect(found('type', 'dm')).toEqual(['d1']);
  });

  it('stay in the index when all messages go', async () => {
    await importRows('one', { direct_messages: [soundDirect] });
    const messages = await importRows('two', { messages: [soundMessage] });
    bench.undo(messages);
    expect(found('type', 'dm')).toEqual(['d1']);
    expect(bench.database.prepare('SELECT count(*) FROM message_words').pluck().get()).toBe(1);
  });

  it('without a time stand behind the messages without one, however many these are', async () => {
    await importRows('one', { direct_messages: [{ ...soundDirect, created_at: null }] });
    const { database } = bench;
    const count = 2 ** 19 + 10;
    database.exec(`
      INSERT INTO messages (seq, id, type, user_id, server_id, content, created_at)
      SELECT value, value, 'user', 'user-1', 'server-1', '', NULL FROM (
        WITH RECURSIVE numbers (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM numbers WHERE value < ${count - 1})
        SELECT value FROM numbers
      )`);
    rememberSenders(database);
    placeDirectMessages(database, { indexesText: true });
    expect(placesOfDirect()).toEqual([['d1', count]]);
    expect(found('type', 'dm')).toEqual(['d1']);
  });
});
