import { VisuallyHidden } from '@mantine/core';
import { CircleDashed } from 'lucide-react';
import type { NamedReference } from '../../shared/messages/types.ts';
import classes from './NameText.module.css';

const placeholderNote = 'Named in the backup, but not contained in it';

interface NameTextProps {
  readonly reference: NamedReference;
  readonly prefix?: string;
}

/** A player's, channel's or server's name in whatever script, kept apart from the text around it. */
export function NameText({ reference, prefix = '' }: NameTextProps) {
  const { name, isPlaceholder } = reference;
  return (
    <span className={classes.name} title={isPlaceholder ? `${name}: ${placeholderNote}` : name}>
      {isPlaceholder && (
        <>
          <CircleDashed className={classes.icon ?? ''} size="0.75rem" aria-hidden />
          <VisuallyHidden>{placeholderNote}: </VisuallyHidden>
        </>
      )}
      {prefix}
      <bdi>{name.replaceAll('\0', '␀')}</bdi>
    </span>
  );
}
