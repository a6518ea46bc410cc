import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { completionAt } from '../../shared/query/completion.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { FilterValue, Query } from '../../shared/query/query.ts';
import { generatedQuery } from '../messages/generated-query.ts';
import { queryText } from './generated-query-text.ts';

/** The caret is written `^`; the answer marks what would be replaced with brackets. */
function complete(marked: string): string {
  const position = marked.indexOf('^');
  const text = marked.replace('^', '');
  const completion = completionAt(text, position, messageLanguage);
  const [start, end] = completion.range;
  const replaced = `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
  const quoted = completion.kind === 'value' && completion.isQuoted ? ' quoted' : '';
  const kind = completion.kind === 'value' ? `${completion.key}${quoted}` : completion.kind;
  return `${kind} “${completion.typed}” ${replaced}`;
}

test.each([
  ['^', 'key “” []'],
  ['boss ^', 'key “” boss []'],
  ['fr^', 'key “fr” [fr]'],
  ['boss -f^', 'key “f” boss -[f]'],
  ['NOT (f^ OR x', 'key “f” NOT ([f] OR x'],
  ['auth^', 'key “auth” [auth]'],
  ['fr^om:anna', 'key “fr” [from:]anna'],
  ['fro^:anna', 'key “fro” [fro:]anna'],
  ['wipe^', 'text “wipe” [wipe]'],
  ['wi^pe', 'key “wi” [wipe]'],
  ['from:^', 'from “” from:[]'],
  ['from:an^na boss', 'from “an” from:[anna] boss'],
  ['from:anna,be^', 'from “be” from:anna,[be]'],
  ['from:anna,^', 'from “” from:anna,[]'],
  ['from:an^,ben', 'from “an” from:[an],ben'],
  ['-from:an^', 'from “an” -from:[an]'],
  ['(FROM:an^)', 'from “an” (FROM:[an])'],
  ['from:"An^na B" x', 'from quoted “An” from:["Anna B"] x'],
  ['from:"Anna B"^', 'from quoted “Anna B” from:["Anna B"]'],
  ['from:"An^ boss pull', 'from quoted “An” from:["An] boss pull'],
  ['from:“An^na”', 'from quoted “An” from:[“Anna”]'],
  [String.raw`from:"say \"h^i\""`, String.raw`from quoted “say "h” from:["say \"hi\""]`],
  ['from:"a",b^', 'from “b” from:"a",[b]'],
  ['date:2025-01..2^', 'date “2” date:2025-01..[2]'],
  ['date:20^25..2026', 'date “20” date:[2025]..2026'],
  ['date:..^', 'date “” date:..[]'],
  ['date:>=20^', 'date “20” date:>=[20]'],
  ['date:"2025-11-22 20:15".."20^', 'date quoted “20” date:"2025-11-22 20:15"..["20]'],
  ['len:>1^', 'len “1” len:>[1]'],
  ['sort:o^', 'sort “o” sort:[o]'],
  ['from:/a b^c/ x', 'text “/a b” from:[/a bc/] x'],
  ['/from:a^ b/i x', 'text “/from:a” [/from:a b/i] x'],
  ['"from:a^ b" x', 'text “from:a” ["from:a b"] x'],
  ['*"bo^ss"*', 'text “bo” *["boss"]*'],
  ['https://ex^ample.org', 'text “https://ex” [https://example.org]'],
  ['^from:anna', 'key “” []from:anna'],
  ['from:anna ^ boss', 'key “” from:anna [] boss'],
  ['a|f^', 'key “f” a|[f]'],
])('at %s', (marked, expected) => {
  expect(complete(marked)).toBe(expected);
});

test('any caret in any text stands in what would be replaced', () => {
  fc.assert(
    fc.property(queryText, fc.nat(200), (text, position) => {
      const caret = Math.min(position, text.length);
      const { range } = completionAt(text, position, messageLanguage);
      expect(range[0]).toBeLessThanOrEqual(caret);
      expect(range[1]).toBeGreaterThanOrEqual(caret);
      expect(range[1]).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 5000 },
  );
});

test('the caret at the end of a value is in just that value', () => {
  fc.assert(
    fc.property(generatedQuery, (text) => {
      for (const { key, value } of listWords(parseQuery(text, messageLanguage).query)) {
        expect(completionAt(text, value.range[1], messageLanguage)).toMatchObject({
          kind: 'value',
          key,
          range: value.range,
        });
      }
    }),
    { numRuns: 1000 },
  );
});

function* listWords(query: Query): Generator<{ readonly key: string; readonly value: FilterValue }> {
  if (query.kind === 'not') yield* listWords(query.item);
  else if (query.kind === 'and' || query.kind === 'or') for (const item of query.items) yield* listWords(item);
  else if (query.kind === 'filter') {
    for (const value of query.values) if (value.kind === 'word') yield { key: query.key, value };
  }
}
