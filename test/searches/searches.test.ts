import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/library/open-database.ts';
import {
  listSavedSearches,
  moveSearch,
  removeSearch,
  renameSearch,
  saveSearch,
} from '../../electron/searches/saved-searches.ts';
import {
  clearSearchHistory,
  historyStatement,
  listSearchHistory,
  recordSearch,
} from '../../electron/searches/search-history.ts';
import type { SavedSearch } from '../../shared/searches/types.ts';
import { contextOf, createSearchLibrary, generateLibrary } from '../messages/search-library.ts';

let database: Database;
const at = '2026-11-01 10:00:00';
const namesOf = (searches: readonly SavedSearch[]): string[] => searches.map(({ name }) => name);
const save = (name: string, query = 'wipe', more = {}): readonly SavedSearch[] =>
  saveSearch(contextOf(database), { name, query, position: undefined, replaces: false, at, ...more });
const idOf = (name: string): number =>
  listSavedSearches(contextOf(database), null).find((search) => search.name === name)?.id ?? 0;

beforeAll(() => {
  database = createSearchLibrary(generateLibrary(10));
});
beforeEach(() => {
  database.exec('DELETE FROM saved_searches; DELETE FROM search_history;');
});
afterAll(() => {
  database.close();
});

describe('saved searches', () => {
  it('are listed in the order in which they were saved', () => {
    save('Wipes', 'type:raid wipe');
    expect(save('Ärger', 'from:anna "oh no"')).toEqual([
      { id: idOf('Wipes'), name: 'Wipes', query: 'type:raid wipe' },
      { id: idOf('Ärger'), name: 'Ärger', query: 'from:anna "oh no"' },
    ]);
  });

  it('have names that differ by more than case, also beyond ASCII', () => {
    save('Ärger');
    expect(() => save('ÄRGER', 'other')).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(listSavedSearches(contextOf(database), null)).toHaveLength(1);
  });

  it('are replaced when that is asked for, and keep their place', () => {
    save('Wipes', 'wipe');
    save('Loot');
    expect(save('WIPES', 'wiped', { replaces: true })).toMatchObject([
      { name: 'WIPES', query: 'wiped' },
      { name: 'Loot' },
    ]);
  });

  it('can be renamed, also to another case of the same name, but not to a name that is taken', () => {
    save('Wipes');
    save('Loot');
    const rename = (from: string, name: string): readonly SavedSearch[] =>
      renameSearch(contextOf(database), { id: idOf(from), name });
    expect(namesOf(rename('Wipes', 'wipes'))).toEqual(['wipes', 'Loot']);
    expect(() => rename('Loot', 'WIPES')).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(() => rename('gone', 'New')).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('can be moved to any place', () => {
    for (const name of ['A', 'B', 'C']) save(name);
    const move = (name: string, position: number): string[] =>
      namesOf(moveSearch(contextOf(database), { id: idOf(name), position }));
    expect(move('C', 0)).toEqual(['C', 'A', 'B']);
    expect(move('C', 1)).toEqual(['A', 'C', 'B']);
    expect(move('A', 99)).toEqual(['C', 'B', 'A']);
    expect(() => move('gone', 0)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('come back to their place when a removal is undone', () => {
    for (const name of ['A', 'B', 'C']) save(name);
    expect(namesOf(removeSearch(contextOf(database), { id: idOf('B') }))).toEqual(['A', 'C']);
    expect(namesOf(save('B', 'wipe', { position: 1 }))).toEqual(['A', 'B', 'C']);
    expect(() => removeSearch(contextOf(database), { id: 999 })).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });
});

describe('the history of searches', () => {
  const record = (query: string, time: string): null => recordSearch(contextOf(database), { query, at: time });

  it('has each search once, newest first, and counts how often it was used', () => {
    record('wipe', '2026-11-01 10:00:00.000');
    record('loot', '2026-11-01 10:00:01.000');
    record('wipe', '2026-11-01 10:00:02.000');
    expect(listSearchHistory(contextOf(database), { limit: 10 })).toEqual([
      { query: 'wipe', lastUsedAt: '2026-11-01 10:00:02.000', useCount: 2 },
      { query: 'loot', lastUsedAt: '2026-11-01 10:00:01.000', useCount: 1 },
    ]);
  });

  it('counts a search that is settled on several times in a row once', () => {
    record('wipe', '2026-11-01 10:00:00.000');
    record('wipe', '2026-11-01 10:00:05.000');
    expect(listSearchHistory(contextOf(database), { limit: 10 })).toEqual([
      { query: 'wipe', lastUsedAt: '2026-11-01 10:00:05.000', useCount: 1 },
    ]);
  });

  it('keeps the newest 500', () => {
    for (let index = 0; index < 520; index++) {
      record(`search ${index}`, new Date(Date.UTC(2026, 0, 1) + index).toISOString());
    }
    const kept = listSearchHistory(contextOf(database), { limit: 1000 });
    expect(kept).toHaveLength(500);
    expect(kept.at(0)?.query).toBe('search 519');
    expect(kept.at(-1)?.query).toBe('search 20');
  });

  it('forgets one search, or all', () => {
    for (const query of ['a', 'b', 'c']) record(query, at);
    clearSearchHistory(contextOf(database), { query: 'b' });
    expect(listSearchHistory(contextOf(database), { limit: 10 }).map(({ query }) => query)).toEqual(['a', 'c']);
    clearSearchHistory(contextOf(database), {});
    expect(listSearchHistory(contextOf(database), { limit: 10 })).toEqual([]);
  });

  it('comes in the order of its index', () => {
    const statement = historyStatement(50);
    const plan = database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement.text}`)
      .all(...statement.parameters)
      .map(({ detail }) => detail);
    expect(plan).toEqual(['SCAN search_history USING INDEX idx_search_history_last_used_at']);
  });
});
