import type { MessageItem } from '../../shared/messages/types.ts';
import { shownAnnotation, type AnnotationField } from './annotation-store.ts';
import { useAnnotationStore, useIsReadOnly } from './AnnotationsProvider.tsx';
import { useAnnotate } from './use-annotation.ts';

/** Keys of the message list for the chosen message: `s` stars it, `t` and `n` go to its tags and its note. */
export function useAnnotationKeys(
  message: MessageItem | undefined,
  onOpen: (id: string) => void,
): Readonly<Record<string, () => void>> {
  const store = useAnnotationStore();
  const annotate = useAnnotate();
  const isReadOnly = useIsReadOnly();
  if (message === undefined || isReadOnly) return {};
  const { id } = message;
  const subject = { kind: 'message', id } as const;
  const goTo = (field: AnnotationField) => () => {
    store.requestField({ subject, field });
    onOpen(id);
  };
  return {
    s: () => void annotate(subject, { isStarred: !shownAnnotation(message, store.find(subject)).isStarred }),
    t: goTo('tags'),
    n: goTo('note'),
  };
}
