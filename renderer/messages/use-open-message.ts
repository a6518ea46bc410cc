import { useCallback, useState } from 'react';
import { moveFocusTo } from '../app/focus-targets.ts';

/** The active message of the list, and the one that the panel shows. */
export interface OpenMessage {
  readonly activeId: string | null;
  readonly openId: string | null;
  readonly activate: (id: string) => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

export function useOpenMessage(): OpenMessage {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = useCallback((id: string) => {
    setActiveId(id);
    setOpenId(id);
  }, []);
  const activate = useCallback((id: string) => {
    setActiveId(id);
    // With the panel open, moving through the list leafs through the messages.
    setOpenId((before) => (before === null ? null : id));
  }, []);
  const close = useCallback(() => {
    setOpenId(null);
    moveFocusTo('messageList');
  }, []);
  return { activeId, openId, activate, open, close };
}
