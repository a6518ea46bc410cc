import { afterAll, describe, expect, test } from 'vitest';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { definitionOf, keyNamesOf } from '../../shared/query/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { Suggestion, SuggestionList } from '../../shared/query/types.ts';
import { raidLanguage } from '../../shared/raids/language.ts';
import { saveSearch } from '../../electron/searches/saved-searches.ts';
import { rebuildSummaries } from '../../electron/library/summaries.ts';
import { suggestRaids } from '../../electron/raids/suggest-raids.ts';
import { contextOf, createSearchLibrary, type NamedRow } from '../messages/search-library.ts';

const servers: readonly NamedRow[] = [{ id: 'server-0', name: 'Frostfall', serverId: '' }];
const users = ['Lera', 'Anna', 'Ben Oak', 'Bela', 'me'].map((name, index): NamedRow => ({
  id: `user-${index}`,
  name,
  serverId: 'server-0',
}));

/** Three pulls of one boss late on a Saturday and after its midnight, one of another boss a week before. */
const raids = [
  ['raid-1', 'Sunken Keep', 'Hollow King', 'hard', 'victory', '2025-11-22 20:00:00'],
  ['raid-2', 'Sunken Keep', 'Hollow King', 'hard', 'wipe', '2025-11-22 23:50:00'],
  ['raid-3', 'Sunken Keep', 'Hollow King', 'mythic', 'wipe', '2025-11-23 01:10:00'],
  ['raid-4', 'Voidspire', 'Mother of Ash', 'normal', 'wipe', '2025-11-15 20:00:00'],
] as const;

const database = createSearchLibrary({ messages: [], users, servers, channels: [] }, (opened) => {
  const addRaid = opened.prepare(
    `INSERT INTO raids (id, name, boss_name, difficulty, status, start_time, server_id, leader_id)
     VALUES (?, ?, ?, ?, ?, ?, 'server-0', 'user-0')`,
  );
  const addPlayer = opened.prepare(
    'INSERT INTO raid_participants (raid_id, user_id, role, class, damage_dealt) VALUES (?, ?, ?, ?, 100)',
  );
  for (const raid of raids) addRaid.run(...raid);
  for (const [id] of raids) addPlayer.run(id, 'user-0', 'tank', 'Warrior');
  for (const id of ['raid-1', 'raid-2']) addPlayer.run(id, 'user-1', 'dps', 'Mage');
  addPlayer.run('raid-1', 'user-2', 'healer', 'Holy Priest');
  addPlayer.run('raid-1', 'user-3', 'dps', 'Mage');
  opened.exec(`INSERT INTO guilds (id, name, server_id, leader_id) VALUES ('guild-0', 'Dawnwatch', 'server-0', 'user-0');
    INSERT INTO guild_members (guild_id, user_id) VALUES ('guild-0', 'user-0');
    INSERT INTO kept_tags (subject_kind, subject_id, tag_key, tag, tagged_at) VALUES
      ('raid', 'raid-1', 'best of', 'Best of', '2025-01-01 00:00:00'), ('message', 'm-1', 'loot', 'loot', '2025-01-01 00:00:00')`);
});
rebuildSummaries(database);
const context = contextOf(database);
afterAll(() => {
  database.close();
});

/** Asks with the caret at `|`, or at the end. */
function ask(marked: string, limit = 12, timeZone = 'UTC'): SuggestionList {
  const position = marked.includes('|') ? marked.indexOf('|') : marked.length;
  return suggestRaids(context, { query: marked.replace('|', ''), position, timeZone, limit });
}

/** The whole text after each suggestion is taken. */
function outcomes(marked: string, limit = 12): readonly string[] {
  const query = marked.replace('|', '');
  const { range, suggestions } = ask(marked, limit);
  return suggestions.map(({ text }) => query.slice(0, range[0]) + text + query.slice(range[1]));
}

const told = ({ suggestions }: SuggestionList): readonly string[] =>
  suggestions.map(({ label, count }: Suggestion) => (count === null ? label : `${label} ${count}`));

describe('keys', () => {
  test('an empty box offers every key of raids with its help', () => {
    const { suggestions } = ask('', 50);
    expect(suggestions.map(({ label }) => label)).toEqual(keyNamesOf(raidLanguage).map((key) => `${key}:`));
    expect(suggestions[0]?.detail).toBe(definitionOf(raidLanguage, 'boss').help);
  });

  test.each([
    ['du', ['duration:', 'during:']],
    ['mod', ['difficulty:']],
    ['sor', []],
  ])('%s may become %j', (typed, expected) => {
    expect(outcomes(typed).filter((text) => text.endsWith(':'))).toEqual(expected);
  });

  test('no search of messages is offered, be it saved or of before', () => {
    saveSearch(context, { name: 'Hollow', query: 'hollow king', replaces: false, at: '2025-01-01 00:00:00' });
    expect(ask('hol').suggestions.every(({ kind }) => kind === 'value')).toBe(true);
  });
});

describe('values come with the pulls that have them', () => {
  test.each([
    ['boss:', ['Hollow King 3', 'Mother of Ash 1', 'any']],
    ['boss:ash', ['Mother of Ash 1']],
    ['name:', ['Sunken Keep 3', 'Voidspire 1']],
    ['class:', ['Warrior 4', 'Mage 2', 'Holy Priest 1']],
    ['leader:', ['Lera 4', 'me']],
    ['with:', ['Lera 4', 'Anna 2', 'Bela 1', 'Ben Oak 1', 'me']],
    ['without:@be', ['Bela 1', 'Ben Oak 1']],
    ['server:', ['Frostfall 4']],
    ['guild:', ['Dawnwatch 2', 'any', 'none']],
    ['tag:', ['Best of 1', 'any', 'none']],
    ['result:', ['kill', 'wipe', 'live', 'preparing']],
    ['role:h', ['healer']],
    ['hp:', ['<5', '<20', '>80']],
    ['duration:', ['<90s', '>6m', '>10m', '4m..6m']],
  ])('%s', (typed, expected) => {
    expect(told(ask(typed))).toEqual(expected);
  });

  test('nights are those of raids: what began after midnight belongs to the day before', () => {
    expect(told(ask('night:2025-11-'))).toEqual(['2025-11-22', '2025-11-15']);
    expect(told(ask('on:2025-11-'))).toEqual(['2025-11-23', '2025-11-22', '2025-11-15']);
    expect(told(ask('on:2025-11-2', 12, 'America/New_York'))).toEqual(['2025-11-22']);
  });

  test('a plain word may be a boss or a player', () => {
    expect(outcomes('hol')).toEqual(['boss:"Hollow King" ']);
    expect(outcomes('be')).toEqual(['before:', 'date:', 'with:Bela ', 'with:"Ben Oak" ']);
  });

  test('a value goes on behind what stands there', () => {
    expect(outcomes('with:Lera,an| result:kill')).toEqual(['with:Lera,Anna result:kill']);
    expect(outcomes('night:>=2025-11-22')).toEqual(['night:>=2025-11-22 ']);
  });
});

test('whatever is suggested makes sense', () => {
  for (const key of keyNamesOf(raidLanguage)) {
    for (const text of outcomes(`${key}:`, 50))
      expect([text, parseQuery(text, raidLanguage).problems]).toEqual([text, []]);
  }
});

test('a zone that is none is refused', () => {
  expect(() => ask('night:', 12, 'Middle/Earth')).toThrow(RaidscopeError);
});
