/**
 * What a search language is made of. The grammar, the kinds of values, their repairs, chips and suggestions are the same
 * for all; which filters there are differs with what is searched for: `shared/messages/language.ts` and
 * `shared/raids/language.ts` say so. Whoever reads a search text is given its language.
 */
export interface QueryLanguage<Key extends string = string> {
  /** What it finds, in the plural: completes "“server:” finds ...". */
  readonly finds: string;
  /** In the order in which they are offered. */
  readonly filters: Readonly<Record<Key, KeyDefinition>>;
  /** What says how hits are shown and not which; a language may have none. */
  readonly directives: Readonly<Partial<Record<DirectiveKey, KeyDefinition>>>;
}

/** What all languages have to know of one of their keys, for the parser, the suggestions and the help alike. */
export interface KeyDefinition {
  /** What a value may be. A `night` is a date that runs from one morning to the next. */
  readonly takes:
    | 'name'
    | 'choice'
    | 'text'
    | 'date'
    | 'night'
    | 'number'
    | 'duration'
    | 'clock'
    | 'weekday'
    | 'directive';
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** A number of this may be written with its sign: `20%`. */
  readonly unit?: '%';
  /** Of two filters of this key side by side: a message has one author, so either will do; but all states must hold. */
  readonly repeated: 'or' | 'and';
  /** Words that people of other programs type for it. */
  readonly alsoKnownAs: readonly string[];
  /** Words that mean more than a name: anything, nothing, the person who searches. */
  readonly words: readonly SpecialWord[];
  readonly takesRegex: boolean;
  /** Whether `a..b` and, but for clocks and weekdays, `>a` can stand for one value. */
  readonly takesRanges: boolean;
  /** One line that completes "finds messages ..." for suggestions and the help. */
  readonly help: string;
  readonly example: string;
}

export type SpecialWord = 'any' | 'none' | 'me';

/** What is about the whole search: the order of hits, and where their list opens. */
export type DirectiveKey = 'sort' | 'near';

/** Definitions to begin a key's own with. */
export const nameKey = { takes: 'name', repeated: 'or', words: [], takesRegex: true, takesRanges: false } as const;
export const textKey = { ...nameKey, takes: 'text', repeated: 'and' } as const;
export const choiceKey = { ...nameKey, takes: 'choice', takesRegex: false } as const;
export const dateKey = { ...choiceKey, takes: 'date' } as const;
/** For what some do not have. */
export const optionalWords = { words: ['any', 'none'] } as const;

/** Every key, in the order in which a list of them is shown. */
export function keyNamesOf<Key extends string>({
  filters,
  directives,
}: QueryLanguage<Key>): readonly (Key | DirectiveKey)[] {
  return [...Object.keys(filters), ...Object.keys(directives)].filter((word) => isKey(filters, directives, word));
}

/** The key that a word before a colon is, in any case; null if it is none in this language. */
export function findKey<Key extends string>(
  { filters, directives }: QueryLanguage<Key>,
  word: string,
): Key | DirectiveKey | null {
  const lower = word.toLowerCase();
  return isKey(filters, directives, lower) ? lower : null;
}

/** What a key takes. Throws for a key that the language does not have: it is one of another language. */
export function definitionOf({ filters, directives }: QueryLanguage, key: string): KeyDefinition {
  const definition = isDirective(key) ? directives[key] : Object.hasOwn(filters, key) ? filters[key] : undefined;
  if (definition === undefined) throw new TypeError(`“${key}:” is no key of this language`);
  return definition;
}

export function isDirective(key: string): key is DirectiveKey {
  return key === 'sort' || key === 'near';
}

function isKey<Key extends string>(
  filters: QueryLanguage<Key>['filters'],
  directives: QueryLanguage<Key>['directives'],
  word: string,
): word is Key | DirectiveKey {
  return Object.hasOwn(filters, word) || Object.hasOwn(directives, word);
}
