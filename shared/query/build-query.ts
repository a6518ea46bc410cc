import type { QueryProblem, TextRange } from './types.ts';
import { closingOf } from './closing.ts';
import { findKey, isDirective, type DirectiveKey, type QueryLanguage } from './language.ts';
import * as problem from './problems.ts';
import { everything, type FilterValue, type Query, type SortOrder } from './query.ts';
import { join, negate, withValues } from './query-algebra.ts';
import { invalidRegex, isFault, readFilterValue } from './read-value.ts';
import { findRegexSlip } from './regex.ts';
import { isEmpty, isOperand, rangeOf, scalarsOf } from './syntax-walk.ts';
import type { SyntaxFilter, SyntaxNode, SyntaxRegex, SyntaxText, SyntaxValue } from './syntax-tree.ts';

/** Where the list of hits is to open: a message's id or a time. */
export interface NearDirective {
  readonly text: string;
  readonly range: TextRange;
}

/**
 * One of the things that a search asks for at its top, as it stands in the text: they all have to hold. An OR outside of
 * brackets is one part as a whole, in pieces where a directive stands inside of it.
 */
export type QueryPart<Key extends string = string> =
  | { readonly kind: 'query'; readonly query: Query<Key>; readonly ranges: readonly TextRange[] }
  | { readonly kind: DirectiveKey; readonly ranges: readonly TextRange[] };

/** Turns the grammar's tree into a query, leaves out what makes no sense, and says so. */
export class QueryBuilder<Key extends string> {
  readonly problems: QueryProblem[] = [];
  /** In the order of the text. */
  readonly parts: QueryPart<Key>[] = [];
  sort: SortOrder | null = null;
  near: NearDirective | null = null;
  readonly #text: string;
  readonly #language: QueryLanguage<Key>;
  /** What closes every quote and bracket that is still open at the end of the text. */
  readonly #closing: string;
  /** How many brackets and negations stand around what is being built. */
  #depth = 0;

  constructor(text: string, tree: SyntaxNode, language: QueryLanguage<Key>) {
    this.#text = text;
    this.#language = language;
    this.#closing = closingOf(text, tree);
  }

