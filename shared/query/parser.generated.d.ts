import type { SyntaxNode } from './syntax-tree.ts';

interface ParserOptions {
  /** What the values of a filter may be; null if the word is no filter. */
  readonly valuesOf: (key: string) => 'spans' | 'words' | null;
}

/** Never fails on any text; a very deeply nested one overflows the stack. */
export function parse(text: string, options: ParserOptions): SyntaxNode;
