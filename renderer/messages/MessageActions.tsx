import { Button } from '@mantine/core';
import { MessagesSquare } from 'lucide-react';
import type { MessageDetail } from '../../shared/messages/types.ts';
import { printMessageLink } from '../../shared/messages/message-link.ts';
import { CopyButton } from '../app/CopyButton.tsx';
import { useView } from '../app/ViewProvider.tsx';
import { contextPlace } from '../conversations/context-place.ts';
import classes from './MessagePanel.module.css';

/** What can be done with one message. */
export function MessageActions({ message }: { readonly message: MessageDetail }) {
  const { dispatch } = useView();
  return (
    <div className={classes.actions}>
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<MessagesSquare size="0.75rem" aria-hidden />}
        onClick={() => dispatch({ type: 'open', place: contextPlace(message) })}
      >
        Show in conversation
      </Button>
      <CopyButton text={message.content} label="Copy text" />
      <CopyButton text={printMessageLink(message.id)} label="Copy link" />
      <CopyButton text={message.id} label="Copy id" />
    </div>
  );
}
