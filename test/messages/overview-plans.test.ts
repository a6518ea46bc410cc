import { afterAll, expect, test } from 'vitest';
import { lastPlace, placesPerSecond } from '../../electron/messages/condition.ts';
import { hitRowsStatement } from '../../electron/messages/hit-rows.ts';
import { secondsStatement } from '../../electron/messages/hit-times.ts';
import { anyMessage } from '../../electron/messages/index-expressions.ts';
import { reasonsStatement } from '../../electron/messages/suggest-languages.ts';
import { createSearchLibrary, generateLibrary } from './search-library.ts';
import { planOf } from '../library/plan-of.ts';

const database = createSearchLibrary(generateLibrary(500));
database.exec('ANALYZE');

afterAll(() => {
  database.close();
});

test('the times of hits come from the index between bounds, in its order, without a sort', () => {
  const plan = planOf(database, secondsStatement(anyMessage, { first: placesPerSecond, last: lastPlace }));
  expect(plan).toHaveLength(1);
  expect(plan[0]).toMatch(/^SCAN message_words VIRTUAL TABLE INDEX 64:M\d></);
});

test('the values of hits are read by their places', () => {
  const plan = planOf(database, hitRowsStatement([1, 2]));
  expect(plan).toContain('SEARCH m USING INTEGER PRIMARY KEY (rowid=?)');
  expect(plan).toContain('SEARCH m USING INDEX idx_dm_seq (seq=?)');
  expect(plan.filter((detail) => /^SCAN (?:m|sender)\b/.test(detail))).toEqual([]);
});

test('reasons of deletions are read for the newest deleted messages alone', () => {
  const plan = planOf(database, reasonsStatement);
  expect(plan).toContainEqual(expect.stringMatching(/^SCAN hit VIRTUAL TABLE INDEX 192:M\d/));
  expect(plan).toContain('SEARCH m USING INTEGER PRIMARY KEY (rowid=?)');
});
