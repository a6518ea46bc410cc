import type { QueryProblem, TextRange } from '../types.ts';
import { queryKeys, suggestChoice, suggestKey, type QueryKey } from './keys.ts';

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

export function emptyFilter(text: string, key: QueryKey, range: TextRange): QueryProblem {
  const message = `“${key}:” needs a value right after it; it is left out.`;
  return { code: 'bad_value', message, range, repair: replaceRange(text, range, '') };
}

export function unknownKey(text: string, word: string, wordRange: TextRange): QueryProblem {
  const suggestion = suggestKey(word);
  const range: TextRange = [wordRange[0], wordRange[0] + word.length];
  const message = `“${word}:” is not a filter and is searched as text`;
  if (suggestion !== null) {
    const repair = replaceRange(text, range, suggestion);
    return { code: 'unknown_key', message: `${message} – did you mean “${suggestion}:”?`, range, repair };
  }
  return { code: 'unknown_key', message: `${message}.`, range, repair: null };
}

const dateExamples = '2025-11-22, 2025-11, 2025, today, yesterday, -7d or "2025-11-22 20:15"';

/** `filterRange` is the whole filter if this is its only value, else the value: what the repair takes out. */
export function badValue(
  text: string,
  key: QueryKey,
  value: string,
  range: TextRange,
  filterRange: TextRange,
): QueryProblem {
  const { takes, choices = [] } = queryKeys[key];
  if (takes === 'date') {
    const message = `“${value}” is not a date and is left out; dates look like ${dateExamples}.`;
    return { code: 'bad_value', message, range, repair: replaceRange(text, filterRange, '') };
  }
  const suggestion = suggestChoice(value, choices);
  const message = `“${key}:” knows ${choices.join(', ')}; “${value}” is left out${suggestion === null ? '.' : ` – did you mean “${suggestion}”?`}`;
  const repair = suggestion === null ? replaceRange(text, filterRange, '') : replaceRange(text, range, suggestion);
  return { code: 'bad_value', message, range, repair };
}
