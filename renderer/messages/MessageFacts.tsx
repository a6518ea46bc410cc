import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MessageDetail } from '../../shared/messages/types.ts';
import { CopyableId } from '../app/CopyableId.tsx';
import { durationText } from '../app/duration-text.ts';
import { Moment } from '../app/Moment.tsx';
import { parseUtc, type TimeFormat } from '../app/time-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { typeLooks } from './message-types.ts';
import { MessageMetadata } from './MessageMetadata.tsx';
import classes from './MessagePanel.module.css';
import { NameText } from './NameText.tsx';
import { ReactionList } from './ReactionList.tsx';

interface MessageFactsProps {
  readonly message: MessageDetail;
  readonly timeFormat: TimeFormat;
}

/** All fields of a message by name. */
export function MessageFacts({ message, timeFormat }: MessageFactsProps) {
  const { createdAt, updatedAt, editedAt, channel } = message;
  return (
    <>
      <dl className={classes.facts}>
        <Fact name="Sent">
          <Moment utc={createdAt} timeFormat={timeFormat} />
        </Fact>
        {message.isEdited && (
          <Fact name="Edited">
            <Moment utc={editedAt} timeFormat={timeFormat} />
            <Later utc={editedAt} than={createdAt} />
          </Fact>
        )}
        {updatedAt !== null && updatedAt !== createdAt && updatedAt !== editedAt && (
          <Fact name="Updated">
            <Moment utc={updatedAt} timeFormat={timeFormat} />
          </Fact>
        )}
        {message.isDeleted && (
          <Fact name="Deleted">
            <span className={classes.danger}>{message.deletionReason ?? 'yes, without a reason'}</span>
          </Fact>
        )}
        <Fact name="Type">{typeLooks[message.type].label}</Fact>
        {message.recipient && (
          <Fact name="To">
            <NameText reference={message.recipient} />
            {message.isUnread && <div className={classes.unread}>not read yet</div>}
          </Fact>
        )}
        <Fact name="Channel">{channel ? <NameText reference={channel} prefix="#" /> : <None />}</Fact>
        <Fact name="Server">
          <NameText reference={message.server} />
        </Fact>
      </dl>
      <ReactionList reactions={message.reactions} />
      <MessageMetadata key={message.id} message={message} />
      <h3 className={classes.section}>Where it is from</h3>
      <dl className={classes.facts}>
        <Fact name="Import">
          <ImportName importId={message.importId} />
        </Fact>
        <Fact name="Message id">
          <CopyableId id={message.id} />
        </Fact>
        <Fact name="Author id">
          <CopyableId id={message.author.id} />
        </Fact>
        {channel && (
          <Fact name="Channel id">
            <CopyableId id={channel.id} />
          </Fact>
        )}
        <Fact name="Server id">
          <CopyableId id={message.server.id} />
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function None() {
  return <span className={classes.quiet}>none</span>;
}

/** How long after another time: `5 min later`. */
function Later({ utc, than }: { readonly utc: string | null; readonly than: string | null }) {
  const [moment, before] = [parseUtc(utc), parseUtc(than)];
  if (moment === null || before === null || moment < before) return null;
  return <div className={classes.quiet}>{durationText(moment - before)} later</div>;
}

function ImportName({ importId }: { readonly importId: number | null }) {
  const client = useClient();
  const { data } = useQuery({ queryKey: keys.imports, queryFn: () => client.call('imports.list', {}) });
  if (importId === null) return <None />;
  const record = data?.find(({ id }) => id === importId);
  return <>{record ? record.source : `Import ${importId}`}</>;
}
