import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tokenizerTableText } from './tokenizer-table-text.ts';

const path = join(import.meta.dirname, '../../shared/query/tokenizer-table.generated.ts');

test('the table of word characters is what the tokenizer itself says', () => {
  const text = tokenizerTableText();
  if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8') === text).toBe(true);
});
