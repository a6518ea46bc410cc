import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { createHighlighter } from '../../shared/query/highlight.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { FilterValue } from '../../shared/query/query.ts';
import { generatedQuery } from '../messages/generated-query.ts';
import { chatText } from '../messages/generated-text.ts';

const highlight = (query: string, content: string): string[] =>
  createHighlighter(parseQuery(query, messageLanguage).query)(content).map(([start, end]) => content.slice(start, end));

test.each<[string, string, string[]]>([
  ['boss', 'Boss, the BOSS and bosses', ['Boss', 'BOSS']],
  ['boss*', 'the bosses', ['bosses']],
  ['*oss*', 'the bosses cross', ['oss', 'oss']],
  ['elan', 'mit Élan', ['Élan']],
  ['élan', 'e\u0301lan? elan', ['e\u0301lan', 'elan']],
  ['"battle res"', 'a battle, res', ['battle, res']],
  ['off-topic', 'in #off topic', ['off topic']],
  ['今日', '昨日、今日は今日', ['今日', '今日']],
  ['*日は*', '今日は', ['日は']],
  ['👍', 'ok👍🏽', ['👍']],
  [':)', 'gg :) :)', [':)', ':)']],
  ['-boss wipe', 'boss wipe', ['wipe']],
  ['-(-boss)', 'boss', ['boss']],
  ['boss OR pull', 'boss pull', ['boss', 'pull']],
  ['boss bos* "the boss"', 'the boss', ['the boss']],
  ['from:boss', 'boss', []],
  ['mentions:Ann', 'hi @anna, @ben and ann', ['@anna']],
  ['mentions:"ann"', 'hi @anna, @Ann!', ['@Ann']],
  ['mentions:@今', '@今日は', ['@今日は']],
  ['mentions:"two words"', 'ask @Two Words.', ['@Two Words']],
  ['-mentions:ann', '@ann', []],
  ['/bos+/', 'boss', []],
])('%s in “%s”', (query, content, expected) => {
  expect(highlight(query, content)).toEqual(expected);
});

test('a regular expression is marked where the hook finds it', () => {
  const { query } = parseQuery('/bo/ -/ss/ pull', messageLanguage);
  const found: string[] = [];
  const mark = createHighlighter(query, {
    findRegex: ({ pattern }) => {
      found.push(pattern);
      return [
        [5, 7],
        [0, 2],
      ];
    },
  });
  expect(mark('boss boss pull')).toEqual([
    [0, 2],
    [5, 7],
    [10, 14],
  ]);
  expect(found).toEqual(['bo']);
});

test('names that the library knows are marked as a whole', () => {
  const { query } = parseQuery('mentions:me,ann', messageLanguage);
  const namesOf = ({ kind }: FilterValue): string[] => (kind === 'me' ? ['Zo'] : ['Anna B']);
  const content = '@zo @Anna B @anna @zoe';
  const marked = createHighlighter(query, { namesOf })(content).map((range) => content.slice(...range));
  expect(marked).toEqual(['@zo', '@Anna B']);
});

test('a letter that stands everywhere in a long message is not marked without end', () => {
  expect(createHighlighter(parseQuery('*a*', messageLanguage).query)('ab'.repeat(100_000)).length).toBe(1000);
});

test('ranges are in order, apart from one another and inside the text', () => {
  fc.assert(
    fc.property(generatedQuery, chatText, (query, content) => {
      let last = -1;
      for (const [start, end] of createHighlighter(parseQuery(query, messageLanguage).query)(content)) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(content.length);
        last = end;
      }
    }),
    { numRuns: 2000 },
  );
});
