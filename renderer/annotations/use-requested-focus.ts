import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import type { Subject } from '../../shared/annotations/types.ts';
import { isSameSubject, type AnnotationField } from './annotation-store.ts';
import { useAnnotationStore } from './AnnotationsProvider.tsx';

/** The field that takes the focus when a key of the list asked for it. */
export function useRequestedFocus<Field extends HTMLElement>(
  subject: Subject,
  field: AnnotationField,
): RefObject<Field | null> {
  const store = useAnnotationStore();
  const request = useSyncExternalStore(store.subscribe, () => store.fieldRequest);
  const target = useRef<Field>(null);
  const isAskedFor = request !== null && isSameSubject(request.subject, subject) && request.field === field;
  useEffect(() => {
    if (!isAskedFor) return;
    // The panel around takes the focus when it opens: after that.
    queueMicrotask(() => {
      target.current?.focus();
      store.requestField(null);
    });
  }, [isAskedFor, store]);
  return target;
}
