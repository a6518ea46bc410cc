import { Button, Loader, Text } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { useView } from '../app/ViewProvider.tsx';
import classes from './NoHits.module.css';

/** An empty list, with what to try next. */
export function NoHits({ query, isKnown }: { readonly query: string; readonly isKnown: boolean }) {
  const { dispatch } = useView();
  if (!isKnown) {
    return (
      <div className={classes.empty}>
        <Loader size="sm" aria-label="Searching" />
      </div>
    );
  }
  const insideWords = insideWordsOf(query);
  return (
    <div className={classes.empty}>
      <SearchX size="2rem" strokeWidth={1.25} aria-hidden />
      <Text fw={600}>No message matches</Text>
      <Text size="sm" c="dimmed">
        A plain word finds whole words only. Try fewer words, or <kbd>word*</kbd> for words that begin with it.
      </Text>
      <div className={classes.actions}>
        {insideWords !== null && (
          <Button variant="default" onClick={() => dispatch({ type: 'set-query', query: insideWords })}>
            Search inside words: {insideWords}
          </Button>
        )}
        <Button variant="default" onClick={() => dispatch({ type: 'set-query', query: '' })}>
          Show all messages
        </Button>
      </div>
    </div>
  );
}

/** The same search inside of words, for a query that is one plain word of a length the search can serve. */
function insideWordsOf(query: string): string | null {
  const word = query.trim();
  return /^[\p{L}\p{N}]{3,}$/u.test(word) ? `*${word}*` : null;
}
