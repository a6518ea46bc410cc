import type { SyntaxNode } from './syntax-tree.ts';

/** Never fails on any text; a very deeply nested one overflows the stack. */
export function parse(text: string, options: { readonly isKey: (word: string) => boolean }): SyntaxNode;
