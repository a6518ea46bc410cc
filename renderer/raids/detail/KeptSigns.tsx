import { UnstyledButton } from '@mantine/core';
import { StickyNote, Tag } from 'lucide-react';
import type { Raid } from '../../../shared/raids/types.ts';
import { useAnnotationStore, useIsReadOnly } from '../../annotations/AnnotationsProvider.tsx';
import { StarButton } from '../../annotations/StarButton.tsx';
import { useAnnotate, useAnnotation } from '../../annotations/use-annotation.ts';
import classes from './RaidHeadline.module.css';

const tagsShown = 4;

/** The star beside the raid's name, and what else the person keeps on it: a click leads to where it is written. */
export function KeptSigns({ raid }: { readonly raid: Raid }) {
  const isReadOnly = useIsReadOnly();
  const store = useAnnotationStore();
  const annotate = useAnnotate();
  const subject = { kind: 'raid', id: raid.id } as const;
  const { isStarred, tags, hasNote, isPending } = useAnnotation(subject, raid);
  const hidden = tags.length - tagsShown;
  return (
    <span className={classes.kept}>
      <StarButton
        kind="raid"
        isStarred={isStarred}
        isPending={isPending}
        isDisabled={isReadOnly}
        onToggle={() => void annotate(subject, { isStarred: !isStarred })}
      />
      {(!isReadOnly || tags.length > 0) && (
        <UnstyledButton
          className={classes.keptButton ?? ''}
          title={tags.length === 0 ? 'Add tags (T)' : `Tags: ${tags.join(', ')} (T)`}
          onClick={() => store.requestField({ subject, field: 'tags' })}
        >
          <Tag size="0.8125rem" aria-hidden />
          {tags.length === 0 && 'Add tags'}
          {tags.slice(0, tagsShown).map((tag) => (
            <bdi key={tag} className={classes.tag}>
              {tag}
            </bdi>
          ))}
          {hidden > 0 && `+${hidden}`}
        </UnstyledButton>
      )}
      {(!isReadOnly || hasNote) && (
        <UnstyledButton
          className={classes.keptButton ?? ''}
          data-has-note={hasNote || undefined}
          title={hasNote ? 'Go to the note (N)' : 'Write a note (N)'}
          onClick={() => store.requestField({ subject, field: 'note' })}
        >
          <StickyNote size="0.8125rem" aria-hidden />
          {hasNote ? 'Has a note' : 'Add a note'}
        </UnstyledButton>
      )}
    </span>
  );
}
