import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { spaceOut } from '../../shared/query/spacing.ts';
import { foldForSubstring, foldWithPositions, tokenize } from '../../shared/query/tokenizer.ts';
import { chatText } from '../messages/generated-text.ts';

let database: Database;

beforeAll(() => {
  database = openDatabase(':memory:');
  database.exec(`CREATE VIRTUAL TABLE words USING fts5(text, content = '',
      tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'");
    CREATE VIRTUAL TABLE tokens USING fts5vocab(words, instance);
    CREATE VIRTUAL TABLE trigrams USING fts5(text, content = '', tokenize = 'trigram remove_diacritics 1')`);
});

afterAll(() => {
  database.close();
});

test('words are those of the index', () => {
  fc.assert(
    fc.property(chatText, (text) => {
      database.exec(`INSERT INTO words (words) VALUES ('delete-all')`);
      database.prepare('INSERT INTO words (rowid, text) VALUES (1, ?)').run(spaceOut(text));
      const indexed = database.prepare('SELECT term FROM tokens ORDER BY offset').pluck().all();
      expect(tokenize(text).map((token) => token.text)).toEqual(indexed);
    }),
    { numRuns: 1000 },
  );
});

test('a folded text holds a folded part exactly when the trigrams do', () => {
  fc.assert(
    fc.property(chatText, chatText, fc.nat(), fc.nat(8), fc.boolean(), (text, other, from, length, isInside) => {
      const source = [...(isInside ? text : other)];
      const start = from % (source.length + 1);
      const part = source.slice(start, start + length).join('');
      fc.pre([...foldForSubstring(part)].length >= 3);
      database.exec(`INSERT INTO trigrams (trigrams) VALUES ('delete-all')`);
      database.prepare('INSERT INTO trigrams (rowid, text) VALUES (1, ?)').run(spaceOut(text));
      const phrase = `"${spaceOut(part).replaceAll('"', '""')}"`;
      const isFound = database.prepare('SELECT 1 FROM trigrams WHERE trigrams MATCH ?').get(phrase) !== undefined;
      expect(foldForSubstring(text).includes(foldForSubstring(part))).toBe(isFound);
    }),
    { numRuns: 1000 },
  );
});

test('folding with positions is the same folding', () => {
  fc.assert(
    fc.property(chatText, (text) => {
      const { folded, positions } = foldWithPositions(text);
      expect(folded).toBe(foldForSubstring(text));
      expect(positions).toHaveLength(folded.length + 1);
      expect(positions.at(-1)).toBe(text.length);
    }),
  );
});

test('positions lead back to the word as written', () => {
  const text = 'Der Kämpfer 今日 e\u0301lan!';
  expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Der',
    'Kämpfer',
    '今',
    '日',
    'e\u0301lan',
  ]);
});
