import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Log } from '../../app-options.ts';

const openButton = 1;

/**
 * The only way out of the app. Chat logs are full of links that strangers wrote, so only `https:` leaves, without
 * credentials, and only after a person saw the whole host name and said yes.
 */
export async function askAndOpenExternalLink(url: string, parent: BrowserWindow | null, log: Log): Promise<boolean> {
  const target = externalTarget(url);
  if (target === null) {
    log.warn('link denied', { url: url.slice(0, 200) });
    return false;
  }
  const question = {
    type: 'question' as const,
    message: `Open ${target.host} in your browser?`,
    detail: target.href,
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
  };
  const answer = await (parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question));
  if (answer.response !== openButton) return false;
  await shell.openExternal(target.href);
  return true;
}

function externalTarget(url: string): URL | null {
  const target = URL.parse(url);
  if (target?.protocol !== 'https:' || target.username !== '' || target.password !== '') return null;
  return target;
}
