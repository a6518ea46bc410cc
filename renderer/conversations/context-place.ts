import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { Place } from '../app/view-state.ts';

/** What a message says about the conversation that it belongs to. */
interface Spoken {
  readonly id: string;
  readonly conversation: { readonly query: string };
}

/** The place that shows a message in the middle of its conversation. */
export function contextPlace({ id, conversation }: Spoken): Place {
  return { view: 'messages', query: `${conversation.query} near:${printId(id)}`.trim(), position: null };
}

/** The query without its `near:`; null if it has none. */
export function withoutNear(query: string): string | null {
  const { near } = parseQuery(query, messageLanguage);
  if (near === null) return null;
  const [start, end] = near.range;
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** An id as it stands in a query. Ids are what the server made them; one with blanks or signs is quoted. */
export function printId(id: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(id) ? id : `"${id.replaceAll(/["\\]/g, '\\$&')}"`;
}
