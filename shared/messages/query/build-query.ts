import type { QueryProblem, TextRange } from '../types.ts';
import { readDateValue } from './dates.ts';
import { findKey, queryKeys, type QueryKey } from './keys.ts';
import * as problem from './problems.ts';
import { everything, type FilterValue, type Query } from './query.ts';
import { join, negate } from './query-algebra.ts';
import type { SyntaxFilter, SyntaxNode, SyntaxText, SyntaxValue } from './syntax-tree.ts';

/** Turns the grammar's tree into a query, leaves out what makes no sense, and says so. */
export class QueryBuilder {
  readonly problems: QueryProblem[] = [];
  readonly #text: string;
  /** What closes every quote and bracket that is still open at the end of the text. */
  readonly #closing: string;

  constructor(text: string, tree: SyntaxNode) {
    this.#text = text;
    this.#closing = closingOf(text, tree);
  }

  build(node: SyntaxNode): Query {
    switch (node.kind) {
      case 'and':
        return this.#and(node.items);
      case 'or':
        return this.#or(node);
      case 'not': {
        if (node.item === null) return this.#stray(node.operator);
        const item = this.build(node.item);
        return item.kind === 'everything' ? everything : negate(item);
      }
      case 'group':
        return this.#group(node);
      case 'text':
        return this.#textQuery(node);
      case 'filter':
        return this.#filter(node);
      case 'operator':
        return this.#stray(node);
    }
  }

  #and(items: readonly SyntaxNode[]): Query {
    const queries: Query[] = [];
    items.forEach((item, index) => {
      const isJoining =
        item.kind === 'operator' && item.name === 'AND' && isOperand(items[index - 1]) && isOperand(items[index + 1]);
      if (!isJoining) queries.push(this.build(item));
    });
    return join('and', queries);
  }

  #or({ first, rest }: Extract<SyntaxNode, { kind: 'or' }>): Query {
    const sides = [first, ...rest.map(({ next }) => next)];
    rest.forEach(({ operator }, index) => {
      const isDangling = isEmpty(sides[index]) || isEmpty(sides[index + 1]);
      if (isDangling) this.#stray(operator);
    });
    return join(
      'or',
      sides.map((side) => this.build(side)),
    );
  }

  #group(node: Extract<SyntaxNode, { kind: 'group' }>): Query {
    if (!node.isClosed) {
      const at: TextRange = [node.range[0], node.range[0] + 1];
      this.problems.push(problem.unclosedBracket(at, this.#text.trimEnd() + this.#closing));
    } else if (isEmpty(node.item)) {
      this.problems.push(problem.nothingInside(this.#text, node.range));
    }
    return this.build(node.item);
  }

  #stray({ name, range }: Extract<SyntaxNode, { kind: 'operator' }>): Query {
    this.problems.push(problem.strayOperator(this.#text, name, range));
    return everything;
  }

  #textQuery(node: SyntaxText): Query {
    const { range } = node;
    const stars = node.isQuoted ? node : withoutStars(node.text);
    if (!node.isClosed) this.problems.push(problem.unclosedQuote(range, this.#text.trimEnd() + this.#closing));
    if (stars.text.trim() === '') {
      if (node.isClosed) this.problems.push(problem.nothingInside(this.#text, range));
      return everything;
    }
    if (!node.isQuoted) this.#checkKey(node);
    const match = stars.before ? 'inside' : stars.after ? 'prefix' : 'whole';
    return { kind: 'text', text: stars.text, match, range };
  }

  /** `foo:bar` looks like a filter but is none. `https://`, `12:30` and `:)` do not. */
  #checkKey({ text, range }: SyntaxText): void {
    const word = /^-?([A-Za-z][A-Za-z_-]+):(?!\/\/)(?=[\p{L}\p{N}]|$)/u.exec(text)?.[1];
    if (word === undefined) return;
    const isFollowed = text.length > word.length + 1 || this.#text[range[1]] === '"';
    if (isFollowed) this.problems.push(problem.unknownKey(this.#text, word, range));
  }

  #filter(node: SyntaxFilter): Query {
    const key = findKey(node.key);
    if (key === null) throw new TypeError(`The grammar took ${node.key} for a filter`);
    const values = node.values.filter(({ text, isClosed }) => text.trim() !== '' || !isClosed);
    if (values.length === 0) {
      this.problems.push(problem.emptyFilter(this.#text, key, node.range));
      return everything;
    }
    const sound = values.map((value) => this.#filterValue(key, value, values.length === 1 ? node.range : value.range));
    const kept = sound.filter((value) => value !== null);
    return kept.length === 0 ? everything : { kind: 'filter', key, values: kept, range: node.range };
  }

  #filterValue(key: QueryKey, value: SyntaxValue, filterRange: TextRange): FilterValue | null {
    const { text, isQuoted, isClosed, range } = value;
    if (!isClosed) this.problems.push(problem.unclosedQuote(range, this.#text.trimEnd() + this.#closing));
    const trimmed = text.trim();
    if (trimmed === '') return null;
    const { takes, choices } = queryKeys[key];
    if (takes === 'name') return { text: trimmed, isQuoted, range };
    const word = trimmed.toLowerCase();
    const isSound = takes === 'date' ? readDateValue(word) !== null : choices?.includes(word);
    if (isSound === true) return { text: word, isQuoted: /\s/.test(word), range };
    this.problems.push(problem.badValue(this.#text, key, trimmed, range, filterRange));
    return null;
  }
}

function isEmpty(node: SyntaxNode | undefined): boolean {
  return node === undefined || ((node.kind === 'and' || node.kind === 'or') && operands(node).length === 0);
}

function operands(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'and') return node.items.filter((item) => !isEmpty(item));
  if (node.kind === 'or') return [node.first, ...node.rest.map(({ next }) => next)].filter((item) => !isEmpty(item));
  return [node];
}

function isOperand(node: SyntaxNode | undefined): boolean {
  return node !== undefined && node.kind !== 'operator';
}

function withoutStars(word: string): { readonly text: string; readonly before: boolean; readonly after: boolean } {
  const text = word.replace(/^\*+/, '').replace(/\*+$/, '');
  // Stars alone are what is searched for.
  if (text === '') return { text: word, before: false, after: false };
  return { text, before: word.startsWith('*'), after: word.endsWith('*') };
}

/** Only the last quote can be open, and with it every bracket around it. */
function closingOf(text: string, tree: SyntaxNode): string {
  let quote = '';
  let brackets = '';
  const look = (node: SyntaxNode | SyntaxValue): void => {
    if ('isClosed' in node && !node.isClosed) {
      if ('kind' in node && node.kind === 'group') brackets += ')';
      else quote = closeQuote(text.trimEnd(), node.range[0]);
    }
    if (!('kind' in node)) return;
    if (node.kind === 'filter') node.values.forEach(look);
    else if (node.kind === 'group' || node.kind === 'not') {
      if (node.item !== null) look(node.item);
    } else if (node.kind === 'and' || node.kind === 'or') operands(node).forEach(look);
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
