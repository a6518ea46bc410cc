import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import type { AnnotationField } from './annotation-store.ts';
import { useAnnotationStore } from './AnnotationsProvider.tsx';

/** The field that takes the focus when a key of the list asked for it. */
export function useRequestedFocus<Field extends HTMLElement>(
  messageId: string,
  field: AnnotationField,
): RefObject<Field | null> {
  const store = useAnnotationStore();
  const request = useSyncExternalStore(store.subscribe, () => store.fieldRequest);
  const target = useRef<Field>(null);
  const isAskedFor = request?.messageId === messageId && request.field === field;
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
