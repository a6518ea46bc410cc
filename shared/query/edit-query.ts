import type { TextRange } from './types.ts';
import type { QueryChip } from './chips.ts';
import type { QueryLanguage } from './language.ts';
import { parseQuery } from './parse-query.ts';
import { printTree } from './print-query.ts';
import { negate } from './query-algebra.ts';

/** Changes to a search text by its chips; `chip` is one of this very text. Each answers with the whole new text. */

/** The text without a chip and without the operators that would then join nothing. */
export function removeChip(text: string, { ranges }: Pick<QueryChip, 'ranges'>): string {
  return ranges.toReversed().reduce(withoutPart, text).trim();
}

/** The text with something else in place of a chip; nothing but blanks removes it. */
export function replaceChip(text: string, chip: Pick<QueryChip, 'ranges'>, replacement: string): string {
  const [first, ...others] = chip.ranges;
  if (first === undefined || replacement.trim() === '') return removeChip(text, chip);
  const rest = others.toReversed().reduce(withoutPart, text);
  return (rest.slice(0, first[0]) + replacement.trim() + rest.slice(first[1])).trim();
}

/** Finds everything but what the chip asks for, or the other way round. */
export function toggleChip(text: string, chip: QueryChip, language: QueryLanguage): string {
  if (chip.kind === 'sort' || chip.kind === 'near') return text;
  const pieces = chip.ranges.map(([start, end]) => text.slice(start, end).trim());
  if (chip.key === null || pieces.length === 1) return replaceChip(text, chip, toggled(pieces.join(' '), language));
  const [first = '', ...others] = pieces;
  // `from:a x from:b`: neither the one nor the other.
  const kept = chip.ranges.slice(1).reduceRight((rest, [start, end], index) => {
    return rest.slice(0, start) + toggled(others[index] ?? '', language) + rest.slice(end);
  }, text);
  return replaceChip(kept, { ranges: chip.ranges.slice(0, 1) }, toggled(first, language));
}

/** One part of a text, negated or not any more, in the shortest way that means just that. */
function toggled(part: string, language: QueryLanguage): string {
  const inner = /^(?:-|NOT\s+)(.+)$/s.exec(part)?.[1];
  const candidates = [
    ...(inner === undefined ? [] : [inner]),
    `-${part}`,
    `-(${part})`,
    `NOT ${part}`,
    `NOT (${part})`,
  ];
  const wanted = printTree(negate(parseQuery(part, language).query), language);
  const print = (text: string): string => printTree(parseQuery(text, language).query, language);
  return candidates.find((candidate) => print(candidate) === wanted) ?? part;
}

const operatorBefore = /(?:(?<=^|[\s()"“”|])(?:AND|OR|&+)|(?<![:;=]['^o-]?\|*)\|+)\s*$/;
const operatorAfter = /^\s*(?:(?:AND|OR|&+)(?=$|[\s()"“”|])|\|+)/;

/** Takes a part out, and one of the operators beside it where it had one on either side (or an end of the text). */
function withoutPart(text: string, [start, end]: TextRange): string {
  let before = text.slice(0, start);
  let after = text.slice(end);
  const left = operatorBefore.exec(before)?.[0];
  const right = operatorAfter.exec(after)?.[0];
  const isBetween = (left !== undefined || before.trim() === '') && (right !== undefined || after.trim() === '');
  if (isBetween && right !== undefined && (left === undefined || /AND|&/.test(right)))
    after = after.slice(right.length);
  else if (isBetween && left !== undefined) before = before.slice(0, -left.length);
  const blank = before.trim() === '' || after.trim() === '' ? '' : ' ';
  return before.trimEnd() + blank + after.trimStart();
}
