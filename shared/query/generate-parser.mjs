import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import peggy from 'peggy';

// Run `node shared/query/generate-parser.mjs` after a change of query.peggy; a test compares the two.

const grammarPath = fileURLToPath(new URL('query.peggy', import.meta.url));
const parserPath = fileURLToPath(new URL('parser.generated.js', import.meta.url));

/** The parser's source text; plain ES module without imports. */
export function generateParser() {
  return peggy.generate(readFileSync(grammarPath, 'utf8'), {
    output: 'source',
    format: 'es',
    grammarSource: 'query.peggy',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(parserPath, generateParser());
