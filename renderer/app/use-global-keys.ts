import { useEffect, useEffectEvent } from 'react';
import { moveFocusTo } from './focus-targets.ts';
import { useView } from './ViewProvider.tsx';

/** Keys that work wherever the focus is: `/` goes to the search box, Alt+Left goes back. */
export function useGlobalKeys(): void {
  const { dispatch } = useView();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === '/' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !isBehindDialog()) {
      if (moveFocusTo('search')) event.preventDefault();
    } else if (event.key === 'ArrowLeft' && event.altKey && !isBehindDialog()) {
      event.preventDefault();
      dispatch({ type: 'back' });
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function isBehindDialog(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
