import { Button } from '@mantine/core';
import { MessagesSquare, Swords } from 'lucide-react';
import type { MessageDetail } from '../../shared/messages/types.ts';
import { printMessageLink } from '../../shared/messages/message-link.ts';
import { CopyButton } from '../app/CopyButton.tsx';
import { useView } from '../app/ViewProvider.tsx';
import { placeInRaid } from '../raids/raid-path.ts';
import { contextPlace } from '../conversations/context-place.ts';
import classes from './MessagePanel.module.css';

/** What can be done with one message. */
export function MessageActions({ message }: { readonly message: MessageDetail }) {
  const { dispatch } = useView();
  const raid = message.namedIds.find(({ kind }) => kind === 'raid');
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
      {raid && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<Swords size="0.75rem" aria-hidden />}
          onClick={() => dispatch({ type: 'open', place: placeInRaid(raid.id, message.id) })}
        >
          Show in raid
        </Button>
      )}
      <CopyButton text={message.content} label="Copy text" />
      <CopyButton text={printMessageLink(message.id)} label="Copy link" />
      <CopyButton text={message.id} label="Copy id" />
    </div>
  );
}
