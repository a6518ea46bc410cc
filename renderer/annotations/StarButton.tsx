import { UnstyledButton } from '@mantine/core';
import { Star } from 'lucide-react';
import type { SubjectKind } from '../../shared/annotations/types.ts';
import classes from './Annotations.module.css';

interface StarButtonProps {
  readonly kind: SubjectKind;
  readonly isStarred: boolean;
  readonly isPending: boolean;
  readonly isDisabled: boolean;
  /** -1 in the list, whose keys work on the chosen row instead. */
  readonly tabIndex?: number;
  readonly onToggle: () => void;
}

/** A star: full when it is on, an outline when it is not, dashed around while it waits to be kept. */
export function StarButton({ kind, isStarred, isPending, isDisabled, tabIndex = 0, onToggle }: StarButtonProps) {
  return (
    <UnstyledButton
      className={classes.star}
      aria-label={`Star this ${kind}`}
      aria-pressed={isStarred}
      title={titleOf(isStarred, isPending, isDisabled)}
      data-pending={isPending || undefined}
      disabled={isDisabled}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Star size="0.9375rem" aria-hidden {...(isStarred ? { fill: 'currentColor' } : {})} />
    </UnstyledButton>
  );
}

function titleOf(isStarred: boolean, isPending: boolean, isDisabled: boolean): string {
  if (isDisabled) return 'This library can only be read';
  if (isPending) return 'Kept when the import has ended';
  return isStarred ? 'Starred: take the star off (S)' : 'Star (S)';
}
