import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { printQuery } from '../../shared/query/print-query.ts';
import { queryText } from './generated-query-text.ts';
import { chatText } from '../messages/generated-text.ts';
import { shape } from './query-shape.ts';

describe('any text', () => {
  test('is read, and its canonical text means the same without a problem', () => {
    fc.assert(
      fc.property(fc.oneof(queryText, chatText, fc.string({ unit: 'binary' })), (text) => {
        const parsed = parseQuery(text, messageLanguage);
        const printed = printQuery(parsed, messageLanguage);
        const again = parseQuery(printed, messageLanguage);
        expect(shape(again.query)).toEqual(shape(parsed.query));
        expect([again.sort, again.near?.text]).toEqual([parsed.sort, parsed.near?.text]);
        expect(again.problems).toEqual([]);
        expect(printQuery(again, messageLanguage)).toBe(printed);
      }),
      { numRuns: 10_000 },
    );
  });

  test('gets problems that point into it, and repairs that leave fewer of them', () => {
    fc.assert(
      fc.property(fc.oneof(queryText, chatText), (text) => {
        const { problems } = parseQuery(text, messageLanguage);
        for (const { range, repair } of problems) {
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[1]).toBeGreaterThanOrEqual(range[0]);
          expect(range[1]).toBeLessThanOrEqual(text.length);
          if (repair !== null)
            expect(parseQuery(repair, messageLanguage).problems.length).toBeLessThan(problems.length);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('of the greatest length is read at once', () => {
    for (const piece of [
      '(',
      '"',
      ')',
      '(a OR ',
      'NOT ',
      '-(',
      '|',
      '*',
      ':',
      'a:',
      'from:a,',
      '\\',
      'x ',
      '"a" ',
      '((',
      '-',
    ]) {
      const started = performance.now();
      parseQuery(piece.repeat(4000 / piece.length), messageLanguage);
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
