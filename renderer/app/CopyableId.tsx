import { ActionIcon, Tooltip } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { copyText } from './copy-text.ts';
import classes from './CopyableId.module.css';

const confirmationMs = 1500;

/** An id with a button that copies it. */
export function CopyableId({ id }: { readonly id: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const { start } = useTimeout(() => setIsCopied(false), confirmationMs);
  const copy = () => {
    setIsCopied(copyText(id));
    start();
  };
  return (
    <span className={classes.id}>
      <span className={classes.text} title={id}>
        {id}
      </span>
      <Tooltip label={isCopied ? 'Copied' : 'Copy'}>
        <ActionIcon size="xs" aria-label={isCopied ? `Copied ${id}` : `Copy ${id}`} onClick={copy}>
          {isCopied ? <Check size="0.75rem" aria-hidden /> : <Copy size="0.75rem" aria-hidden />}
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
