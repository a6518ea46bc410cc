import type { QueryProblem, TextRange } from '../../shared/query/types.ts';

/**
 * Problems of a text that still hold for the one it was changed to, as long as nobody has answered that one: those in
 * the parts before and behind the change, moved along with them. Their repairs were made for the text before.
 */
export function carryProblems(
  problems: readonly QueryProblem[],
  before: string,
  after: string,
): readonly QueryProblem[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const shift = after.length - before.length;
  const carried: QueryProblem[] = [];
  for (const problem of problems) {
    const range = carryRange(problem.range, head, before.length - tail, shift);
    if (range !== null) carried.push({ ...problem, range, repair: null });
  }
  return carried;
}

/** A range that ends right where the change begins may be what was changed: its word may go on there. */
function carryRange([start, end]: TextRange, changeStart: number, changeEnd: number, shift: number): TextRange | null {
  if (end < changeStart) return [start, end];
  return start > changeEnd ? [start + shift, end + shift] : null;
}
