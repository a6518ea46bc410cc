import type { RegexQuery, RegexValue, TextQuery, WordValue } from '../../shared/query/query.ts';
import { isUnspaced } from '../../shared/query/spacing.ts';
import { foldForSubstring } from '../../shared/query/tokenizer.ts';
import { guardedRegex } from '../messages/filter-context.ts';
import { foldName } from '../messages/name-directory.ts';
import { NameIndex } from '../messages/name-index.ts';
import type { RaidEntry } from './catalogue.ts';
import { bySubject, type RaidFilterContext, type RaidTest } from './raid-test.ts';

/** What plain words are looked for in: the raid's name, its boss, its leader. */
function textsOf({ name, boss, leaderName }: RaidEntry): readonly string[] {
  return [name, boss, leaderName ?? ''];
}

/** Words in one of a raid's texts, folded as the messages' index folds them. */
export function textTest(context: RaidFilterContext, { text, match }: TextQuery): RaidTest {
  const words = wordsOf(text).trim();
  const isInside = match === 'inside' || words === '' || Array.from(text).some(isUnspaced);
  const part = foldForSubstring(text.trim());
  const holds = isInside
    ? (candidate: string) => foldForSubstring(candidate).includes(part)
    : (candidate: string) => wordsOf(candidate).includes(match === 'prefix' ? ` ${words}` : ` ${words} `);
  return bySubject(context, (entry) => textsOf(entry).some(holds));
}

/** Folded, with single blanks before, between and behind the words. */
function wordsOf(text: string): string {
  return ` ${foldForSubstring(text)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** A pattern in one of a raid's texts. */
export function regexTest(context: RaidFilterContext, query: RegexQuery): RaidTest {
  const texts = [...new Set(context.catalogue.subjects.flatMap(textsOf))];
  const fitting = fittingTexts(context, texts, query);
  return bySubject(context, (entry) => textsOf(entry).some((text) => fitting.has(text)));
}

function fittingTexts(
  context: RaidFilterContext,
  texts: readonly string[],
  value: RegexQuery | RegexValue,
): ReadonlySet<string> {
  const fits = guardedRegex(context, value).test(texts);
  return new Set(texts.filter((_, index) => fits[index] === true));
}

/** What is told apart by its name alone: a boss, a class, a raid's name. */
export interface OwnNames {
  readonly noun: string;
  readonly nouns: string;
  readonly names: readonly string[];
}

/** The names that a value stands for: itself, else those that begin with it. What nobody bears is a problem. */
export function findNames(
  context: RaidFilterContext,
  { noun, nouns, names }: OwnNames,
  value: WordValue | RegexValue,
): ReadonlySet<string> {
  const found = value.kind === 'regex' ? fittingTexts(context, names, value) : namesLike(names, value);
  const { problems, resolved } = context;
  const { range } = value;
  const [first] = found;
  if (first === undefined) {
    const message = value.kind === 'regex' ? `No ${noun} fits this pattern.` : `No ${noun} is called “${value.text}”.`;
    problems.push({ code: 'unknown_name', message, range, repair: null });
  } else resolved.push({ range, label: found.size === 1 ? first : `${found.size} ${nouns}` });
  return found;
}

function namesLike(names: readonly string[], { text, isQuoted }: WordValue): ReadonlySet<string> {
  const index = new NameIndex(names.map((name) => ({ id: name, name })));
  const found = index.find(text, false, Infinity);
  if (found.kind !== 'found') return new Set();
  const wanted = foldName(text);
  return new Set(isQuoted ? found.ids.filter((name) => foldName(name) === wanted) : found.ids);
}
