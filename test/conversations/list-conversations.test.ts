import { afterAll, describe, expect, test } from 'vitest';
import {
  conversationsStatement,
  lastMessagesStatement,
  listConversations,
} from '../../electron/conversations/list-conversations.ts';
import { messageLanguage } from '../../shared/messages/language.ts';
import { emptySql } from '../../electron/library/sql.ts';
import { countMessages, searchMessages } from '../../electron/messages/search-messages.ts';
import { conversationKinds, type ConversationItem, type ConversationKind } from '../../shared/conversations/types.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { contextOf, searchDefaults } from '../messages/search-library.ts';
import { createConversationLibrary, type PlacedMessage } from './conversation-library.ts';

const { library, database, messages } = createConversationLibrary();
const context = contextOf(database);
const names = new Map(library.users.map(({ id, name }) => [id, name]));

afterAll(() => {
  database.close();
});

const input = { text: '', timeZone: 'UTC', cursor: null, limit: 200 } as const;

/** All pages of a list. */
function listAll(kind: ConversationKind, text = '', limit = 200): readonly ConversationItem[] {
  const items: ConversationItem[] = [];
  for (let cursor: string | null = null; ;) {
    const page: ReturnType<typeof listConversations> = listConversations(context, {
      ...input,
      kind,
      text,
      limit,
      cursor,
    });
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

/** What a message belongs to, for each kind. */
const keyOf: Readonly<Record<ConversationKind, (message: PlacedMessage) => string | null>> = {
  channel: ({ channelId }) => channelId,
  guild: ({ guildId }) => guildId,
  party: ({ partyId }) => partyId,
  raid: ({ raidId }) => raidId,
  direct: ({ userId, recipientId }) => (recipientId === null ? null : [userId, recipientId].toSorted().join('|')),
};

interface Expected {
  readonly messageCount: number;
  readonly unreadCount: number;
  readonly lastText: string;
  readonly lastAuthor: string | undefined;
}

/** Conversations of a kind as one finds them by looking at each message, by last message, newest first. */
function expectedOf(kind: ConversationKind): readonly Expected[] {
  const groups = Map.groupBy(messages, (message) => keyOf[kind](message));
  groups.delete(null);
  return [...groups.values()]
    .map((group) => group.toSorted((one, other) => other.seq - one.seq))
    .toSorted(([one], [other]) => (other?.seq ?? 0) - (one?.seq ?? 0))
    .map((group) => ({
      messageCount: group.length,
      unreadCount: group.filter(({ isUnread }) => isUnread).length,
      lastText: Array.from(group[0]?.content ?? '')
        .slice(0, 200)
        .join(''),
      lastAuthor: names.get(group[0]?.userId ?? ''),
    }));
}

describe.each(conversationKinds)('conversations of kind %s', (kind) => {
  test('are those that the messages belong to, by their last message', () => {
    const found = listAll(kind).map(({ messageCount, unreadCount, lastText, lastAuthor }) => ({
      messageCount,
      unreadCount,
      lastText,
      lastAuthor,
    }));
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(expectedOf(kind).map((one) => ({ ...one, lastText: one.lastText.split('\0')[0] })));
  });

  test('come in pages of any size without a gap or a repeat', () => {
    expect(listAll(kind, '', 1)).toEqual(listAll(kind));
  });

  test('name a search that the language reads without a problem', () => {
    for (const { query } of listAll(kind))
      expect([query, parseQuery(query, messageLanguage).problems]).toEqual([query, []]);
  });
});

test.each(['channel', 'guild', 'party', 'raid'] as const)('the search of a %s shows just its messages', (kind) => {
  for (const { query, messageCount } of listAll(kind)) {
    const { total } = countMessages(context, { query, timeZone: 'UTC', maxSeconds: 60 });
    expect([query, total]).toEqual([query, messageCount]);
  }
});

test('the search of a thread shows what its people wrote to each other, and to themselves', () => {
  const threads = listAll('direct');
  const toThemselves = new Map(threads.filter(({ title }) => !title.includes(' & ')).map((one) => [one.query, one]));
  for (const { query, title, messageCount } of threads) {
    const [, people = ''] = /from:(.+) to:/.exec(query) ?? [];
    const own = people.split(',').flatMap((person) => toThemselves.get(`type:dm from:${person} to:${person}`) ?? []);
    const more = title.includes(' & ') ? own.reduce((sum, one) => sum + one.messageCount, 0) : 0;
    const { total } = countMessages(context, { query, timeZone: 'UTC', maxSeconds: 60 });
    expect([query, total]).toEqual([query, messageCount + more]);
  }
});

describe('titles', () => {
  test('are both names of two people', () => {
    const titles = listAll('direct').map(({ title }) => title);
    expect(titles).toContain('Anna & Ben');
    expect(new Set(titles.map((title) => title.split(' & ').length))).toEqual(new Set([1, 2]));
  });

  test('of a party without a name tell its leader, of one that the library lacks its id', () => {
    const titles = listAll('party').map(({ title }) => title);
    expect(titles).toContain('Party of Anna');
    expect(titles).toContain('party-unknown');
  });

  test('of a raid are its boss, with local time, name, difficulty and server beside', () => {
    const { items } = listConversations(context, { ...input, kind: 'raid', timeZone: 'Europe/Berlin' });
    expect(items.map(({ title, subtitle }) => `${title}: ${subtitle}`).toSorted()).toEqual([
      'Hollow King: 2024-06-01 21:30, Alliance: Keep, hard, Nord',
      'Mother of Ash: 2024-06-09 01:30, Alliance: Keep, hard, Nord',
    ]);
  });
});

describe('the text', () => {
  test('leaves conversations of which each word begins a word of the names', () => {
    expect(listAll('direct', 'annab').every(({ title }) => title.includes('Annabel'))).toBe(true);
    expect(listAll('direct', 'ben ŌTA').every(({ title }) => /ben/i.test(title) && title.includes('Ōtani'))).toBe(true);
    expect(listAll('direct', 'word').length).toBe(
      listAll('direct').filter(({ title }) => title.includes('Two Words')).length,
    );
    expect(listAll('guild', 'watch daw').map(({ title }) => title)).toEqual(['Dawn Watch']);
    expect(listAll('raid', 'ash')).toHaveLength(1);
    expect(listAll('channel', 'nobody')).toEqual([]);
  });

  test('of punctuation alone leaves all', () => {
    expect(listAll('channel', ' ?! ')).toEqual(listAll('channel'));
  });
});

test.each(['', 'O1', '!', 'zzzzzzzzzzzzz', '01'])('the cursor %j is refused', (cursor) => {
  expect(() => listConversations(context, { ...input, kind: 'direct', cursor })).toThrow('cursor');
});

test('a zone that is none is refused', () => {
  expect(() => listConversations(context, { ...input, kind: 'raid', timeZone: 'Nowhere' })).toThrow('time zone');
});

test('a page is read in the order of the index, and its last messages by their places', () => {
  const planOf = ({ text, parameters }: { readonly text: string; readonly parameters: readonly unknown[] }): string =>
    database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
      .all(...parameters)
      .map(({ detail }) => detail)
      .join('\n');
  const page = planOf(conversationsStatement('direct', emptySql, 5, 50));
  expect(page).toContain('USING INDEX idx_summary_conversations_last_seq (kind=? AND last_seq<?)');
  expect(page).not.toContain('TEMP B-TREE');
  const last = planOf(lastMessagesStatement([1, 2]));
  expect(last).toContain('SEARCH m USING INTEGER PRIMARY KEY');
  expect(last).toContain('SEARCH m USING INDEX idx_dm_seq');
});

describe('the conversation of a message', () => {
  const page = searchMessages(context, { ...searchDefaults, query: '', limit: 200 });
  const plain = new Map(messages.map((message) => [message.id, message]));

  test('is its channel, else its guild, party or raid, else the thread with its recipient, else its server', () => {
    for (const { id, type, conversation } of page.items) {
      const message = plain.get(id)!; // the page holds nothing but these
      const kind = (['channel', 'guild', 'party', 'raid', 'direct'] as const).find(
        (one) => keyOf[one](message) !== null,
      );
      expect([id, conversation.kind]).toEqual([id, kind ?? 'server']);
      if (kind === undefined) expect(conversation.query).toMatch(new RegExp(`^server:.+ type:${type}$`));
    }
    expect(new Set(page.items.map(({ conversation }) => conversation.kind)).size).toBe(6);
  });
});
