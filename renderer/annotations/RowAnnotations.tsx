import { VisuallyHidden } from '@mantine/core';
import { StickyNote } from 'lucide-react';
import type { SubjectKind } from '../../shared/annotations/types.ts';
import type { MessageItem } from '../../shared/messages/types.ts';
import classes from './Annotations.module.css';
import { StarButton } from './StarButton.tsx';
import { useAnnotate, useAnnotation } from './use-annotation.ts';
import { useIsReadOnly } from './AnnotationsProvider.tsx';

const tagsShown = 2;

interface RowAnnotationsProps {
  readonly kind?: SubjectKind;
  readonly item: Pick<MessageItem, 'id' | 'isStarred' | 'tags' | 'hasNote'>;
}

/** The note sign, tags and star of a message or raid at the end of its line; the outline of a star shows under the pointer. */
export function RowAnnotations({ kind = 'message', item }: RowAnnotationsProps) {
  const subject = { kind, id: item.id };
  const { isStarred, tags, hasNote, isPending } = useAnnotation(subject, item);
  const annotate = useAnnotate();
  const isReadOnly = useIsReadOnly();
  const hidden = tags.length - tagsShown;
  return (
    <span className={classes.row} data-pending={isPending || undefined}>
      {hasNote && (
        <span className={classes.sign} title="Has a note">
          <StickyNote size="0.8125rem" aria-hidden />
          <VisuallyHidden>Has a note</VisuallyHidden>
        </span>
      )}
      {tags.length > 0 && (
        <span className={classes.tags} title={tags.join(', ')}>
          <VisuallyHidden>Tags: {tags.join(', ')}</VisuallyHidden>
          {tags.slice(0, tagsShown).map((tag) => (
            <span key={tag} className={classes.tag} aria-hidden>
              <bdi>{tag}</bdi>
            </span>
          ))}
          {hidden > 0 && (
            <span className={classes.more} aria-hidden>
              +{hidden}
            </span>
          )}
        </span>
      )}
      {(isStarred || !isReadOnly) && (
        <StarButton
          kind={subject.kind}
          isStarred={isStarred}
          isPending={isPending}
          isDisabled={isReadOnly}
          tabIndex={-1}
          onToggle={() => void annotate(subject, { isStarred: !isStarred })}
        />
      )}
    </span>
  );
}
