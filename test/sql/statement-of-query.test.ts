import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/library/open-database.ts';
import { registerMatchesFunction } from '../../electron/sql/matches-function.ts';
import { runStatement } from '../../electron/sql/run-statement.ts';
import { statementOfQuery } from '../../electron/sql/statement-of-query.ts';
import { generatedQuery } from '../messages/generated-query.ts';
import { createRichLibrary, generateRichLibrary } from '../messages/rich-library.ts';
import { contextOf, searchAll } from '../messages/search-library.ts';

let database: Database;

beforeAll(() => {
  database = createRichLibrary(generateRichLibrary(900));
  registerMatchesFunction(database);
});
afterAll(() => database.close());

function statementOf(query: string, timeZone = 'UTC'): string {
  return statementOfQuery(contextOf(database), { query, timeZone, defaultOrder: 'new' }).statement;
}

function idsOf(statement: string): unknown[] {
  const { rows } = runStatement(database, { statement, showsPersonalData: false, maxRows: 10_000 });
  return rows.map((row) => row.at(-1));
}

describe('the SQL of a search', () => {
  it('finds what the search finds, in its order, whatever the search', () => {
    fc.assert(
      fc.property(generatedQuery, (query) => {
        expect(idsOf(statementOf(query))).toEqual(searchAll(contextOf(database), query));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    'after:2024-03 -(from:anna OR on:2024-05)',
    '-wipe',
    '-(*e* boss)',
    '/bo+s/i',
    '-/bo+s/',
    '"it\'s"',
    'x"y',
    'time:20:00..23:00',
    '*--* OR *;*',
    'from:"x\\"y"',
    'a\nDROP',
    'boss OR wipe sort:best',
    '-boss sort:best',
    'boss sort:old',
    'reason:/./',
    'has:mention,link bosshp:<50',
  ])('finds what the search finds: %s', (query) => {
    expect(idsOf(statementOf(query))).toEqual(searchAll(contextOf(database), query));
  });

  it('reads the dates of the search in its zone, and says so', () => {
    const statement = statementOf('on:2024-05-03', 'Asia/Tokyo');
    expect(statement).toContain("(unixepoch('2024-05-02 15:00:00') << 20) /* 2024-05-03 00:00:00 Asia/Tokyo */");
    expect(idsOf(statement)).toEqual(idsOf(statementOf('after:"2024-05-02 15:00" before:"2024-05-03 15:00"')));
  });

  it('names what its tokens stand for', () => {
    expect(statementOf('from:ben in:off-topic')).toMatch(
      /^-- \w+ is the author Ben$[^]*^-- \w+ is the channel off-topic$/m,
    );
  });

  it('stays one comment and one statement whatever was typed', () => {
    for (const query of ['a\n; DROP TABLE messages', '*/ x', '-- \u2028x', "';--", 'a\0b']) {
      const statement = statementOf(query);
      expect(() => idsOf(statement)).not.toThrow();
    }
  });
});
