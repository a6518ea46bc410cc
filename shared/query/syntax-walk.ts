import type { TextRange } from './types.ts';
import type { SyntaxNode, SyntaxScalar, SyntaxValue } from './syntax-tree.ts';

/** True if nothing is searched for here. */
export function isEmpty(node: SyntaxNode | undefined): boolean {
  return node === undefined || ((node.kind === 'and' || node.kind === 'or') && operands(node).length === 0);
}

export function operands(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'and') return node.items.filter((item) => !isEmpty(item));
  if (node.kind === 'or') return [node.first, ...node.rest.map(({ next }) => next)].filter((item) => !isEmpty(item));
  return [node];
}

export function isOperand(node: SyntaxNode | undefined): boolean {
  return node !== undefined && node.kind !== 'operator';
}

/** The typed values in a value: two where it is a range. */
export function scalarsOf(value: SyntaxValue): readonly SyntaxScalar[] {
  switch (value.kind) {
    case 'word':
      return [value];
    case 'range':
      return [value.low, value.high].filter((scalar) => scalar !== null);
    case 'compare':
      return value.scalar === null ? [] : [value.scalar];
    case 'regex':
      return [];
  }
}

/** Where a node stands, without blanks around it; null if nothing stands there. */
export function rangeOf(node: SyntaxNode): TextRange | null {
  if (node.kind !== 'and' && node.kind !== 'or') return node.range;
  const parts = node.kind === 'and' ? node.items : partsOfOr(node);
  const ranges = parts.map(rangeOf).filter((range) => range !== null);
  const [first, last] = [ranges[0], ranges.at(-1)];
  return first === undefined || last === undefined ? null : [first[0], last[1]];
}

/** The sides of an OR and its operators, as they stand in the text. */
function partsOfOr({ first, rest }: Extract<SyntaxNode, { kind: 'or' }>): readonly SyntaxNode[] {
  return [first, ...rest.flatMap(({ operator, next }) => [operator, next])];
}
