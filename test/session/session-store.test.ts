import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SessionStore, type StoredSession } from '../../electron/session/session-store.ts';
import type { SessionState } from '../../shared/session/types.ts';
import { temporaryFolder } from '../library/library-files.ts';

const state: SessionState = {
  view: 'messages',
  query: 'from:anna wipe',
  position: { topId: 'm1', topOffset: -12.5, activeId: 'm2', openId: null },
};
const stored: StoredSession = { state, topPlace: 1_763_842_503 * 2 ** 20 };
const other: StoredSession = { state: { ...state, query: 'loot', position: null }, topPlace: null };

interface Opened {
  readonly store: SessionStore;
  readonly warnings: readonly string[];
}

function openStore(folder: string): Opened {
  const warnings: string[] = [];
  const silent = (): void => undefined;
  const log = { info: silent, error: silent, warn: (message: string) => void warnings.push(message) };
  return { store: new SessionStore(folder, log), warnings };
}

describe('the session of last time', () => {
  it('is there again in the next run, for each library its own', () => {
    const folder = temporaryFolder();
    const first = openStore(folder).store;
    first.save('/one', stored);
    first.save('/two', other);
    const next = openStore(folder);
    expect(next.store.find('/one')).toMatchObject(stored);
    expect(next.store.find('/two')).toMatchObject(other);
    expect(next.store.find('/three')).toBeNull();
    expect(next.warnings).toEqual([]);
  });

  it.each([
    ['cut short', '[{"libraryPath":"/one","state":{"view":"mess'],
    ['of another shape', '{"view":"messages"}'],
    ['not text at all', '\u0000\u0001\u0002'],
  ])('is left alone with a line in the log when its file is %s', (_, content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sessions.json'), content);
    const { store, warnings } = openStore(folder);
    expect(store.find('/one')).toBeNull();
    expect(warnings).toEqual(['Where the person was last time could not be read']);
    store.save('/one', stored);
    expect(openStore(folder).store.find('/one')).toMatchObject(stored);
  });

  it('is kept for this run where the disk refuses it, with a line in the log', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sessions.json'));
    const { store, warnings } = openStore(folder);
    store.save('/one', stored);
    expect(store.find('/one')).toMatchObject(stored);
    expect(warnings).toContain('Where the person is could not be written down');
  });

  it('is remembered for the twenty libraries used last', () => {
    const folder = temporaryFolder();
    const { store } = openStore(folder);
    for (let index = 0; index < 25; index++) store.save(`/${index}`, stored);
    expect(JSON.parse(readFileSync(join(folder, 'sessions.json'), 'utf8'))).toHaveLength(20);
    expect(store.find('/4')).toBeNull();
    expect(store.find('/24')).toMatchObject(stored);
  });
});
