import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import classes from './CopyableId.module.css';

/** An id with a button that copies it. */
export function CopyableId({ id }: { readonly id: string }) {
  return (
    <span className={classes.id}>
      <span className={classes.text} title={id}>
        {id}
      </span>
      <CopyButton value={id} timeout={1500}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy'}>
            <ActionIcon size="xs" aria-label={copied ? `Copied ${id}` : `Copy ${id}`} onClick={copy}>
              {copied ? <Check size="0.75rem" aria-hidden /> : <Copy size="0.75rem" aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