  buildAll(tree: SyntaxNode): Query<Key> {
    const parts = tree.kind === 'and' ? tree.items : [tree];
    return join(
      'and',
      parts.map((part) => this.#buildPart(part)),
      this.#language,
    );
  }

  #buildPart(node: SyntaxNode): Query<Key> {
    if (node.kind === 'or' && node.rest.length === 0) return this.#buildPart(node.first);
    if (node.kind === 'and') return this.#and(node.items, (item) => this.#buildPart(item));
    const directivesBefore = this.parts.length;
    const query = this.build(node);
    const range = rangeOf(node);
    if (query.kind === 'everything' || range === null) return query;
    const inside = this.parts.slice(directivesBefore).flatMap(({ ranges }) => ranges);
    this.parts.splice(directivesBefore, 0, { kind: 'query', query, ranges: piecesAround(this.#text, range, inside) });
    return query;
  }

  build(node: SyntaxNode): Query<Key> {
    switch (node.kind) {
      case 'and':
        return this.#and(node.items);
      case 'or':
        return this.#or(node);
      case 'not':
        return this.#not(node);
      case 'group':
        return this.#group(node);
      case 'text':
        return this.#textQuery(node);
      case 'regex':
        return this.#regex(node);
      case 'filter':
        return this.#filter(node);
      case 'operator':
        return this.#stray(node);
    }
  }

  #and(items: readonly SyntaxNode[], build = (item: SyntaxNode) => this.build(item)): Query<Key> {
    const queries: Query<Key>[] = [];
    items.forEach((item, index) => {
      const isJoining =
        item.kind === 'operator' && item.name === 'AND' && isOperand(items[index - 1]) && isOperand(items[index + 1]);
      if (!isJoining) queries.push(build(item));
    });
    return join('and', queries, this.#language);
  }

  #or({ first, rest }: Extract<SyntaxNode, { kind: 'or' }>): Query<Key> {
    const sides = [first, ...rest.map(({ next }) => next)];
    rest.forEach(({ operator }, index) => {
      const isDangling = isEmpty(sides[index]) || isEmpty(sides[index + 1]);
      if (isDangling) this.#stray(operator);
    });
    return join(
      'or',
      sides.map((side) => this.build(side)),
      this.#language,
    );
  }

  #not(node: Extract<SyntaxNode, { kind: 'not' }>): Query<Key> {
    if (node.item === null) return this.#stray(node.operator);
    return negate(this.#buildInside(node.item));
  }

  #group(node: Extract<SyntaxNode, { kind: 'group' }>): Query<Key> {
    if (!node.isClosed) {
      const at: TextRange = [node.range[0], node.range[0] + 1];
      this.problems.push(problem.unclosedBracket(at, this.#text.trimEnd() + this.#closing));
    } else if (isEmpty(node.item)) {
      this.problems.push(problem.nothingInside(this.#text, node.range));
    }
    return this.#buildInside(node.item);
  }

  #buildInside(node: SyntaxNode): Query<Key> {
    this.#depth++;
    const query = this.build(node);
    this.#depth--;
    return query;
  }

  #stray({ name, range }: Extract<SyntaxNode, { kind: 'operator' }>): Query<Key> {
    this.problems.push(problem.strayOperator(this.#text, name, range));
    return everything;
  }

  #textQuery(node: SyntaxText): Query<Key> {
    const { range } = node;
    const stars = node.isQuoted ? node : withoutStars(node.text);
    if (!node.isClosed) this.problems.push(problem.unclosedQuote(range, this.#text.trimEnd() + this.#closing));
    if (stars.text.trim() === '') {
      if (node.isClosed) this.problems.push(problem.nothingInside(this.#text, range));
      return everything;
    }
    if (!node.isQuoted) {
      this.#checkKey(node);
      this.#checkRegex(node);
    }
    const match = stars.before ? 'inside' : stars.after ? 'prefix' : 'whole';
    return { kind: 'text', text: stars.text, match, range };
  }

  /** `foo:bar` and `hp:<20` look like filters but are none. `https://`, `12:30`, `:)` and `love:<3` do not. */
  #checkKey({ text, range }: SyntaxText): void {
    const word = /^([A-Za-z][A-Za-z_-]+):(?!\/\/|<3$)(?=[\p{L}\p{N}]|[<>]=?\d|\.\.\d|\p{Emoji_Presentation}|$)/u.exec(
      text,
    )?.[1];
    if (word === undefined) return;
    const isFollowed = text.length > word.length + 1 || this.#text[range[1]] === '"';
    if (isFollowed) this.problems.push(problem.unknownKey(this.#text, word, range, this.#language));
  }

  #checkRegex({ text, range }: SyntaxText): void {
    const slip = text.startsWith('/') ? findRegexSlip(this.#text.slice(range[0])) : null;
    if (slip === null) return;
    const repair = this.#text.slice(0, range[0]) + slip.repaired + this.#text.slice(range[0] + slip.length);
    this.problems.push(problem.notQuiteRegex(slip.message, range, repair));
  }

  #regex(node: SyntaxRegex): Query<Key> {
    const { pattern, ignoresCase, range } = node;
    const fault = invalidRegex(node);
    if (fault === null) return { kind: 'regex', pattern, ignoresCase, range };
    this.problems.push(problem.invalidRegex(this.#text, fault));
    return everything;
  }

  #filter(node: SyntaxFilter): Query<Key> {
    const key = findKey(this.#language, node.key);
    if (key === null) throw new TypeError(`The grammar took ${node.key} for a filter`);
    const values = node.values.filter((value) => value.kind !== 'word' || value.text.trim() !== '' || !value.isClosed);
    if (values.length === 0) return this.#filterWithoutValue(key, node);
    if (isDirective(key)) return this.#directive(key, node, values);
    const kept = values
      .map((value) => this.#filterValue(key, value, values.length === 1 ? node.range : value.range))
      .filter((value) => value !== null);
    return kept.length === 0 ? everything : withValues({ kind: 'filter', key, values: [], range: node.range }, kept);
  }

  /** `note: bring flasks` is text; a value at the end may still be typed. */
  #filterWithoutValue(key: Key | DirectiveKey, { range, values }: SyntaxFilter): Query<Key> {
    const blanks = /^\s+(?=[^\s)|&])/.exec(this.#text.slice(range[1]))?.[0];
    if (values.length > 0 || blanks === undefined || this.#text[range[1] - 1] !== ':') {
      this.problems.push(problem.emptyFilter(this.#text, key, range));
      return everything;
    }
    this.problems.push(problem.gapAfterKey(this.#text, key, range, blanks.length));
    return { kind: 'text', text: this.#text.slice(...range), match: 'whole', range };
  }

  #filterValue(key: Key | DirectiveKey, value: SyntaxValue, filterRange: TextRange): FilterValue | null {
    this.#checkQuotes(value);
    const read = readFilterValue(this.#language, key, value, this.#text);
    if (read === null || !isFault(read)) return read;
    this.problems.push(problem.badValue(this.#text, read, filterRange));
    return null;
  }

  #checkQuotes(value: SyntaxValue): void {
    for (const { isClosed, range } of scalarsOf(value)) {
      if (!isClosed) this.problems.push(problem.unclosedQuote(range, this.#text.trimEnd() + this.#closing));
    }
  }

  /** Says how hits are shown; means nothing inside of brackets and negations. */
  #directive(key: DirectiveKey, { range }: SyntaxFilter, values: readonly SyntaxValue[]): Query<Key> {
    const [value] = values;
    values.forEach((each) => this.#checkQuotes(each));
    if (this.#depth > 0) {
      this.problems.push(problem.directiveInside(this.#text, key, range));
    } else if (value?.kind !== 'word' || values.length > 1) {
      this.problems.push(problem.oneValue(this.#text, key, range));
    } else if (this[key] !== null) {
      this.problems.push(problem.repeatedDirective(this.#text, key, range));
    } else if (key === 'near') {
      const text = value.text.trim();
      if (text === '') return everything;
      this.near = { text, range };
      this.parts.push({ kind: 'near', ranges: [range] });
    } else {
      const read = readFilterValue(this.#language, key, value, this.#text);
      if (read !== null && isFault(read)) this.problems.push(problem.badValue(this.#text, read, range));
      else if (read?.kind === 'word') {
        this.sort = sortOrders.find((order) => order === read.text) ?? null;
        this.parts.push({ kind: 'sort', ranges: [range] });
      }
    }
    return everything;
  }
}

/** What of a range is left around others, without blanks at the ends. */
function piecesAround(text: string, [start, end]: TextRange, others: readonly TextRange[]): readonly TextRange[] {
  const starts = [start, ...others.map((other) => other[1])];
  const ends = [...others.map((other) => other[0]), end];
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? end;
    const piece = text.slice(from, to);
    const blanks = piece.length - piece.trimStart().length;
    return piece.trim() === '' ? [] : [[from + blanks, from + blanks + piece.trim().length] as const];
  });
}

const sortOrders: readonly SortOrder[] = ['new', 'old', 'best'];

function withoutStars(word: string): { readonly text: string; readonly before: boolean; readonly after: boolean } {
  const text = word.replace(/^\*+/, '').replace(/\*+$/, '');
  // Stars alone are what is searched for.
  if (text === '') return { text: word, before: false, after: false };
  return { text, before: word.startsWith('*'), after: word.endsWith('*') };
}
