import { useEffect, useEffectEvent } from 'react';
import { moveFocusTo } from './focus-targets.ts';
import { useView } from './ViewProvider.tsx';

const listKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

/**
 * Keys that work wherever the focus is: `/` goes to the search box, Alt+Left and Alt+Right go back and forward, and while
 * nothing has the focus the list's keys lead into it.
 */
export function useGlobalKeys(): void {
  const { dispatch } = useView();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === '/' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !isBehindDialog()) {
      if (moveFocusTo('search')) event.preventDefault();
    } else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && event.altKey && !isBehindDialog()) {
      event.preventDefault();
      dispatch({ type: event.key === 'ArrowLeft' ? 'back' : 'forward' });
    } else if (listKeys.has(event.key) && event.target === document.body && !isBehindDialog()) {
      const lists = ['messageList', 'conversationList', 'raidList'] as const;
      if (lists.some(moveFocusTo)) event.preventDefault();
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
