import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRegex } from '../../shared/query/regex.ts';
import { foldForSubstring } from '../../shared/query/tokenizer.ts';
import { requiredLiteral, requiresDigit } from '../../electron/messages/required-literal.ts';

test.each([
  ['boss', 'boss'],
  ['BOSS', 'boss'],
  [String.raw`\d+ boss kills`, 'kills'],
  ['bos?s', null],
  ['abcd?', 'abc'],
  ['abc+d', 'abc'],
  ['abc{0,2}d', null],
  ['abc{2}def', 'abc'],
  ['boss|wipe', null],
  ['(boss|wipe) kill', 'kill'],
  ['(?!boss)kill', 'kill'],
  ['(boss)?', null],
  ['[boss]+kill', 'kill'],
  [String.raw`[\]boss]kill`, 'kill'],
  [String.raw`\bboss\b`, 'boss'],
  [String.raw`\x41bcd`, 'bcd'],
  [String.raw`\u0041bcd`, 'bcd'],
  [String.raw`\p{Lu}oss`, 'oss'],
  [String.raw`(a)\1bcd`, 'bcd'],
  ['ab', null],
  ['', null],
])('what /%s/ needs is %s', (pattern, literal) => {
  expect(requiredLiteral(pattern)).toBe(literal);
});

test.each([
  [String.raw`pulls? \d+`, true],
  [String.raw`at \d{1,2}:[0-9]{2}`, true],
  ['phase 2', true],
  [String.raw`\d*kills`, false],
  [String.raw`\d{0,2}`, false],
  [String.raw`\d|boss`, false],
  [String.raw`(?!\d)boss`, false],
  [String.raw`(\d)?boss`, false],
  [String.raw`[\da-f]boss`, false],
  [String.raw`[^\d]boss`, false],
  [String.raw`\Dboss`, false],
  [String.raw`\\d`, false],
  [String.raw`(a)\1`, false],
  [String.raw`\u0041`, false],
  ['a{2}', false],
])('that /%s/ needs a digit is %s', (pattern, isNeeded) => {
  expect(requiresDigit(pattern)).toBe(isNeeded);
});

test('whatever a pattern matches has its literal', () => {
  const atom = fc.constantFrom(
    'a',
    'B',
    'k',
    's',
    'abc',
    '1',
    '.',
    String.raw`\d`,
    '[ab]',
    '(ab)',
    '(?:b|c)',
    ' ',
    '^',
    '$',
  );
  const pattern = fc
    .array(fc.tuple(atom, fc.constantFrom('', '', '', '?', '*', '+', '{0,1}', '{2}', '|')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.flat().join(''));
  const text = fc
    .array(fc.constantFrom('a', 'A', 'b', 'B', 'c', 'k', '\u212a', 's', '\u017f', '1', ' ', 'abc', 'bb'), {
      maxLength: 14,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(pattern, text, fc.boolean(), (typed, content, ignoresCase) => {
      const regex = compileRegex(typed, ignoresCase);
      const literal = requiredLiteral(typed);
      if (regex === null || literal === null || !regex.test(content)) return;
      expect(foldForSubstring(content)).toContain(literal);
    }),
    { numRuns: 20_000 },
  );
});
