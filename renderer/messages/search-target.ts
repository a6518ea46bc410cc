import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { ListPosition, Place, ViewName } from '../app/view-state.ts';
import { firstOfAll, lastOfAll, type WindowStart } from './window-start.ts';

/** What a place asks the library for. */
export interface SearchTarget {
  readonly view: ViewName;
  readonly query: string;
  /** The order of a query that names none. */
  readonly defaultOrder: 'new' | 'old';
  readonly start: WindowStart;
  readonly position: ListPosition | null;
  /** What `near:` names: a message's id or a time; null without it. */
  readonly near: string | null;
  readonly arrival: number;
}

/** Views that read like a chat: oldest first, beginning with their newest end. */
const chatViews: ReadonlySet<ViewName> = new Set(['conversations', 'live']);

/** `arrival`: how many places were gone to before. */
export function targetOf({ view, query, position }: Place, arrival: number): SearchTarget {
  const isChat = chatViews.has(view);
  const { near, sort } = parseQuery(query, messageLanguage);
  const isOldestFirst = near === null && (sort === null || sort === 'old');
  return {
    view,
    query,
    defaultOrder: isChat ? 'old' : 'new',
    start: startOf(isChat && isOldestFirst, position),
    position,
    near: near?.text ?? null,
    arrival,
  };
}

function startOf(beginsAtEnd: boolean, position: ListPosition | null): WindowStart {
  if (position !== null) return { kind: 'message', id: position.topId, offset: position.topOffset };
  return beginsAtEnd ? lastOfAll : firstOfAll;
}
