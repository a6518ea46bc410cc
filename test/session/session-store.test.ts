import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SessionStore } from '../../electron/session/session-store.ts';
import type { SessionState } from '../../shared/session/types.ts';
import { temporaryFolder } from '../library/library-files.ts';

const state: SessionState = {
  view: 'messages',
  query: 'from:anna wipe',
  topMessage: { id: 'm1', createdAt: '2025-11-22 20:15:03' },
};

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
    first.save('/one', state);
    first.save('/two', { ...state, query: 'loot', topMessage: null });
    const next = openStore(folder);
    expect(next.store.find('/one')).toEqual(state);
    expect(next.store.find('/two')).toEqual({ ...state, query: 'loot', topMessage: null });
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
    store.save('/one', state);
    expect(openStore(folder).store.find('/one')).toEqual(state);
  });

  it('is kept for this run where the disk refuses it, with a line in the log', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sessions.json'));
    const { store, warnings } = openStore(folder);
    store.save('/one', state);
    expect(store.find('/one')).toEqual(state);
    expect(warnings).toContain('Where the person is could not be written down');
  });

  it('is remembered for the twenty libraries used last', () => {
    const folder = temporaryFolder();
    const { store } = openStore(folder);
    for (let index = 0; index < 25; index++) store.save(`/${index}`, state);
    expect(JSON.parse(readFileSync(join(folder, 'sessions.json'), 'utf8'))).toHaveLength(20);
    expect(store.find('/4')).toBeNull();
    expect(store.find('/24')).toEqual(state);
  });
});
