import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHighlighter } from '../../shared/messages/query/highlight.ts';
import { parseQuery } from '../../shared/messages/query/parse-query.ts';
import { generatedQuery } from './generated-query.ts';
import { chatText } from './generated-text.ts';

const highlight = (query: string, content: string): string[] =>
  createHighlighter(parseQuery(query).query)(content).map(([start, end]) => content.slice(start, end));

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
])('%s in “%s”', (query, content, expected) => {
  expect(highlight(query, content)).toEqual(expected);
});

test('ranges are in order, apart from one another and inside the text', () => {
  fc.assert(
    fc.property(generatedQuery, chatText, (query, content) => {
      let last = -1;
      for (const [start, end] of createHighlighter(parseQuery(query).query)(content)) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(content.length);
        last = end;
      }
    }),
    { numRuns: 2000 },
  );
});
