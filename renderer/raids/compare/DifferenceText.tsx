import { VisuallyHidden } from '@mantine/core';
import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import classes from './Compare.module.css';
import { sayDifference, type Difference } from './difference.ts';

interface DifferenceTextProps {
  readonly difference: Difference | null;
  /** What it is a difference to: `A`. */
  readonly referenceName: string;
  /** Whether the word (`better`) is seen, or only heard and in the tooltip. */
  readonly isWordShown?: boolean;
}

/** A difference with its sign, an arrow and a word; its colour only repeats the word. Nothing where there is none. */
export function DifferenceText({ difference, referenceName, isWordShown = false }: DifferenceTextProps) {
  if (difference === null) return null;
  const { direction, judgement, text, word } = difference;
  const Arrow = direction === 'same' ? Equal : direction === 'more' ? ArrowUp : ArrowDown;
  const sentence = sayDifference(difference, referenceName);
  return (
    <span className={classes.difference} data-judgement={judgement ?? undefined} title={sentence}>
      <Arrow size="0.75rem" aria-hidden />
      <span>{text}</span>
      {word !== '' && (isWordShown ? <span>{word}</span> : <VisuallyHidden>{word}</VisuallyHidden>)}
    </span>
  );
}
