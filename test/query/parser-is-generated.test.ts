import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateParser } from '../../shared/query/generate-parser.mjs';

test('the parser is what the grammar says', () => {
  const path = join(import.meta.dirname, '../../shared/query/parser.generated.js');
  expect(readFileSync(path, 'utf8') === generateParser()).toBe(true);
});
