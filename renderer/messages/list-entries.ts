import type { MessageItem } from '../../shared/messages/types.ts';

export interface MessageEntry {
  readonly kind: 'message';
  /** The message's id. */
  readonly key: string;
  readonly item: MessageItem;
  /** True right after another message of the same author: the name need not be said again. */
  readonly continues: boolean;
}

export interface DayEntry {
  readonly kind: 'day';
  readonly key: string;
  /** `2025-11-22`, in the zone that times are shown in. */
  readonly day: string;
}

/** One row of the list. */
export type ListEntry = MessageEntry | DayEntry;

/** Answers the day of a message, or null if it has no time. */
export type DayOf = (item: MessageItem) => string | null;

/** One row for each message, in the given order, with nothing between them. */
export function tableEntries(items: readonly MessageItem[]): readonly ListEntry[] {
  return items.map((item) => ({ kind: 'message', key: item.id, item, continues: false }));
}

/**
 * The rows of a chat: messages oldest first, with a row that names each new day. Of the first message's day nothing is
 * said unless it is the first of all (`isBeginning`): the day may have begun on a page that is not loaded. What comes
 * or goes above a message never changes the rows below it.
 */
export function chatEntries(items: readonly MessageItem[], dayOf: DayOf, isBeginning: boolean): readonly ListEntry[] {
  const entries: ListEntry[] = [];
  let before: MessageItem | null = null;
  let dayBefore: string | null = null;
  for (const item of items) {
    const day = dayOf(item);
    const isNewDay = day !== null && day !== dayBefore && (before !== null || isBeginning);
    if (isNewDay) entries.push({ kind: 'day', key: `day ${day} ${item.id}`, day });
    entries.push({
      kind: 'message',
      key: item.id,
      item,
      continues: !isNewDay && before !== null && isSameSpeaker(before, item),
    });
    before = item;
    dayBefore = day ?? dayBefore;
  }
  return entries;
}

function isSameSpeaker(one: MessageItem, other: MessageItem): boolean {
  return (
    one.author.id === other.author.id &&
    one.type === other.type &&
    one.server.id === other.server.id &&
    one.channel?.id === other.channel?.id
  );
}
