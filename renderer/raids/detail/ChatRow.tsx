import { VisuallyHidden } from '@mantine/core';
import { Clock, Trash2 } from 'lucide-react';
import { memo, type Ref } from 'react';
import type { HealthSample, RaidMessage } from '../../../shared/raids/pull-types.ts';
import { isTextSelected } from '../../app/text-selection.ts';
import type { TimeFormat } from '../../app/time-format.ts';
import { NameText } from '../../messages/NameText.tsx';
import { formatPercent } from '../raid-format.ts';
import { eventKindOf, isMarked } from './event-kinds.ts';
import { EventIcon } from './EventIcon.tsx';
import { formatMoment, sampleAt } from './fight-moments.ts';
import classes from './RaidChat.module.css';

interface ChatRowProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly message: RaidMessage;
  readonly samples: readonly HealthSample[];
  readonly isActive: boolean;
  readonly isHovered: boolean;
  readonly timeFormat: TimeFormat;
  readonly onChoose: (messageId: string, second: number) => void;
  readonly onHover: (second: number | null) => void;
  /** Double click. */
  readonly onOpen: (messageId: string) => void;
}

const byTimeNote = 'Names no raid: it belongs here because it was written on this server while the raid went on';

/** One message with its time from the pull. */
export const ChatRow = memo(function ChatRow(props: ChatRowProps) {
  const { ref, id, index, top, message, isActive, isHovered, timeFormat, onChoose, onHover, onOpen } = props;
  const { second, event, isDeleted } = message;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and handles the keys for all its rows
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes.row}
      data-index={index}
      data-chat-id={message.id}
      data-hovered={isHovered || undefined}
      data-deleted={isDeleted || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => {
        if (!isTextSelected()) onChoose(message.id, second);
      }}
      onDoubleClick={() => onOpen(message.id)}
      onPointerEnter={() => onHover(second)}
    >
      <span className={classes.time} title={`${timeFormat.dateTime(message.atMs)} ${timeFormat.zone}`}>
        {formatMoment(second)}
      </span>
      <span className={classes.said}>
        <span className={classes.author}>
          <NameText reference={message.author} />
        </span>
        {isMarked(event) && (
          <span className={classes.event}>
            <EventIcon kind={eventKindOf(event)} />
            {eventKindOf(event).label}
          </span>
        )}
        {message.belongsBy === 'time' && (
          <span className={classes.sign} title={byTimeNote}>
            <Clock size="0.75rem" aria-hidden />
            <VisuallyHidden>By server and time</VisuallyHidden>
          </span>
        )}
        {isDeleted && (
          <span className={classes.sign} title="Deleted on the server">
            <Trash2 size="0.75rem" aria-hidden />
            <VisuallyHidden>Deleted</VisuallyHidden>
          </span>
        )}
        <bdi className={classes.text}>{message.content}</bdi>
      </span>
      <RowHealth message={message} samples={props.samples} />
    </div>
  );
});

/** The boss's health that the message itself told, else (paler) what had been told last. */
function RowHealth({ message, samples }: { readonly message: RaidMessage; readonly samples: readonly HealthSample[] }) {
  const { health, second } = message;
  if (health !== null) {
    return (
      <span className={classes.health} title="The boss’s health, as this message tells it">
        {formatPercent(health)}
      </span>
    );
  }
  const sample = sampleAt(samples, second);
  if (sample === null) return <span className={classes.health} />;
  return (
    <span
      className={classes.health}
      data-told-before
      title={`This message tells no health; ${formatPercent(sample.health)} was told last, at ${formatMoment(sample.second)}`}
    >
      ({formatPercent(sample.health)})
    </span>
  );
}
