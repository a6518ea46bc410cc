import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../app/number-format.ts';
import classes from './MessagePanel.module.css';
import { readableText } from './message-text.ts';

/** A message can hold millions of characters, and laying out that many freezes the window for seconds. */
const firstCharacters = 20_000;

/** The whole text as it was written; a very long one is shown in full only when asked for. */
export function FullText({ content, isDeleted }: { readonly content: string; readonly isDeleted: boolean }) {
  const [isWhole, setIsWhole] = useState(false);
  const isCut = !isWhole && content.length > firstCharacters;
  return (
    <>
      <div className={classes.text} dir="auto" data-deleted={isDeleted || undefined} data-testid="full-text">
        {readableText(isCut ? content.slice(0, firstCharacters) : content)}
        {isCut && '…'}
      </div>
      {isCut && (
        <Button variant="default" mb="md" onClick={() => setIsWhole(true)}>
          Show all {formatCount(content.length)} characters
        </Button>
      )}
    </>
  );
}
