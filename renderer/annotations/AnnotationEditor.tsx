import { Alert } from '@mantine/core';
import { useId } from 'react';
import type { MessageDetail } from '../../shared/messages/types.ts';
import { useJobs } from '../jobs/use-jobs.ts';
import { shownAnnotation, shownNote } from './annotation-store.ts';
import classes from './Annotations.module.css';
import { NoteField } from './NoteField.tsx';
import { StarButton } from './StarButton.tsx';
import { TagsField } from './TagsField.tsx';
import { findWritingJob, useAnnotate, useKnownAnnotation } from './use-annotation.ts';
import { useIsReadOnly } from './AnnotationsProvider.tsx';

/** The person's own star, tags and note on a message, in its panel. Kept in the library, apart from what was imported. */
export function AnnotationEditor({ message }: { readonly message: MessageDetail }) {
  const known = useKnownAnnotation(message.id);
  const annotate = useAnnotate();
  const isReadOnly = useIsReadOnly();
  const writingJob = findWritingJob(useJobs());
  const heading = useId();
  const { isStarred, tags, hasNote, isPending } = shownAnnotation(message, known);
  if (isReadOnly && !isStarred && !hasNote && tags.length === 0) return null;
  return (
    <section className={classes.editor} aria-labelledby={heading} data-testid="annotation-editor">
      <header className={classes.editorHeader}>
        <h3 id={heading} className={classes.editorTitle}>
          Kept by you
        </h3>
        <StarButton
          isStarred={isStarred}
          isPending={isPending}
          isDisabled={isReadOnly}
          onToggle={() => void annotate(message.id, { isStarred: !isStarred })}
        />
      </header>
      {isPending && writingJob !== undefined && (
        <Alert data-tone="warning" p="xs" className={classes.waiting ?? ''}>
          Kept as soon as “{writingJob.title}” has ended.
        </Alert>
      )}
      <TagsField
        messageId={message.id}
        tags={tags}
        isReadOnly={isReadOnly}
        onChange={(changed) => void annotate(message.id, { tags: changed })}
      />
      <NoteField
        messageId={message.id}
        note={shownNote(message.note, known)}
        isReadOnly={isReadOnly}
        onSave={(note) => annotate(message.id, { note })}
      />
    </section>
  );
}
