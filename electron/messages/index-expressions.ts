import { spaceOut } from '../../shared/query/spacing.ts';
import type { IndexCondition } from './condition.ts';
import { messageTypes } from '../../shared/messages/types.ts';
import { facetLetter, facetToken, type FacetKind } from './facet-tokens.ts';

/** FTS5 expressions. Whatever a person typed stands in an FTS5 string, where nothing but its quotes has a meaning. */

function quoted(text: string): string {
  return `"${spaceOut(text).replaceAll('"', '""')}"`;
}

/** The words of the text one right after the other; with `isPrefix` the last may go on. The text must have a word. */
export function phrase(text: string, isPrefix: boolean): IndexCondition {
  return { kind: 'index', match: `({content} : ${quoted(text)}${isPrefix ? ' *' : ''})` };
}

/** One of these words, given as the vocabulary has them: spaced out already, so they stay as they are. There must be one. */
export function oneOfWords(words: readonly string[]): IndexCondition {
  const strings = words.map((word) => `"${word.replaceAll('"', '""')}"`);
  return { kind: 'index', match: `({content} : (${strings.join(' OR ')}))` };
}

/** One of the values of a facet. There must be one. */
export function facet(kind: FacetKind, values: readonly string[]): IndexCondition {
  const tokens = values.map((value) => `"${facetToken(kind, value)}"`);
  return { kind: 'index', match: `({facets} : (${tokens.join(' OR ')}))` };
}

/** Any value of a facet: gathers the lists of all values first, so it is for those that few messages have. */
export function anyOfFacet(kind: FacetKind): IndexCondition {
  return { kind: 'index', match: `({facets} : "${facetLetter(kind)}" *)` };
}

/** Every message has a type. */
export const anyMessage = facet('type', messageTypes);

export function allOf(conditions: readonly IndexCondition[]): IndexCondition {
  return combine(conditions, ' AND ');
}

export function anyOf(conditions: readonly IndexCondition[]): IndexCondition {
  return combine(conditions, ' OR ');
}

/** FTS5 has no NOT without something before it. */
export function except(positive: IndexCondition, negative: IndexCondition): IndexCondition {
  return { ...positive, match: `(${positive.match} NOT ${negative.match})` };
}

/** What fits none of the conditions. */
export function noneOf(conditions: readonly IndexCondition[]): IndexCondition {
  return except(anyMessage, anyOf(conditions));
}

function combine(conditions: readonly IndexCondition[], operator: string): IndexCondition {
  const [first] = conditions;
  if (first === undefined) throw new TypeError('An FTS5 expression needs a part');
  if (conditions.length === 1) return first;
  return { ...first, match: `(${conditions.map(({ match }) => match).join(operator)})` };
}
