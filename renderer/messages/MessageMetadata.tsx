import { Button } from '@mantine/core';
import { useState } from 'react';
import { readMetadata } from './metadata-fields.ts';
import classes from './MessagePanel.module.css';

/** The message's metadata as names and values, and as the backup's own JSON on demand. */
export function MessageMetadata({ metadata }: { readonly metadata: string | null }) {
  const [isRaw, setIsRaw] = useState(false);
  if (metadata === null) return null;
  const fields = readMetadata(metadata);
  const showsRaw = isRaw || fields === null;
  return (
    <>
      <h3 className={classes.section}>
        Metadata{' '}
        {fields !== null && (
          <Button variant="subtle" size="compact-xs" aria-pressed={isRaw} onClick={() => setIsRaw(!isRaw)}>
            {isRaw ? 'Show as a list' : 'Show JSON'}
          </Button>
        )}
      </h3>
      {showsRaw ? (
        <>
          {fields === null && <div className={classes.quiet}>Not valid JSON:</div>}
          <pre className={classes.raw}>{metadata}</pre>
        </>
      ) : (
        <dl className={classes.facts}>
          {fields.map(({ path, value }) => (
            <FieldRow key={path} path={path} value={value} />
          ))}
        </dl>
      )}
    </>
  );
}

function FieldRow({ path, value }: { readonly path: string; readonly value: string }) {
  return (
    <>
      <dt>{path}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}
