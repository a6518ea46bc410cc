import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryProblems } from '../../renderer/query/carried-problems.ts';
import type { QueryProblem } from '../../shared/query/types.ts';

function problemAt(start: number, end: number): QueryProblem {
  return { code: 'unknown_name', message: 'Nobody has this name.', range: [start, end], repair: 'x' };
}

describe('a problem of the text before', () => {
  it('stays where it is while somebody types behind it', () => {
    const [carried] = carryProblems([problemAt(5, 8)], 'from:xyz pul', 'from:xyz pull');
    expect(carried).toMatchObject({ range: [5, 8], repair: null });
  });

  it('moves along when somebody types before it', () => {
    expect(carryProblems([problemAt(8, 11)], 'pu from:xyz', 'pull from:xyz')[0]?.range).toEqual([10, 13]);
  });

  it('is forgotten when its own text changes', () => {
    expect(carryProblems([problemAt(5, 8)], 'from:xyz', 'from:xyza')).toEqual([]);
  });

  it('always stands at the same letters as before', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(12), fc.nat(12), (before, after, one, other) => {
        const start = Math.min(one, other, before.length);
        const end = Math.min(Math.max(one, other), before.length);
        for (const { range } of carryProblems([problemAt(start, end)], before, after)) {
          expect(after.slice(...range)).toBe(before.slice(start, end));
        }
      }),
    );
  });
});
