import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { AppCommand } from '../../../shared/app/types.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Adds what only developers need: reload and the developer tools. */
  readonly isDevelopment: boolean;
  sendCommand(command: AppCommand): void;
}

export function setApplicationMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** The menu as data. Every item of ours only sends a command; the window decides what it means in its state. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const item = (label: string, command: AppCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => options.sendCommand(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('&Import backups…', 'import-files', 'CmdOrCtrl+I'),
        separator,
        item('&New library…', 'new-library', 'CmdOrCtrl+N'),
        item('&Open library…', 'open-library', 'CmdOrCtrl+O'),
        separator,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('&Messages', 'show-messages', 'CmdOrCtrl+1'),
        item('&Conversations', 'show-conversations', 'CmdOrCtrl+2'),
        item('Li&ve log', 'show-live', 'CmdOrCtrl+3'),
        item('&Raids', 'show-raids', 'CmdOrCtrl+4'),
        item('&Library', 'show-library', 'CmdOrCtrl+5'),
        item('&Search', 'focus-search', 'CmdOrCtrl+F'),
        separator,
        item('&Dark or light', 'toggle-theme'),
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(options.isDevelopment ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    ...(isMac ? [] : [{ label: '&Help', submenu: [{ role: 'about' } as const] }]),
  ];
}
