import { VisuallyHidden } from '@mantine/core';
import type { ConversationItem } from '../../shared/conversations/types.ts';
import { formatCount, formatQuantity } from '../app/number-format.ts';
import { parseUtc, type TimeFormat } from '../app/time-format.ts';
import { rowSegments } from '../messages/message-text.ts';
import classes from './ConversationList.module.css';

interface ConversationRowProps {
  readonly id: string;
  readonly item: ConversationItem;
  readonly top: number;
  readonly height: number;
  /** Chosen by keyboard, or open. */
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly timeFormat: TimeFormat;
  readonly onOpen: (item: ConversationItem) => void;
}

/** One conversation: what it is called, who said what last and when, and how much of it is unread. */
export function ConversationRow(props: ConversationRowProps) {
  const { id, item, top, height, isChosen, isOpen, timeFormat, onOpen } = props;
  const { title, subtitle, lastAt, lastAuthor, lastText, unreadCount, messageCount } = item;
  const moment = parseUtc(lastAt);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and handles the keys for all its rows
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={classes.row}
      data-open={isOpen || undefined}
      data-unread={unreadCount > 0 || undefined}
      data-query={item.query}
      style={{ transform: `translateY(${top}px)`, height }}
      title={[title, subtitle, formatQuantity(messageCount, 'message')].filter(Boolean).join(', ')}
      onClick={() => onOpen(item)}
    >
      <span className={classes.title}>
        <bdi>{title}</bdi>
        {subtitle !== null && <bdi className={classes.subtitle}>{subtitle}</bdi>}
      </span>
      <span className={classes.date}>{moment === null ? '' : timeFormat.date(moment)}</span>
      <span className={classes.last}>
        <bdi className={classes.author}>{lastAuthor}:</bdi>{' '}
        <bdi>
          {rowSegments(lastText, [])
            .map(({ text }) => text)
            .join('')}
        </bdi>
      </span>
      {unreadCount > 0 ? (
        <span className={classes.unread} data-testid="unread-count">
          {formatCount(unreadCount)}
          <VisuallyHidden> unread</VisuallyHidden>
        </span>
      ) : (
        <span className={classes.count}>{formatCount(messageCount)}</span>
      )}
    </div>
  );
}
