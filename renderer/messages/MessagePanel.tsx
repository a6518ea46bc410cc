import { ActionIcon, Loader, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { AnnotationEditor } from '../annotations/AnnotationEditor.tsx';
import { MeToggle } from '../annotations/MeToggle.tsx';
import type { TimeFormat } from '../app/time-format.ts';
import { useRecordOpenedHit } from '../searches/use-record-search.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { keys } from '../contract/query-client.ts';
import { MessageActions } from './MessageActions.tsx';
import { MessageFacts } from './MessageFacts.tsx';
import classes from './MessagePanel.module.css';
import { MessageTypeBadge } from './MessageTypeBadge.tsx';
import { NameText } from './NameText.tsx';
import { FullText } from './FullText.tsx';

interface MessagePanelProps {
  readonly id: string;
  readonly timeFormat: TimeFormat;
  readonly onClose: () => void;
}

/** Everything that is known about one message, beside the list. */
export function MessagePanel({ id, timeFormat, onClose }: MessagePanelProps) {
  const client = useClient();
  const panel = useRef<HTMLElement>(null);
  useRecordOpenedHit(id);
  const {
    data: message,
    error,
    isPlaceholderData,
  } = useQuery({
    queryKey: [...keys.messages, 'detail', id],
    queryFn: ({ signal }) => client.call('messages.get', { id }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  // Opened by Enter or click it takes the focus, so that it can be read and scrolled by keyboard at once.
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes from anywhere inside
    <aside
      ref={panel}
      className={classes.panel}
      aria-label="Message"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      data-message-id={isPlaceholderData ? undefined : message?.id}
    >
      <header className={classes.header}>
        {message ? <MessageTypeBadge type={message.type} /> : <Loader size="xs" role="img" aria-label="Loading" />}
        <Title order={2} className={classes.author ?? ''}>
          {message ? <NameText reference={message.author} /> : 'Message'}
        </Title>
        {message && <MeToggle player={message.author} />}
        <ActionIcon aria-label="Close the panel (Esc)" onClick={onClose}>
          <X size="1rem" aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        {error && <ErrorNotice error={error} />}
        {message && (
          <>
            <FullText key={message.id} content={message.content} isDeleted={message.isDeleted} />
            <MessageActions message={message} />
            <AnnotationEditor key={`own ${message.id}`} subject={{ kind: 'message', id: message.id }} page={message} />
            <MessageFacts message={message} timeFormat={timeFormat} />
          </>
        )}
      </div>
    </aside>
  );
}
