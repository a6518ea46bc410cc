import type { SyntaxNode, SyntaxScalar, SyntaxValue } from './syntax-tree.ts';

/** True if nothing is searched for here. */
export function isEmpty(node: SyntaxNode | undefined): boolean {
  return node === undefined || ((node.kind === 'and' || node.kind === 'or') && operands(node).length === 0);
}

function operands(node: SyntaxNode): readonly SyntaxNode[] {
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

/** What closes every quote and bracket that is open at the end of a text: the last quote and every bracket around it. */
export function closingOf(text: string, tree: SyntaxNode): string {
  let quote = '';
  let brackets = '';
  const lookAtQuote = ({ isClosed, range }: Pick<SyntaxScalar, 'isClosed' | 'range'>): void => {
    if (!isClosed) quote = closeQuote(text.trimEnd(), range[0]);
  };
  const look = (node: SyntaxNode): void => {
    switch (node.kind) {
      case 'text':
        return lookAtQuote(node);
      case 'filter':
        return node.values.flatMap(scalarsOf).forEach(lookAtQuote);
      case 'group':
        if (!node.isClosed) brackets += ')';
        return look(node.item);
      case 'not':
        return node.item === null ? undefined : look(node.item);
      case 'and':
      case 'or':
        return operands(node).forEach(look);
      case 'regex':
      case 'operator':
    }
  };
  look(tree);
  // A bracket right after a colon would make a smiley.
  const isSmiley = quote === '' && /[:;=]['^o-]?\)*$/.test(text.trimEnd());
  return quote + (isSmiley && brackets !== '' ? ' ' : '') + brackets;
}

function closeQuote(text: string, start: number): string {
  const opening = /["“”„]/.exec(text.slice(start))?.[0];
  if (opening !== '"') return '”';
  const isEscaping = /(?:^|[^\\])(?:\\\\)*\\$/.test(text);
  return isEscaping ? '\\"' : '"';
}
