import { Button, Tooltip } from '@mantine/core';
import { MessagesSquare, X } from 'lucide-react';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { formatCount, formatQuantity } from '../../app/number-format.ts';
import type { TimeFormat } from '../../app/time-format.ts';
import { ErrorNotice } from '../../contract/ErrorNotice.tsx';
import classes from './RaidChat.module.css';
import { ChatList } from './ChatList.tsx';
import { formatMoment, type SecondRange } from './fight-moments.ts';
import { useOpenMessage } from './use-open-message.ts';
import type { Fight } from './use-fight.ts';
import type { RaidChatPages } from './use-raid-chat.ts';

interface RaidChatProps {
  readonly detail: RaidDetail;
  readonly chat: RaidChatPages;
  readonly fight: Fight;
  readonly timeFormat: TimeFormat;
  /** The message nearest to where the pointer rests on the line. */
  readonly hoveredId: string | null;
  readonly onHover: (second: number | null) => void;
}

/** What was said during the pull, linked with the line of health: as wide as the range that was chosen there. */
export function RaidChat({ detail, chat, fight, timeFormat, hoveredId, onHover }: RaidChatProps) {
  const { range, activeId } = fight.state;
  const openMessage = useOpenMessage();
  return (
    <section className={classes.chat} aria-label="Chat">
      <header className={classes.header}>
        <h2 className={classes.title}>Chat</h2>
        <ChatCount detail={detail} chat={chat} range={range} onClear={() => fight.brush(null)} />
        <Tooltip label="Shows the chosen message in its conversation (Enter)">
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<MessagesSquare size="0.75rem" aria-hidden />}
            disabled={activeId === null}
            onClick={() => {
              if (activeId !== null) openMessage(activeId);
            }}
          >
            In context
          </Button>
        </Tooltip>
      </header>
      {chat.error !== null && <ErrorNotice error={chat.error} />}
      {chat.messages !== null && (
        <ChatList
          messages={chat.messages}
          samples={detail.samples}
          chat={chat}
          fight={fight}
          timeFormat={timeFormat}
          hoveredId={hoveredId}
          onHover={onHover}
          onOpen={openMessage}
        />
      )}
    </section>
  );
}

interface ChatCountProps {
  readonly detail: RaidDetail;
  readonly chat: RaidChatPages;
  readonly range: SecondRange | null;
  readonly onClear: () => void;
}

/** `86 messages, 3 by server and time`; of a range `1:20–2:05, 14 messages` with a button that clears it. */
function ChatCount({ detail, chat, range, onClear }: ChatCountProps) {
  const { messageCount, messagesByTimeCount } = detail;
  if (range !== null) {
    const count = chat.isStale || chat.total === null ? '…' : formatQuantity(chat.total, 'message');
    return (
      <span className={classes.count} data-testid="chat-range">
        <span role="status">
          <strong>
            {formatMoment(range.from)}–{formatMoment(range.to)}
          </strong>
          , {count}
        </span>
        <Button
          variant="light"
          size="compact-xs"
          leftSection={<X size="0.75rem" aria-hidden />}
          title="Shows the whole chat again (Esc)"
          onClick={onClear}
        >
          Clear
        </Button>
      </span>
    );
  }
  return (
    <span className={classes.count} data-testid="chat-count">
      <span>
        {formatQuantity(messageCount, 'message')}
        {messagesByTimeCount > 0 && (
          <>
            {', '}
            <Tooltip label="These name no raid in their metadata. They are of type raid and were written on this server while the raid went on.">
              <span className={classes.explained}>{formatCount(messagesByTimeCount)} by server and time</span>
            </Tooltip>
          </>
        )}
      </span>
    </span>
  );
}
