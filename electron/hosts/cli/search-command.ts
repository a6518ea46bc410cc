import type { MessageItem } from '../../../shared/messages/types.ts';
import type { Command } from './command.ts';
import type { LibrarySession } from './library-session.ts';
import { withLibrary } from './library-session.ts';
import { readWholeNumber } from './read-options.ts';
import { alignColumns, groupDigits, printable } from './terminal.ts';

/** The contract's own bound of a page. */
const maxPageSize = 200;
/** A script waits for all of it: the contract's own bound. */
const maxSeconds = 3600;
/** The longest text that a page carries whole; a longer one is fetched on its own. */
const maxContentLength = 100_000;

export const searchCommand: Command = {
  name: 'search',
  usage: '"<query>" [--limit N] [--cursor C] [--count] [--time-zone Z]',
  summary: 'Finds messages, newest first unless sort: says otherwise',
  help: `
Finds messages as the search box does: words, "phrases", from:, in:, type:, before:, after: and so on
(docs/search.md). Prints the newest ones, or the first in the order of sort:, and how many there are in all. Times are UTC. A mistake in the
query is a warning on standard error; the rest of the query still counts.

  --limit N       How many messages to print (default 50, at most 100000)
  --cursor C      Goes on where a search before ended: its "next"
  --count         Only how many there are
  --time-zone Z   Zone in which the query's dates are read (default UTC; "local", or as Europe/Berlin)

JSON: {"total","items":[{"id","createdAt","type","content","author","server","channel","isDeleted"}],"next"}
      with --count: {"total"}
`,
  options: {
    limit: { type: 'string' },
    cursor: { type: 'string' },
    count: { type: 'boolean' },
    'time-zone': { type: 'string' },
  },
  valueCount: [1, 1],
  async run({ terminal, values, options }) {
    const query = values[0] ?? '';
    const limit = readWholeNumber(options, 'limit', [1, 100_000], 50);
    const timeZone = typeof options['time-zone'] === 'string' ? options['time-zone'] : 'UTC';
    const cursor = typeof options['cursor'] === 'string' ? options['cursor'] : null;
    await withLibrary(options, 'required', terminal, async (session) => {
      const { total } = await session.request('messages.count', { query, timeZone, maxSeconds });
      const found = await collect(session, { query, timeZone, cursor, limit: options['count'] === true ? 1 : limit });
      for (const problem of found.problems) terminal.note(`warning: ${printable(problem)}`);
      if (options['count'] === true) {
        terminal.answer({ total }, () => [groupDigits(total)]);
        return;
      }
      const { items, next } = found;
      terminal.answer({ total, items, next }, () => searchLines(total, items, next));
    });
  },
};

interface FoundMessage {
  readonly id: string;
  readonly createdAt: string | null;
  readonly type: string;
  readonly content: string;
  readonly author: string;
  readonly server: string;
  readonly channel: string | null;
  readonly isDeleted: boolean;
}

interface Search {
  readonly query: string;
  readonly timeZone: string;
  readonly cursor: string | null;
  readonly limit: number;
}

interface Found {
  readonly items: readonly FoundMessage[];
  readonly next: string | null;
  readonly problems: readonly string[];
}

/** Follows the pages until there are as many messages as asked for. */
async function collect(session: LibrarySession, { query, timeZone, cursor, limit }: Search): Promise<Found> {
  const items: FoundMessage[] = [];
  let next = cursor;
  let problems: readonly string[] = [];
  do {
    const page = await session.request('messages.search', {
      query,
      timeZone,
      cursor: next,
      limit: Math.min(maxPageSize, limit - items.length),
      maxContentLength,
      maxSeconds,
    });
    for (const item of page.items) items.push(await wholeMessage(session, item));
    next = page.next;
    problems = page.problems.map(({ message }) => message);
  } while (next !== null && items.length < limit);
  return { items, next, problems };
}

async function wholeMessage(session: LibrarySession, item: MessageItem): Promise<FoundMessage> {
  const content = item.isContentCut ? (await session.request('messages.get', { id: item.id })).content : item.content;
  return {
    id: item.id,
    createdAt: item.createdAt,
    type: item.type,
    content,
    author: item.author.name,
    server: item.server.name,
    channel: item.channel?.name ?? null,
    isDeleted: item.isDeleted,
  };
}

function searchLines(total: number, items: readonly FoundMessage[], next: string | null): string[] {
  const rows = items.map((item) => [
    item.createdAt ?? '-',
    printable(item.server),
    printable(item.channel ?? item.type),
    printable(item.author),
    `${item.isDeleted ? '[deleted] ' : ''}${printable(item.content)}`,
  ]);
  const more = next === null ? '' : `; more with --cursor ${next}`;
  return [...alignColumns(rows), `${groupDigits(total)} found, ${groupDigits(items.length)} shown${more}`];
}
