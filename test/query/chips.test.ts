import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { chipsOf, type QueryChip } from '../../shared/query/chips.ts';
import { removeChip, replaceChip, toggleChip } from '../../shared/query/edit-query.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { printQuery, printTree } from '../../shared/query/print-query.ts';
import { join, negate } from '../../shared/query/query-algebra.ts';
import { generatedQuery } from '../messages/generated-query.ts';
import { queryText } from './generated-query-text.ts';

const now = Date.UTC(2025, 10, 22, 12) / 1000;
const chips = (text: string): readonly QueryChip[] =>
  chipsOf(text, messageLanguage, { timeZone: 'Europe/Berlin', now });
const labels = (text: string): string[] =>
  chips(text).map(({ label, isNegated }) => (isNegated ? `not ${label}` : label));

test.each([
  ['', []],
  ['boss "battle res" wip* -*ipe*', ['boss', '“battle res”', 'wip*', 'not *ipe*']],
  ['from:anna,ben -in:raids', ['from: anna or ben', 'not in: raids']],
  ['from:anna boss from:ben', ['from: anna or ben', 'boss']],
  ['has:link has:emoji', ['has: link', 'has: emoji']],
  ['tank OR healer', ['tank OR healer']],
  ['(tank OR healer) -(a b)', ['tank OR healer', 'not a b']],
  ['tank OR healer sort:old', ['tank OR healer', 'sort: oldest first']],
  ['len:>200 bosshp:..20 date:2025-10..2025-11', ['len: > 200', 'bosshp: up to 20', 'date: 2025-10 – 2025-11']],
  ['near:m-1 from:me raid:none', ['near: m-1', 'from: me', 'raid: none']],
  [String.raw`/\d+k/i`, [String.raw`/\d+k/i`]],
  ['a OR', ['a']],
  ['from: type:nonsense ()', ['“from:”']],
])('%s is shown as chips', (text, expected) => {
  expect(labels(text)).toEqual(expected);
});

test.each([
  ['on:2025-11-22', '22 Nov 2025 00:00 – 23 Nov 2025 00:00 CET'],
  ['before:2025-11-22', 'before 22 Nov 2025 00:00 CET'],
  ['after:2025-07', '1 Jul 2025 00:00 CEST or later'],
  ['during:2025-10', '1 Oct 2025 00:00 CEST – 1 Nov 2025 00:00 CET'],
  ['-date:<=2025', 'before 1 Jan 2026 00:00 CET'],
  ['date:"2025-11-22 20:15:30"', '22 Nov 2025 20:15:30 – 22 Nov 2025 20:15:31 CET'],
  ['on:today on:yesterday', '22 Nov 2025 00:00 – 23 Nov 2025 00:00 CET or 21 Nov 2025 00:00 – 22 Nov 2025 00:00 CET'],
  ['date:none', null],
  ['from:anna', null],
])('the times of %s are shown', (text, expected) => {
  expect(chips(text).map(({ detail }) => detail)).toEqual([expected]);
});

const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');

describe('a chip', () => {
  const edit = (text: string, index: number, change: (text: string, chip: QueryChip) => string): string =>
    change(text, chips(text)[index]!);

  test.each([
    ['boss from:anna pull', 1, 'boss pull'],
    ['boss AND pull', 1, 'boss'],
    ['boss AND pull AND wipe', 1, 'boss AND wipe'],
    ['from:a boss from:b', 0, 'boss'],
    ['NOT boss & pull', 0, 'pull'],
    ['tank OR sort:old healer', 1, 'tank OR healer'],
    ['tank OR sort:old healer', 0, 'sort:old'],
    ['(a OR b) c', 0, 'c'],
    [':| boss', 1, ':|'],
  ])('of %s is removed (%i)', (text, index, expected) => {
    expect(edit(text, index, removeChip)).toBe(expected);
  });

  test.each([
    ['boss from:anna pull', 1, 'from:ben', 'boss from:ben pull'],
    ['from:a boss from:b', 0, 'from:c', 'from:c boss'],
    ['boss pull', 0, ' ', 'pull'],
  ])('of %s is replaced (%i)', (text, index, replacement, expected) => {
    expect(edit(text, index, (whole, chip) => replaceChip(whole, chip, replacement))).toBe(expected);
  });

  test.each([
    ['boss pull', 1, 'boss -pull'],
    ['boss -pull', 1, 'boss pull'],
    ['NOT "a b"', 0, '"a b"'],
    ['tank OR healer', 0, '-(tank OR healer)'],
    ['(tank) OR (healer)', 0, '-((tank) OR (healer))'],
    ['-(tank OR healer)', 0, '(tank OR healer)'],
    ['from:a x from:b', 0, '-from:a x -from:b'],
    [':) x', 0, 'NOT :) x'],
    ['/a b/ x', 0, '-/a b/ x'],
    ['(-a) x', 0, '-(-a) x'],
    ['x sort:old', 1, 'x sort:old'],
  ])('of %s is negated or not any more (%i)', (text, index, expected) => {
    expect(edit(text, index, (whole, chip) => toggleChip(whole, chip, messageLanguage))).toBe(expected);
  });

  test('stands where it says, and without any of them nothing is left', () => {
    fc.assert(
      fc.property(fc.oneof(generatedQuery, queryText), (text) => {
        let current = text;
        for (let left = chips(text); left.length > 0; left = chips(current)) {
          for (const { ranges, label } of left) {
            expect(label).not.toBe('');
            for (const [start, end] of ranges) expect(current.slice(start, end).trim()).not.toBe('');
          }
          const shorter = removeChip(current, left[0]!);
          expect(withoutBlanks(shorter).length).toBeLessThan(withoutBlanks(current).length);
          current = shorter;
        }
        expect(printQuery(parseQuery(current, messageLanguage), messageLanguage)).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('of a sound search can be removed without a change to the others', () => {
    fc.assert(
      fc.property(generatedQuery, fc.nat(), (text, seed) => {
        const canonical = printQuery(parseQuery(text, messageLanguage), messageLanguage);
        const before = chips(canonical);
        const index = before.length === 0 ? 0 : seed % before.length;
        const after = before.length === 0 ? '' : removeChip(canonical, before[index]!);
        expect(labels(after)).toEqual(labels(canonical).filter((_, other) => other !== index));
        expect(parseQuery(after, messageLanguage).problems).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a sound search can be negated or not any more', () => {
    fc.assert(
      fc.property(generatedQuery, fc.nat(), (text, seed) => {
        const canonical = printQuery(parseQuery(text, messageLanguage), messageLanguage);
        const all = chips(canonical);
        if (all.length === 0) return;
        const index = seed % all.length;
        const queries = parseQuery(canonical, messageLanguage).parts.flatMap((part) =>
          part.kind === 'query' ? [part.query] : [],
        );
        const wanted = queries.map((query, other) => (other === index ? negate(query) : query));
        const toggled = parseQuery(toggleChip(canonical, all[index]!, messageLanguage), messageLanguage);
        expect(printQuery(toggled, messageLanguage)).toBe(
          printTree(join('and', wanted, messageLanguage), messageLanguage),
        );
        expect(toggled.problems).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
