import { UnstyledButton } from '@mantine/core';
import { Database, MessageCircle, MessagesSquare, Radio, Swords, type LucideIcon } from 'lucide-react';
import classes from './AppFrame.module.css';
import { SettingsMenu } from './SettingsMenu.tsx';
import type { ViewName } from './view-state.ts';
import { useView } from './ViewProvider.tsx';

const entries: readonly { readonly view: ViewName; readonly label: string; readonly Icon: LucideIcon }[] = [
  { view: 'messages', label: 'Messages', Icon: MessagesSquare },
  { view: 'conversations', label: 'Chats', Icon: MessageCircle },
  { view: 'live', label: 'Live log', Icon: Radio },
  { view: 'raids', label: 'Raids', Icon: Swords },
  { view: 'library', label: 'Library', Icon: Database },
];

/** The views, at the left edge. */
export function Rail() {
  const { state, dispatch } = useView();
  return (
    <nav className={classes.rail} aria-label="Views">
      {entries.map(({ view, label, Icon }) => (
        <UnstyledButton
          key={view}
          className={classes.entry}
          {...(state.place.view === view ? { 'aria-current': 'page' as const } : {})}
          onClick={() => dispatch({ type: 'show', view })}
        >
          <Icon size="1.25rem" strokeWidth={1.75} aria-hidden />
          {label}
        </UnstyledButton>
      ))}
      <span className={classes.push} />
      <SettingsMenu />
    </nav>
  );
}
