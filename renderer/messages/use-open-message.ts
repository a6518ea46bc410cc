import { useCallback, useState } from 'react';
import { moveFocusTo } from '../app/focus-targets.ts';
import type { ShownSearch } from './SearchProvider.tsx';

/** The active message of the list, and the one that the panel shows. */
export interface OpenMessage {
  readonly activeId: string | null;
  readonly openId: string | null;
  readonly activate: (id: string) => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

interface Choice {
  readonly arrival: number;
  readonly activeId: string | null;
  readonly openId: string | null;
}

/** Starts with what was chosen when the place was left, or with the message that the person comes for. */
export function useOpenMessage({ arrival, position, focusId }: ShownSearch): OpenMessage {
  const arrived: Choice = { arrival, activeId: position?.activeId ?? focusId, openId: position?.openId ?? null };
  const [choice, setChoice] = useState(arrived);
  const isNew = choice.arrival !== arrival;
  if (isNew) setChoice(arrived);
  const { activeId, openId } = isNew ? arrived : choice;
  const open = useCallback((id: string) => setChoice((before) => ({ ...before, activeId: id, openId: id })), []);
  const activate = useCallback((id: string) => {
    // With the panel open, moving through the list leafs through the messages.
    setChoice((before) => ({ ...before, activeId: id, openId: before.openId === null ? null : id }));
  }, []);
  const close = useCallback(() => {
    setChoice((before) => ({ ...before, openId: null }));
    moveFocusTo('messageList');
  }, []);
  return { activeId, openId, activate, open, close };
}
