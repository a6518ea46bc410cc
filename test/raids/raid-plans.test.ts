import { afterAll, expect, test } from 'vitest';
import { catalogueStatement } from '../../electron/raids/catalogue.ts';
import { countsStatement } from '../../electron/raids/get-raid.ts';
import { ownPerformancesStatement } from '../../electron/raids/list-player-pulls.ts';
import { raidMessagesStatement } from '../../electron/raids/list-raid-messages.ts';
import { marksStatement } from '../../electron/raids/marks.ts';
import { performancesOfStatement } from '../../electron/raids/participant-tests.ts';
import { participantsStatement } from '../../electron/raids/participants.ts';
import { performancesStatement } from '../../electron/raids/performance-columns.ts';
import { eventsStatement, samplesStatement } from '../../electron/raids/raid-events.ts';
import { createRaidLibrary } from './raid-library.ts';
import { planOf } from '../library/plan-of.ts';

const raids = Array.from({ length: 200 }, (_, place) => ({ id: `r${place}` }));
const database = createRaidLibrary({
  users: raids.map(({ id }) => [`u-${id}`, id]),
  raids,
  participants: raids.map(({ id }) => ({ raid: id, user: 'lead' })),
  messages: raids.map(({ id }) => ({
    id: `m-${id}`,
    at: '2025-11-22 20:00:00',
    metadata: { raid_id: id, boss_health: 50, event: 'pull' },
  })),
});
database.exec('ANALYZE');

afterAll(() => {
  database.close();
});

test('all raids are read in the order of their numbers, each with its parents by primary key', () => {
  const plan = planOf(database, catalogueStatement);
  expect(plan[0]).toBe('SCAN s');
  for (const parent of ['r', 'leader']) {
    expect(plan).toContainEqual(
      expect.stringMatching(new RegExp(`^SEARCH ${parent} USING INDEX sqlite_autoindex_\\w+ \\(id=`)),
    );
  }
  expect(plan.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
});

test('the participants of raids are found by the number of the raid', () => {
  const plan = planOf(database, participantsStatement([1, 2]));
  expect(plan).toContain('SEARCH p USING INDEX idx_summary_performances_raid_number (raid_number=?)');
  expect(plan.filter((detail) => /^SCAN (?!wanted)/.test(detail))).toEqual([]);
});

test('a player’s performances stand side by side', () => {
  expect(planOf(database, ownPerformancesStatement('u'))).toEqual([
    'SEARCH summary_performances USING PRIMARY KEY (user_id=?)',
  ]);
  expect(planOf(database, performancesOfStatement(['u']))).toContain('SEARCH p USING PRIMARY KEY (user_id=?)');
});

test('all performances are read in the order in which they stand, without a sort', () => {
  expect(planOf(database, performancesStatement)).toEqual(['SCAN summary_performances']);
});

test('what happened in a raid is read in order of time from its primary key', () => {
  const plan = planOf(database, eventsStatement('r1'));
  expect(plan[0]).toBe('SEARCH e USING PRIMARY KEY (raid_id=?)');
  expect(plan.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
  expect(planOf(database, countsStatement('r1'))[0]).toBe('SEARCH e USING PRIMARY KEY (raid_id=?)');
  expect(planOf(database, samplesStatement(['r1', 'r2']))).toContain('SEARCH e USING PRIMARY KEY (raid_id=?)');
});

test('a raid’s chat is read by its stretch of time and by where the page before ended', () => {
  const input = { id: 'r1', fromMs: 0, toMs: null, limit: 100 };
  for (const cursor of [null, { atMs: 1, source: 'message', sourceKey: 2 } as const]) {
    const plan = planOf(database, raidMessagesStatement(input, cursor));
    expect(plan[0]).toMatch(/^SEARCH e USING PRIMARY KEY \(raid_id=\? AND /);
    expect(plan[1]).toBe('SEARCH m USING INTEGER PRIMARY KEY (rowid=?)');
    expect(plan.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
  }
});

test('marks are found by their raid, in order of time', () => {
  for (const raidId of ['r1', null]) {
    expect(planOf(database, marksStatement(raidId))).toEqual([
      'SEARCH kept_marks USING INDEX idx_kept_marks_raid_id (raid_id=?)',
    ]);
  }
});
