import { replaceRange } from '../../shared/query/problems.ts';
import type { Query, TextQuery } from '../../shared/query/query.ts';
import { foldForSubstring, tokenize } from '../../shared/query/tokenizer.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { firstPlace, lastPlace } from './condition.ts';
import { phrase } from './index-expressions.ts';
import { inside } from './inside-words.ts';
import { findEdge } from './ordered-statement.ts';
import { Deadline } from './deadline.ts';
import { findPlaces } from './walk-places.ts';

const fewSeconds = 0.2;

/**
 * Of a search that found nothing: a word of it that stands in no message by itself, but inside other words. The repair
 * looks for it there.
 */
export function offerInside(context: OperationContext, text: string, query: Query): QueryProblem | null {
  for (const word of listWords(query)) {
    if (!isInsideOnly(context, word.text)) continue;
    const [start, end] = word.range;
    const message = `No message has “${word.text}” as a word of its own, but it stands inside other words.`;
    const repair = replaceRange(text.toWellFormed(), [start, end], `*${word.text}*`);
    return { code: 'no_hits_but_inside', message, range: word.range, repair };
  }
  return null;
}

/** Whole words that every hit must have, as typed without quotes. */
function* listWords(query: Query): Generator<TextQuery> {
  const items = query.kind === 'and' ? query.items : [query];
  for (const item of items) {
    if (item.kind !== 'text' || item.match !== 'whole') continue;
    const [token, ...more] = tokenize(item.text);
    if (more.length === 0 && token?.text === foldForSubstring(item.text)) yield item;
  }
}

function isInsideOnly(context: OperationContext, word: string): boolean {
  const everything = { first: firstPlace, last: lastPlace };
  if (findEdge(context.database, phrase(word, false), everything, 'older') !== undefined) return false;
  const walk = { direction: 'older', deadline: Deadline.after(fewSeconds) } as const;
  return findPlaces(context, inside(context.database, word), walk, 1).places.length > 0;
}
