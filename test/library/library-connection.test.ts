import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeWriter, openReader, openWriter } from '../../electron/library/library-connection.ts';
import { temporaryFolder } from './library-files.ts';

it('a library that is closed is one plain file', () => {
  const path = join(temporaryFolder(), 'plain.raidscope');
  closeWriter(openWriter(path));
  expect(existsSync(`${path}-wal`)).toBe(false);
});

it('a library that another program has open is closed all the same, and opens again', () => {
  const path = join(temporaryFolder(), 'shared.raidscope');
  const writer = openWriter(path);
  const other = openReader(path);
  expect(other.prepare('SELECT count(*) FROM users').pluck().get()).toBe(0);
  closeWriter(writer);
  expect(writer.open).toBe(false);
  other.close();
  closeWriter(openWriter(path));
  expect(existsSync(`${path}-wal`)).toBe(false);
});
