import { Button } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { copyText } from './copy-text.ts';

const confirmationMs = 1500;

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Puts a text on the clipboard, and says so for a moment. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  const { start } = useTimeout(() => setIsCopied(false), confirmationMs);
  const copy = () => {
    setIsCopied(copyText(text));
    start();
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <Button variant="subtle" size="compact-xs" leftSection={<Icon size="0.75rem" aria-hidden />} onClick={copy}>
      {isCopied ? 'Copied' : label}
    </Button>
  );
}
