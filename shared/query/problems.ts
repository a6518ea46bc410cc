import type { QueryProblem, TextRange } from './types.ts';
import type { QueryLanguage } from './language.ts';
import { suggestKey } from './nearest-word.ts';
import { quote } from './print-value.ts';
import type { ValueFault } from './read-value.ts';

/** The sentences for what is amiss in a search text, each with the repaired text where there is one. */

/** The text with a part replaced; an empty replacement takes a blank with it. */
export function replaceRange(text: string, [start, end]: TextRange, replacement: string): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (replacement !== '') return before + replacement + after;
  return (/\s$/.test(before) || before === '' ? before + after.trimStart() : before + after).trimEnd();
}

export function strayOperator(text: string, name: string, range: TextRange): QueryProblem {
  const message =
    name === ')'
      ? 'This bracket closes nothing; it is left out.'
      : `There is nothing for “${name}” to join; it is left out.`;
  return { code: 'syntax', message, range, repair: replaceRange(text, range, '') };
}

export function unclosedQuote(range: TextRange, repair: string): QueryProblem {
  return { code: 'syntax', message: 'This quote is not closed; it goes to the end.', range, repair };
}

export function unclosedBracket(range: TextRange, repair: string): QueryProblem {
  return { code: 'syntax', message: 'This bracket is not closed; it goes to the end.', range, repair };
}

export function nothingInside(text: string, range: TextRange): QueryProblem {
  const message = 'There is nothing in here to search for; it is left out.';
  return { code: 'nothing_to_search', message, range, repair: replaceRange(text, range, '') };
}

export function tooDeep(text: string, repair: string): QueryProblem {
  const message = 'Brackets stand too deep in one another; they are left out.';
  return { code: 'syntax', message, range: [0, text.length], repair };
}

export function emptyFilter(text: string, key: string, range: TextRange): QueryProblem {
  const message = `“${key}:” needs a value right after it; it is left out.`;
  return { code: 'bad_value', message, range, repair: replaceRange(text, range, '') };
}

/** Without a guess at what was meant, quotes make it the text that it is. */
export function unknownKey(text: string, word: string, wordRange: TextRange, language: QueryLanguage): QueryProblem {
  const suggestion = suggestKey(word, language);
  const range: TextRange = [wordRange[0], wordRange[0] + word.length];
  const message = `“${word}:” is not a filter and is searched as text`;
  if (suggestion !== null) {
    const repair = replaceRange(text, range, suggestion);
    return { code: 'unknown_key', message: `${message} – did you mean “${suggestion}:”?`, range, repair };
  }
  const blank = text[wordRange[1]] === '"' ? ' ' : '';
  const repair = replaceRange(text, wordRange, quote(text.slice(...wordRange)) + blank);
  return { code: 'unknown_key', message: `${message}.`, range, repair };
}

/** `filterRange` is the whole filter if this is its only value, else the value: what is taken out if nothing replaces it. */
export function badValue(
  text: string,
  { message, range, replacement }: ValueFault,
  filterRange: TextRange,
): QueryProblem {
  const repair = replacement === null ? replaceRange(text, filterRange, '') : replaceRange(text, range, replacement);
  return { code: 'bad_value', message, range, repair };
}

export function gapAfterKey(text: string, key: string, range: TextRange, blanks: number): QueryProblem {
  const message = `“${key}:” is a filter only with its value right after the colon; it is searched as text.`;
  return { code: 'bad_value', message, range, repair: text.slice(0, range[1]) + text.slice(range[1] + blanks) };
}

export function notQuiteRegex(message: string, range: TextRange, repair: string): QueryProblem {
  return { code: 'syntax', message, range, repair };
}

export function invalidRegex(text: string, { message, range, replacement }: ValueFault): QueryProblem {
  return { code: 'syntax', message, range, repair: replaceRange(text, range, replacement ?? '') };
}

export function directiveInside(text: string, key: string, range: TextRange): QueryProblem {
  const message = `“${key}:” is about the whole search and cannot stand in brackets or be negated; it is left out.`;
  const moved = `${replaceRange(text, range, '')} ${text.slice(...range)}`;
  return { code: 'syntax', message, range, repair: moved };
}

export function oneValue(text: string, key: string, range: TextRange): QueryProblem {
  const message = `“${key}:” takes one value only; it is left out.`;
  return { code: 'bad_value', message, range, repair: replaceRange(text, range, '') };
}

export function repeatedDirective(text: string, key: string, range: TextRange): QueryProblem {
  const message = `There is already a “${key}:” in this search; this one is left out.`;
  return { code: 'syntax', message, range, repair: replaceRange(text, range, '') };
}
