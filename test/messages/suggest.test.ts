import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { renewDerivedContents } from '../../electron/library/derived-contents.ts';
import { rebuildSummaries } from '../../electron/library/summaries.ts';
import { suggest } from '../../electron/messages/suggest.ts';
import { warmSuggestions } from '../../electron/messages/suggest-values.ts';
import { recordSearch } from '../../electron/searches/search-history.ts';
import { saveSearch } from '../../electron/searches/saved-searches.ts';
import { keyNamesOf } from '../../shared/query/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { Suggestion, SuggestionList } from '../../shared/query/types.ts';
import { countMessages } from '../../electron/messages/search-messages.ts';
import { contextOf, createSearchLibrary, generateLibrary } from './search-library.ts';

const library = generateLibrary(3000);
const database = createSearchLibrary(library);
const context = contextOf(database);

beforeAll(() => {
  const [server] = library.servers;
  const [leader] = library.users;
  const addRaid = database.prepare(
    `INSERT INTO raids (id, name, boss_name, difficulty, server_id, leader_id, start_time) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  addRaid.run('raid-1', 'Alliance: Sunken Keep', 'Hollow King', 'hard', server?.id, leader?.id, '2025-03-01 20:00:00');
  addRaid.run(
    'raid-2',
    'Alliance: Sunken Keep',
    'Hollow King',
    'mythic',
    server?.id,
    leader?.id,
    '2025-03-08 22:30:00',
  );
  addRaid.run('raid-3', 'Voidspire', 'Mother of Ash', 'normal', server?.id, leader?.id, '2025-02-01 20:00:00');
  const addReaction = database.prepare(
    'INSERT INTO message_reactions (message_id, user_id, reaction) VALUES (?, ?, ?)',
  );
  for (const index of [1, 2, 3]) addReaction.run(`m-${index}`, leader?.id, '👍');
  addReaction.run('m-1', leader?.id, '❤️');
  rebuildSummaries(database);
  database.exec(`INSERT INTO kept_tags (subject_kind, subject_id, tag_key, tag, tagged_at)
    VALUES ('message', 'm-1', 'best of', 'Best of', '2025-01-01 00:00:00')`);
});

afterAll(() => {
  database.close();
});

/** Asks with the caret at `|`, or at the end. */
function ask(marked: string, limit = 12): SuggestionList {
  const position = marked.includes('|') ? marked.indexOf('|') : marked.length;
  return suggest(context, { query: marked.replace('|', ''), position, timeZone: 'UTC', limit });
}

/** The whole text after each suggestion is taken. */
function outcomes(marked: string, limit = 12): readonly string[] {
  const query = marked.replace('|', '');
  const { range, suggestions } = ask(marked, limit);
  return suggestions.map(({ text }) => query.slice(0, range[0]) + text + query.slice(range[1]));
}

const labels = (suggestions: readonly Suggestion[]): readonly string[] => suggestions.map(({ label }) => label);

describe('keys', () => {
  test('an empty box offers every key with its help', () => {
    const { suggestions } = ask('', 50);
    expect(labels(suggestions)).toEqual(keyNamesOf(messageLanguage).map((key) => `${key}:`));
    expect(suggestions.every(({ detail }) => (detail ?? '').length > 5)).toBe(true);
  });

  test('a beginning offers the keys that begin so, then those that others call so', () => {
    expect(outcomes('boss fro')).toContain('boss from:');
    expect(outcomes('autho')).toContain('from:');
    expect(outcomes('-se|')).toContain('-server:');
  });

  test('a caret within a key replaces the key and keeps its values', () => {
    expect(outcomes('fr|om:anna')).toContain('from:anna');
  });
});

describe('names', () => {
  test('come by the beginning of any of their words, without regard to case and accents', () => {
    expect(labels(ask('from:AN').suggestions)).toEqual(expect.arrayContaining(['Anna', 'anna', 'Annabel', 'Änna']));
    expect(labels(ask('from:word').suggestions)).toContain('Two Words');
    expect(labels(ask('in:hand').suggestions)).toContain('Händler');
  });

  test('come with the whole name first, then by their messages', () => {
    const { suggestions } = ask('from:zo');
    expect(labels(suggestions).slice(0, 2)).toEqual(['Zo', 'Zoë']);
    const counts = ask('from:').suggestions.flatMap(({ count }) => count ?? []);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  });

  test('that several players bear go into the query as ids, others as they are, in quotes where they need them', () => {
    expect(outcomes('from:two')).toContain('from:"Two Words" ');
    expect(outcomes('from:ben').every((text) => text.includes('00000000-') || text.includes('id '))).toBe(true);
    expect(outcomes('from:me:')).toContain('from:"me:you" ');
  });

  test('find just the messages that they are counted with', () => {
    for (const key of ['from', 'in', 'server']) {
      const { suggestions } = ask(`${key}:`, 50);
      for (const { text, count } of suggestions.filter((suggestion) => suggestion.count !== null)) {
        const query = `${key}:${text}`;
        expect([query, countMessages(context, { query, timeZone: 'UTC', maxSeconds: 60 }).total]).toEqual([
          query,
          count,
        ]);
      }
    }
  });

  test('take the place of a value within a list, a negation, a bracket or quotes', () => {
    expect(outcomes('from:ben,annab')).toContain('from:ben,Annabel ');
    expect(outcomes('-from:annab')).toContain('-from:Annabel ');
    expect(outcomes('(from:annab| OR x)')).toContain('(from:Annabel OR x)');
    expect(outcomes('from:"two w|"')).toContain('from:"Two Words" ');
    expect(outcomes('from:"annab')).toContain('from:Annabel ');
  });

  test('are offered for a plain word too, as the filter they would be', () => {
    expect(outcomes('wipe annab')).toContain('wipe from:Annabel ');
    expect(outcomes('off-t')).toContain('in:off-topic ');
  });
});

describe('values', () => {
  test.each([
    ['raid:voids', 'raid:"Voidspire" '],
    ['raid:hollow', 'raid:raid-2 '],
    ['boss:ki', 'boss:"Hollow King" '],
    ['reaction:', 'reaction:👍 '],
    ['tag:best', 'tag:"Best of" '],
    ['type:r', 'type:raid '],
    ['is:st', 'is:starred '],
    ['difficulty:m', 'difficulty:mythic '],
    ['has:l', 'has:link '],
    ['weekday:tu', 'weekday:tue '],
    ['weekday:week', 'weekday:sat..sun '],
    ['time:20', 'time:20:00.. '],
    ['during:last', 'during:last-week '],
    ['during:2025-1', 'during:2025-12 '],
    ['date:2025-10..2025-1', 'date:2025-10..2025-12 '],
    ['date:>2025-1', 'date:>2025-12 '],
    ['lang:eng', 'lang:en '],
    ['lang:jap', 'lang:ja '],
    ['sort:o', 'sort:old '],
    ['from:m', 'from:me '],
    ['len:', 'len:>200 '],
  ])('%s can become %s', (marked, expected) => {
    expect(outcomes(marked, 50)).toContain(expected);
  });

  test('reactions are counted by the messages that have them', () => {
    expect(
      ask('reaction:')
        .suggestions.map(({ label, count }) => [label, count])
        .slice(0, 2),
    ).toEqual([
      ['👍', 3],
      ['❤️', 1],
    ]);
  });

  test('single raids come newest first, at local time', () => {
    const { suggestions } = suggest(context, {
      query: 'raid:hollow',
      position: 11,
      timeZone: 'Europe/Berlin',
      limit: 9,
    });
    expect(suggestions.map(({ detail }) => detail)).toEqual([
      'Alliance: Sunken Keep, mythic, 2025-03-08 23:30',
      'Alliance: Sunken Keep, hard, 2025-03-01 21:00',
    ]);
  });

  test('every value that is offered is one that the language reads without a problem', () => {
    for (const key of keyNamesOf(messageLanguage)) {
      for (const text of outcomes(`${key}:`, 50))
        expect([text, parseQuery(text, messageLanguage).problems]).toEqual([text, []]);
    }
  });
});

describe('searches', () => {
  beforeAll(() => {
    saveSearch(context, { name: 'My wipes', query: 'wipe from:me', replaces: false, at: '2025-01-01 00:00:00.000' });
    recordSearch(context, { query: 'boss pull', at: '2025-01-02 00:00:00.000' });
  });
  afterAll(() => {
    database.exec('DELETE FROM saved_searches; DELETE FROM search_history');
  });

  test('of before and saved ones come first in an empty box', () => {
    expect(
      ask('')
        .suggestions.slice(0, 3)
        .map(({ kind }) => kind),
    ).toEqual(['history', 'saved', 'key']);
  });

  test('take the place of the whole text', () => {
    expect(outcomes('boss p')).toContain('boss pull');
    expect(outcomes('my wi')).toContain('wipe from:me');
    expect(outcomes('boss pu')).not.toContain('boss boss pull');
  });

  test('leave the other suggestions at the word', () => {
    expect(outcomes('boss p')).toContain('boss party:');
  });

  test('are not offered in the middle of a text', () => {
    expect(ask('boss| p').suggestions.every(({ kind }) => kind !== 'history')).toBe(true);
  });
});

test('never more than were asked for', () => {
  for (const query of ['', 'from:', 'raid:', 'date:', 'a', 'boss']) {
    expect(ask(query, 3).suggestions.length).toBeLessThanOrEqual(3);
  }
});

test('reading ahead leaves nothing to be read for the first key', () => {
  warmSuggestions(context, null);
  const prepare = vi.spyOn(database, 'prepare');
  for (const query of ['from:a', 'in:', 'raid:a', 'reaction:', 'date:']) ask(query);
  const read = prepare.mock.calls.map(([text]) => text).filter((text) => !text.includes('pragma_data_version'));
  prepare.mockRestore();
  expect(read).toEqual([]);
});

test('bosses and events that only messages name are offered in lower case, with their messages', () => {
  const other = createSearchLibrary(generateLibrary(200, 3));
  const tell = other.prepare('UPDATE messages SET metadata = ? WHERE id = ?');
  tell.run(JSON.stringify({ boss: 'Äsche König', event: 'boss_kill' }), 'm-1');
  tell.run(JSON.stringify({ boss: 'äsche könig', event: 'wipe_call' }), 'm-2');
  tell.run(JSON.stringify({ event: 'boss_kill' }), 'm-3');
  other.exec('DELETE FROM derived_contents');
  renewDerivedContents(other);
  const offered = (query: string): unknown =>
    suggest(contextOf(other), { query, position: query.length, timeZone: 'UTC', limit: 9 }).suggestions.map(
      ({ label, count }) => [label, count],
    );
  expect(offered('boss:kon')).toEqual([['asche konig', 2]]);
  expect(offered('event:boss')).toEqual([['boss_kill', 2]]);
  expect(offered('event:call')).toEqual([['wipe_call', 1]]);
  other.close();
});
