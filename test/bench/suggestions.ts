import { setTimeout } from 'node:timers/promises';
import { messageLanguage } from '../../shared/messages/language.ts';
import { keyNamesOf } from '../../shared/query/language.ts';
import type { AppSession } from './app-session.ts';
import type { Figure } from './figure.ts';
import type { SourceNames } from './search-cases.ts';
import { timeEach, toFigure } from './timings.ts';

const suggestionMs = 30;
/** A person who has just seen the first rows does not type sooner. */
const firstKeyAfterMs = 700;

/** Times what is suggested while a person types, from the first key after opening on. */
export async function measureSuggestions(session: AppSession, names: SourceNames): Promise<Figure[]> {
  const ask = async (query: string): Promise<number> => {
    const input = { query, position: query.length, timeZone: 'Europe/Berlin' };
    return (await session.request('messages.suggest', input)).suggestions.length;
  };
  await session.request('messages.search', {});
  await setTimeout(firstKeyAfterMs);
  const first = await timeEach(['f', 'from:a'], ask);
  const keys = await timeEach(
    keyNamesOf(messageLanguage).flatMap((key) => [key.slice(0, 2), `${key}:`, `wipe ${key}:a`]),
    ask,
  );
  const people = await timeEach(
    names.authors.flatMap((name) => [1, 2, 4].map((length) => `from:${name.slice(0, length)}`)),
    ask,
  );
  return [first, keys, people].map((timings, index) => {
    const name = ['the first two keys after opening', 'keys and their values', 'people by one, two, four letters'][
      index
    ];
    const { note = '', ...figure } = toFigure(`suggestion: ${name}`, timings, suggestionMs);
    return { ...figure, note: note.replace('hits', 'suggestions') };
  });
}
