import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { FilterQuery, Query, RegexQuery, TextQuery } from '../../shared/query/query.ts';
import { compileRegex } from '../../shared/query/regex.ts';
import { foldForSubstring, tokenize } from '../../shared/query/tokenizer.ts';
import { createFilterOracle } from './filter-oracle.ts';
import type { RichLibrary } from './rich-library.ts';
import type { PlainLibrary, PlainMessage } from './search-library.ts';

const withoutMore = { guilds: [], parties: [], raids: [], imports: [], languages: new Map<string, string>(), me: [] };

/** Finds messages by looking at each of them, as plainly as the rules are written; what the indexes find must be the same. */
export function createOracle(library: PlainLibrary | RichLibrary, timeZone = 'UTC'): (query: string) => string[] {
  const filterTest = createFilterOracle({ ...withoutMore, ...library }, timeZone);
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

  function regexTest({ pattern, ignoresCase }: RegexQuery): (message: PlainMessage) => boolean {
    const regex = compileRegex(pattern, ignoresCase)!;
    return ({ content }) => regex.test(content);
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
      default:
        return hitsOf(query).has(message.seq);
    }
  }

  function hitsOf(query: TextQuery | RegexQuery | FilterQuery): ReadonlySet<number> {
    const key = JSON.stringify(query, (name, value: unknown) => (name === 'range' ? undefined : value));
    let hits = known.get(key);
    if (hits === undefined) {
      const test =
        query.kind === 'text' ? textTest(query) : query.kind === 'regex' ? regexTest(query) : filterTest(query);
      hits = new Set(library.messages.filter(test).map(({ seq }) => seq));
      known.set(key, hits);
    }
    return hits;
  }

  return (text) => {
    const { query } = parseQuery(text, messageLanguage);
    return newestFirst.filter((message) => fits(query, message)).map(({ id }) => id);
  };
}
