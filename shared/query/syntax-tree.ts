import type { TextRange } from './types.ts';
import type { CompareOperator } from './query.ts';

/** What the grammar makes of a text, mistakes included; only build-query.ts reads it. */
export type SyntaxNode =
  | { readonly kind: 'and'; readonly items: readonly SyntaxNode[] }
  | {
      readonly kind: 'or';
      readonly first: SyntaxNode;
      readonly rest: readonly { readonly operator: SyntaxOperator; readonly next: SyntaxNode }[];
    }
  | {
      readonly kind: 'not';
      readonly operator: SyntaxOperator;
      readonly item: SyntaxNode | null;
      readonly range: TextRange;
    }
  | { readonly kind: 'group'; readonly item: SyntaxNode; readonly isClosed: boolean; readonly range: TextRange }
  | SyntaxText
  | SyntaxRegex
  | SyntaxFilter
  | SyntaxOperator;

/** An operator between two items (AND), or one that stands where nothing belongs to it. */
export interface SyntaxOperator {
  readonly kind: 'operator';
  readonly name: 'AND' | 'OR' | 'NOT' | '-' | ')';
  readonly range: TextRange;
}

export interface SyntaxText {
  readonly kind: 'text';
  /** A bare word still with its stars; a quoted text without quotes and escapes. */
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isClosed: boolean;
  /** Stars before and after the quotes. */
  readonly before: boolean;
  readonly after: boolean;
  readonly range: TextRange;
}

export interface SyntaxFilter {
  readonly kind: 'filter';
  readonly key: string;
  readonly values: readonly SyntaxValue[];
  readonly range: TextRange;
}

export type SyntaxValue = SyntaxScalar | SyntaxRegex | SyntaxRange | SyntaxComparison;

export interface SyntaxScalar {
  readonly kind: 'word';
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isClosed: boolean;
  readonly range: TextRange;
}

export interface SyntaxRange {
  readonly kind: 'range';
  readonly low: SyntaxScalar | null;
  readonly high: SyntaxScalar | null;
  readonly range: TextRange;
}

export interface SyntaxComparison {
  readonly kind: 'compare';
  readonly operator: CompareOperator;
  readonly scalar: SyntaxScalar | null;
  readonly range: TextRange;
}

/** Closed, but its pattern may be none. */
export interface SyntaxRegex {
  readonly kind: 'regex';
  /** `\/` is written `/` here. */
  readonly pattern: string;
  readonly ignoresCase: boolean;
  readonly range: TextRange;
}
