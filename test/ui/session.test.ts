import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { makeFolder, makeLibrary, writeBackup } from './backups.ts';
import { rows, until, visibleIds } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 3000);
});
afterAll(() => files.remove());

const searchText = (page: Page): Promise<string> => page.locator('#search-box').inputValue();

/** Goes down the list of a search, to somewhere in the middle of a row; answers the message on top there. */
async function leaveInTheMiddle({ page, call }: TestWindow): Promise<string> {
  await rows(page).first().waitFor();
  await page.locator('#search-box').fill('type:raid');
  let top = '';
  await until(
    page,
    async () => {
      // Again where the list of this search has only just come.
      await page.locator('#message-list').evaluate((list) => {
        list.scrollTop = 1234;
      });
      top = (await visibleIds(page))[0] ?? '';
      const session = await call('session.get', {});
      return session?.query === 'type:raid' && session.position?.topId === top && session.position.topOffset < 0;
    },
    'the place is written down',
  );
  return top;
}

async function comesBackTo({ page }: TestWindow, top: string): Promise<void> {
  await until(page, async () => (await visibleIds(page))[0] === top, 'the list stands where it stood');
  expect(await searchText(page)).toBe('type:raid');
}

describe('a window that is opened again', () => {
  it('shows the search of last time, with the list where it stood', async () => {
    const window = await openWindow({ library });
    const top = await leaveInTheMiddle(window);
    await window.page.reload();
    await comesBackTo(window, top);
    expect(await window.page.getByRole('button', { name: 'Back', exact: true }).isDisabled()).toBe(true);
  });

  it('shows the same message on top although rows were added above it', async () => {
    const window = await openWindow({ library });
    const top = await leaveInTheMiddle(window);
    const { page, call } = window;
    const session = await call('session.get', {});
    window.choose(writeBackup(files.path, 'more.db', 4000));
    const [chosen] = await call('imports.chooseFiles', {});
    const ended = new Promise<string>((resolve) => {
      window.app.subscribe((event) => {
        if (event.name === 'jobs.changed' && event.payload.state !== 'running') resolve(event.payload.state);
      });
    });
    await call('imports.start', { files: [chosen?.token ?? ''] });
    expect(await ended).toBe('done');
    // The window has written down that it stands elsewhere, and has nothing to add to that when it is closed.
    await page.locator('#message-list').focus();
    await until(
      page,
      async () => {
        // Again where the new rows came in between.
        await page.keyboard.press('Home');
        return (await call('session.get', {}))?.position === null;
      },
      'the list is at its beginning',
    );
    if (session === null) throw new Error('nothing was written down');
    await call('session.save', session);
    await page.reload();
    await comesBackTo(window, top);
  });

  it('shows the panel that was open', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await rows(page).nth(3).click();
    const panel = page.locator('aside[data-message-id]');
    await panel.waitFor();
    const id = await panel.getAttribute('data-message-id');
    await until(page, async () => (await call('session.get', {}))?.position?.openId === id, 'it is written down');
    await page.reload();
    await page.locator(`aside[data-message-id="${id}"]`).waitFor();
  });

  it('shows the view of last time', async () => {
    const { page, call } = await openWindow({ library });
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Library', exact: true }).click();
    await page.getByRole('table', { name: 'Past imports' }).waitFor();
    await until(page, async () => (await call('session.get', {}))?.view === 'library', 'it is written down');
    await page.reload();
    await page.getByRole('table', { name: 'Past imports' }).waitFor();
  });

  it('starts as ever when it is told of a view that it does not know', async () => {
    const { page, call } = await openWindow({ library });
    await rows(page).first().waitFor();
    await until(page, async () => (await call('session.get', {})) !== null, 'the window has written down where it is');
    await call('session.save', { view: 'constructor', query: 'type:raid', position: null });
    await page.reload();
    await rows(page).first().waitFor();
    expect(await searchText(page)).toBe('');
  });
});
