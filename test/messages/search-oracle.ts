import { timeSpanOfValue } from '../../shared/messages/query/dates.ts';
import { parseQuery } from '../../shared/messages/query/parse-query.ts';
import type { FilterQuery, FilterValue, Query, TextQuery, WordValue } from '../../shared/messages/query/query.ts';
import { foldForSubstring, tokenize } from '../../shared/messages/query/tokenizer.ts';
import type { NamedRow, PlainLibrary, PlainMessage } from './search-library.ts';

/** Finds messages by looking at each of them, as plainly as the rules are written; what the indexes find must be the same. */
export function createOracle(library: PlainLibrary): (query: string) => string[] {
  const words = new Map(library.messages.map(({ seq, content }) => [seq, tokenize(content).map(({ text }) => text)]));
  const folded = new Map(library.messages.map(({ seq, content }) => [seq, foldForSubstring(content)]));
  const newestFirst = library.messages.toReversed();
  const known = new Map<string, ReadonlySet<number>>();

  function textTest({ text, match }: TextQuery): (message: PlainMessage) => boolean {
    const wanted = tokenize(text).map((token) => token.text);
    if (match === 'inside' || wanted.length === 0) {
      const part = match === 'inside' ? text : text.trim();
      const foldedPart = foldForSubstring(part);
      // One or two signs of punctuation are looked for as they stand.
      return /^[!-@[-`{-~]{1,2}$/.test(part)
        ? (message) => message.content.includes(part)
        : (message) => (folded.get(message.seq) ?? '').includes(foldedPart);
    }
    const lastIndex = wanted.length - 1;
    return (message) => {
      const present = words.get(message.seq) ?? [];
      return present.some((_, start) =>
        wanted.every((word, index) =>
          match === 'prefix' && index === lastIndex
            ? (present[start + index]?.startsWith(word) ?? false)
            : present[start + index] === word,
        ),
      );
    };
  }

  function fitsFilter({ key, values }: FilterQuery, message: PlainMessage): boolean {
    return values.some((value) =>
      value.kind === 'word' ? fitsWord(key, value, message) : isSpanOfTime(key) && fitsDate(value, message),
    );
  }

  function isSpanOfTime(key: FilterQuery['key']): boolean {
    return key === 'on' || key === 'during' || key === 'date';
  }

  function fitsWord(key: FilterQuery['key'], value: WordValue, message: PlainMessage): boolean {
    switch (key) {
      case 'from':
        return idsOf(library.users, value).has(message.userId);
      case 'in':
        return message.channelId !== null && idsOf(library.channels, value).has(message.channelId);
      case 'server':
        return idsOf(library.servers, value).has(message.serverId);
      case 'type':
        return message.type === value.text;
      case 'is':
        return value.text === 'deleted' ? message.isDeleted : value.text === 'edited' && message.editedAt !== null;
      case 'before':
        return message.time !== null && message.time < spanOf(value).start;
      case 'after':
        return message.time !== null && message.time >= spanOf(value).start;
      case 'on':
      case 'during':
      case 'date':
        return fitsDate(value, message);
      default:
        return false;
    }
  }

  function fitsDate(value: FilterValue, { time }: PlainMessage): boolean {
    if (value.kind === 'any' || value.kind === 'none') return (time !== null) === (value.kind === 'any');
    const { start, end } = spanOf(value);
    return time !== null && time >= start && time < end;
  }

  function fits(query: Query, message: PlainMessage): boolean {
    switch (query.kind) {
      case 'everything':
        return true;
      case 'and':
        return query.items.every((item) => fits(item, message));
      case 'or':
        return query.items.some((item) => fits(item, message));
      case 'not':
        return !fits(query.item, message);
      case 'regex':
        return false;
      default:
        return hitsOf(query).has(message.seq);
    }
  }

  function hitsOf(query: TextQuery | FilterQuery): ReadonlySet<number> {
    const key = JSON.stringify(query, (name, value: unknown) => (name === 'range' ? undefined : value));
    let hits = known.get(key);
    if (hits === undefined) {
      const fitsText = query.kind === 'text' ? textTest(query) : () => false;
      const test = (message: PlainMessage): boolean =>
        query.kind === 'text' ? fitsText(message) : fitsFilter(query, message);
      hits = new Set(library.messages.filter(test).map(({ seq }) => seq));
      known.set(key, hits);
    }
    return hits;
  }

  return (text) => {
    const { query } = parseQuery(text);
    return newestFirst.filter((message) => fits(query, message)).map(({ id }) => id);
  };
}

function spanOf(value: FilterValue): { readonly start: number; readonly end: number } {
  const span = timeSpanOfValue(value, 'UTC', Date.now() / 1000);
  return { start: span?.start ?? -Infinity, end: span?.end ?? Infinity };
}

function idsOf(rows: readonly NamedRow[], { text, isQuoted }: WordValue): ReadonlySet<string> {
  const fold = (name: string): string => foldForSubstring(name).trim().replaceAll(/\s+/g, ' ');
  const typed = fold(text);
  const exact = rows.filter(({ id, name }) => id === text || fold(name) === typed);
  const found = exact.length > 0 || isQuoted ? exact : rows.filter(({ name }) => fold(name).startsWith(typed));
  return new Set(found.map(({ id }) => id));
}
