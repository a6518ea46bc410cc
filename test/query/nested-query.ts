import * as fc from 'fast-check';

/** Queries of such words and filters, negated, in brackets and joined by blanks and OR, in any nesting. */
export function nestedQuery(leaf: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const { query } = fc.letrec<{ query: string; part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 3 },
      { weight: 4, arbitrary: leaf },
      { weight: 1, arbitrary: leaf.map((part) => `-${part}`) },
      { weight: 1, arbitrary: tie('query').map((part) => `(${part})`) },
      { weight: 1, arbitrary: tie('query').map((part) => `-(${part})`) },
    ),
    query: fc
      .array(fc.tuple(tie('part'), fc.constantFrom(' ', ' ', ' OR ')), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([part, join], index) => part + (index === parts.length - 1 ? '' : join)).join('')),
  }));
  return query;
}
