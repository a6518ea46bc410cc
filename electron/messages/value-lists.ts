import { definitionOf, type DirectiveKey, type QueryLanguage } from '../../shared/query/language.ts';
import type { OperationContext } from '../library/operation.ts';
import { foldName } from './name-directory.ts';
import type { ValueOption } from './suggest-option.ts';

/** What is asked of every list of values. */
export interface ValueRequest {
  readonly typed: string;
  readonly limit: number;
  readonly timeZone: string;
  /** An operator or `..` stands before it already. */
  readonly isPart: boolean;
}

export type ListValues = (context: OperationContext, request: ValueRequest) => readonly ValueOption[];

/** The values of each key of a language that has more than its choices. */
export type ValueLists<Key extends string> = Readonly<Partial<Record<Key | DirectiveKey, ListValues>>>;

/**
 * Values that may stand behind a key's colon, as far as what was typed leaves them possible; best first, and
 * `any`, `none` and `me` last.
 */
export function listKeyValues<Key extends string>(
  context: OperationContext,
  language: QueryLanguage<Key>,
  lists: ValueLists<Key>,
  key: Key | DirectiveKey,
  request: ValueRequest,
): readonly ValueOption[] {
  const { typed, limit, isPart } = request;
  const { words, choices = [] } = definitionOf(language, key);
  const wanted = foldName(typed);
  const toOption = (word: string): ValueOption => ({
    text: word,
    label: word,
    detail: specialDetails[word] ?? null,
    count: null,
  });
  const chosen = choices.filter((word) => word.startsWith(wanted)).map(toOption);
  const special = isPart ? [] : words.filter((word) => word.startsWith(wanted)).map(toOption);
  const list: ListValues | undefined = lists[key];
  const options = [...chosen, ...(list?.(context, request) ?? [])];
  return [...options.slice(0, Math.max(1, limit - special.length)), ...special].slice(0, limit);
}

const specialDetails: Readonly<Record<string, string>> = {
  any: 'there is one, whoever or whatever it is',
  none: 'there is none',
  me: 'the players that are you',
};

/** People put `@` before a player and `#` before a channel. */
export function withoutSign(typed: string): string {
  return typed.replace(/^[@#](?=.)/u, '');
}

/** What numbers may look like: nobody knows which one is meant. */
export function examples(texts: readonly string[]): ListValues {
  return (_context, { typed, isPart }) =>
    isPart || typed !== '' ? [] : texts.map((text) => ({ text, label: text, detail: null, count: null }));
}
