import { VisuallyHidden } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { memo } from 'react';
import type { MessageItem, ReactionCount } from '../../shared/messages/types.ts';
import { RowAnnotations } from '../annotations/RowAnnotations.tsx';
import { formatCount } from '../app/number-format.ts';
import { isTextSelected } from '../app/text-selection.ts';
import { parseUtc, type TimeFormat } from '../app/time-format.ts';
import { readableText, rowSegments } from './message-text.ts';
import classes from './MessageRow.module.css';
import { MessageTypeBadge } from './MessageTypeBadge.tsx';
import { NameText } from './NameText.tsx';

interface MessageRowProps {
  readonly id: string;
  readonly item: MessageItem;
  readonly top: number;
  readonly height: number;
  /** 1-based place among all hits; null when the top of the list has not been seen. */
  readonly rowNumber: number | null;
  readonly isActive: boolean;
  /** The message that the person came for. */
  readonly isFocus: boolean;
  /** True right after another message of the same author. */
  readonly continues: boolean;
  /** False where a row above names the day. */
  readonly showsDate: boolean;
  readonly timeFormat: TimeFormat;
  readonly onPick: (id: string) => void;
  /** Double click. */
  readonly onEnter: (id: string) => void;
}

/** One message on one line. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { id, item, top, height, rowNumber, isActive, isFocus, continues, showsDate, timeFormat, onPick, onEnter } =
    props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid handles the keys for all its rows
    <div
      id={id}
      role="row"
      aria-selected={isActive}
      {...(rowNumber === null ? {} : { 'aria-rowindex': rowNumber })}
      className={classes.row}
      data-message-id={item.id}
      data-deleted={item.isDeleted || undefined}
      data-unread={item.isUnread || undefined}
      data-focus={isFocus || undefined}
      data-continues={continues || undefined}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={() => {
        if (!isTextSelected()) onPick(item.id);
      }}
      onDoubleClick={() => onEnter(item.id)}
    >
      <MessageTime createdAt={item.createdAt} showsDate={showsDate} timeFormat={timeFormat} />
      <span role="gridcell" data-column="type" className={classes.type}>
        <MessageTypeBadge type={item.type} />
      </span>
      <span role="gridcell" data-column="server" className={classes.server}>
        <NameText reference={item.server} />
      </span>
      <span role="gridcell" data-column="channel" className={classes.channel}>
        {item.channel && <NameText reference={item.channel} prefix="#" />}
        {item.recipient && <NameText reference={item.recipient} prefix="to " />}
      </span>
      <span role="gridcell" data-column="author" className={classes.author}>
        <NameText reference={item.author} />
      </span>
      <MessageContent item={item} />
      <span role="gridcell" data-column="reactions" className={classes.reactions}>
        <ReactionPills reactions={item.reactions} />
      </span>
    </div>
  );
});

interface MessageTimeProps {
  readonly createdAt: string | null;
  readonly showsDate: boolean;
  readonly timeFormat: TimeFormat;
}

function MessageTime({ createdAt, showsDate, timeFormat }: MessageTimeProps) {
  const moment = parseUtc(createdAt);
  if (moment === null) {
    return (
      <span role="gridcell" data-column="time" className={classes.time}>
        <span className={classes.date}>no time</span>
      </span>
    );
  }
  const [date, time] = timeFormat.dateTime(moment).split(' ');
  return (
    <span role="gridcell" data-column="time" className={classes.time}>
      {showsDate && (
        <span className={classes.date} data-part="date">
          {date}{' '}
        </span>
      )}
      {time}
    </span>
  );
}

function MessageContent({ item }: { readonly item: MessageItem }) {
  return (
    <span role="gridcell" className={classes.content}>
      {item.isUnread && (
        <span className={classes.unread} title="Not read yet">
          <VisuallyHidden>Unread: </VisuallyHidden>
        </span>
      )}
      {item.isDeleted && (
        <span className={classes.sign} title="Deleted on the server">
          <Trash2 size="0.8125rem" aria-hidden />
          <VisuallyHidden>Deleted: </VisuallyHidden>
        </span>
      )}
      <span
        className={classes.text}
        dir="auto"
        onMouseEnter={({ currentTarget }) => {
          const isTruncated = currentTarget.scrollWidth > currentTarget.clientWidth;
          currentTarget.title = isTruncated ? readableText(item.content) : '';
        }}
      >
        {rowSegments(item.content, item.highlights).map(({ text, start, isHit }) =>
          isHit ? <mark key={start}>{text}</mark> : text,
        )}
      </span>
      {item.isEdited && (
        <span className={classes.sign} title="Edited after it was sent">
          <Pencil size="0.75rem" aria-hidden />
          <VisuallyHidden>(edited)</VisuallyHidden>
        </span>
      )}
      <RowAnnotations item={item} />
    </span>
  );
}

const pillLimit = 3;

function ReactionPills({ reactions }: { readonly reactions: readonly ReactionCount[] }) {
  const hidden = reactions.length - pillLimit;
  return (
    <>
      {reactions.slice(0, pillLimit).map(({ reaction, count }) => (
        <span key={reaction} className={classes.pill} title={`${reaction}: ${formatCount(count)}`}>
          <bdi>{reaction}</bdi> {formatCount(count)}
        </span>
      ))}
      {hidden > 0 && <span className={classes.pill}>+{hidden}</span>}
    </>
  );
}
