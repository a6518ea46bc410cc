import { operands, scalarsOf } from './syntax-walk.ts';
import type { SyntaxNode, SyntaxScalar } from './syntax-tree.ts';

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
