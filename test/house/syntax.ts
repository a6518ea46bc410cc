import { parseSync } from 'vite';
import type { SourceFile } from './source-files.ts';

/** Every module that a file names, whichever way: imports, re-exports, types, `import()`, `require()`. */
export function importedModules(file: SourceFile): string[] {
  const found: string[] = [];
  visit(parse(file), (node) => {
    const isRequire = node['type'] === 'CallExpression' && nameOf(node['callee']) === 'require';
    const source = isRequire && Array.isArray(node['arguments']) ? node['arguments'][0] : node['source'];
    if (isNode(source) && typeof source['value'] === 'string') found.push(source['value']);
  });
  return found;
}

export function hasDefaultExport(file: SourceFile): boolean {
  let found = false;
  visit(parse(file), (node) => {
    found ||= node['type'] === 'ExportDefaultDeclaration';
    found ||= node['type'] === 'ExportSpecifier' && nameOf(node['exported']) === 'default';
  });
  return found;
}

/** The file's text with blanks in place of its comments, so that a word in a comment is not taken for its use. */
export function textWithoutComments(file: SourceFile): string {
  const { comments } = parseSync(file.path, file.text);
  let text = file.text;
  for (const { start, end } of comments) {
    text = text.slice(0, start) + text.slice(start, end).replaceAll(/\S/gu, ' ') + text.slice(end);
  }
  return text;
}

type SyntaxNode = Record<string, unknown>;

function parse(file: SourceFile): unknown {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path} cannot be parsed: ${errors[0]?.message}`);
  return program;
}

function visit(value: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
    return;
  }
  if (!isNode(value)) return;
  see(value);
  for (const child of Object.values(value)) visit(child, see);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}

function nameOf(value: unknown): unknown {
  return isNode(value) ? value['name'] : undefined;
}
