import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MessageDetail, NamedId } from '../../shared/messages/types.ts';
import { CopyButton } from '../app/CopyButton.tsx';
import { printId } from '../conversations/context-place.ts';
import { useView } from '../app/ViewProvider.tsx';
import { prettyJson, readMetadata, type MetadataField } from './metadata-fields.ts';
import classes from './MessagePanel.module.css';

/** The message's metadata as names and values, and as the backup's own JSON on demand. */
export function MessageMetadata({ message }: { readonly message: MessageDetail }) {
  const { metadata, namedIds } = message;
  const [isRaw, setIsRaw] = useState(false);
  if (metadata === null) return null;
  const fields = readMetadata(metadata, namedIds);
  const showsRaw = isRaw || fields === null;
  const json = prettyJson(metadata);
  return (
    <>
      <h3 className={classes.section}>
        Metadata{' '}
        {fields !== null && (
          <Button variant="subtle" size="compact-xs" aria-pressed={isRaw} onClick={() => setIsRaw(!isRaw)}>
            {isRaw ? 'Show as a list' : 'Show JSON'}
          </Button>
        )}
        {showsRaw && <CopyButton text={json} label="Copy JSON" />}
      </h3>
      {showsRaw ? (
        <>
          {fields === null && <div className={classes.quiet}>Not valid JSON:</div>}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard must reach it */}
          <pre className={classes.raw} tabIndex={0} aria-label="Metadata as JSON" data-testid="raw-metadata">
            {json}
          </pre>
        </>
      ) : (
        <dl className={classes.facts} data-testid="metadata">
          {fields.map((field) => (
            <FieldRow key={field.path} field={field} />
          ))}
        </dl>
      )}
    </>
  );
}

function FieldRow({ field }: { readonly field: MetadataField }) {
  const { path, value, named, percent } = field;
  return (
    <>
      <dt>{path}</dt>
      <dd dir="auto">
        {named ? <NamedValue named={named} /> : percent === null ? value : <HealthBar percent={percent} label={path} />}
      </dd>
    </>
  );
}

/** A raid, guild or party leads to its conversation, a player to what they wrote. */
function NamedValue({ named }: { readonly named: NamedId }) {
  const { dispatch } = useView();
  const { kind, id, name } = named;
  const open = () =>
    dispatch({
      type: 'open',
      place: { view: kind === 'user' ? 'messages' : 'conversations', query: queryOf(named), position: null },
    });
  return (
    <button type="button" className={classes.link} title={`${kind} ${id}`} onClick={open}>
      <bdi>{name}</bdi>
    </button>
  );
}

function queryOf({ kind, id }: NamedId): string {
  return `${kind === 'user' ? 'from' : kind}:${printId(id)}`;
}

function HealthBar({ percent, label }: { readonly percent: number; readonly label: string }) {
  return (
    <span className={classes.health}>
      <meter className={classes.meter} min={0} max={100} value={percent} aria-label={label} /> {percent} %
    </span>
  );
}
