import { Alert } from '@mantine/core';
import { useId } from 'react';
import type { Subject } from '../../shared/annotations/types.ts';
import { useJobs } from '../jobs/use-jobs.ts';
import { shownAnnotation, shownNote, type ShownAnnotation } from './annotation-store.ts';
import classes from './Annotations.module.css';
import { NoteField } from './NoteField.tsx';
import { StarButton } from './StarButton.tsx';
import { TagsField } from './TagsField.tsx';
import { findWritingJob, useAnnotate, useKnownAnnotation } from './use-annotation.ts';
import { useIsReadOnly } from './AnnotationsProvider.tsx';

interface AnnotationEditorProps {
  readonly subject: Subject;
  /** What the subject had when it was read. */
  readonly page: Omit<ShownAnnotation, 'isPending'> & { readonly note: string | null };
}

/** The person's own star, tags and note on a message or a raid. Kept in the library, apart from what was imported. */
export function AnnotationEditor({ subject, page }: AnnotationEditorProps) {
  const known = useKnownAnnotation(subject);
  const annotate = useAnnotate();
  const isReadOnly = useIsReadOnly();
  const writingJob = findWritingJob(useJobs());
  const heading = useId();
  const { isStarred, tags, hasNote, isPending } = shownAnnotation(page, known);
  if (isReadOnly && !isStarred && !hasNote && tags.length === 0) return null;
  return (
    <section className={classes.editor} aria-labelledby={heading} data-testid="annotation-editor">
      <header className={classes.editorHeader}>
        <h3 id={heading} className={classes.editorTitle}>
          Kept by you
        </h3>
        <StarButton
          kind={subject.kind}
          isStarred={isStarred}
          isPending={isPending}
          isDisabled={isReadOnly}
          onToggle={() => void annotate(subject, { isStarred: !isStarred })}
        />
      </header>
      {isPending && writingJob !== undefined && (
        <Alert data-tone="warning" p="xs" className={classes.waiting ?? ''}>
          Kept as soon as “{writingJob.title}” has ended.
        </Alert>
      )}
      <TagsField
        subject={subject}
        tags={tags}
        isReadOnly={isReadOnly}
        onChange={(changed) => void annotate(subject, { tags: changed })}
      />
      <NoteField
        subject={subject}
        note={shownNote(page.note, known)}
        isReadOnly={isReadOnly}
        onSave={(note) => annotate(subject, { note })}
      />
    </section>
  );
}
