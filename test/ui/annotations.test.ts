import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { makeFolder, makeLibrary, writeBackup } from './backups.ts';
import { countedHits, rows, until, visibleIds } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 3000);
});
afterAll(() => files.remove());

async function newestIds({ call }: TestWindow): Promise<readonly string[]> {
  return (await call('messages.search', { limit: 20 })).items.map(({ id }) => id);
}

function row(page: Page, id: string | undefined): Locator {
  return page.locator(`#message-list [data-message-id="${id}"]`);
}

const star = (within: Locator): Locator => within.getByRole('button', { name: 'Star this message' });

/** The channels that the page calls from now on. */
function recordCalls({ app }: TestWindow): readonly string[] {
  const calls: string[] = [];
  const dispatch = app.dispatch.bind(app);
  app.dispatch = (request) => {
    if (!request.requestId.startsWith('test-')) calls.push(request.channel);
    return dispatch(request);
  };
  return calls;
}

function annotationOf({ call }: TestWindow, id: string | undefined) {
  return call('annotations.get', { subject: { kind: 'message', id: id ?? '' } });
}

describe('a star', () => {
  it('is set by a click on the row without opening it, and without fetching the list again', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    const [, id] = await newestIds(window);
    await row(page, id).waitFor();
    // By then the list has asked for what it shows.
    await countedHits(page);
    const calls = recordCalls(window);
    await row(page, id).hover();
    await star(row(page, id)).click();
    await until(page, async () => (await star(row(page, id)).getAttribute('aria-pressed')) === 'true', 'it is starred');
    await until(page, async () => (await annotationOf(window, id)).isStarred, 'the star is kept');
    expect(await page.locator('aside[data-message-id]').count()).toBe(0);
    expect(calls.filter((channel) => /^(?:annotations|messages)\./u.test(channel))).toEqual(['annotations.set']);
    await star(row(page, id)).click();
    await until(page, async () => !(await annotationOf(window, id)).isStarred, 'the star is taken off');
  });

  it('is set for the chosen row by the key s, and is there when the window is loaded again', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    const ids = await newestIds(window);
    await rows(page).first().waitFor();
    await page.locator('#message-list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    const chosen = page.locator('#message-list [aria-selected="true"]');
    await until(page, async () => (await star(chosen).getAttribute('aria-pressed')) === 'true', 'it is starred');
    const id = (await chosen.getAttribute('data-message-id')) ?? '';
    expect(ids).toContain(id);
    await until(page, async () => (await annotationOf(window, id)).isStarred, 'the star is kept');
    await page.reload();
    await row(page, id).waitFor();
    expect(await star(row(page, id)).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('tags and notes', () => {
  it('are written by keyboard alone, shown in the row, and kept', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    const [id] = await newestIds(window);
    await row(page, id).waitFor();
    await page.locator('#message-list').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('t');
    const tags = page.getByRole('combobox', { name: 'Tags' });
    await until(page, () => tags.evaluate((field) => field === document.activeElement), 'the tags have the focus');
    await page.keyboard.type('Loot');
    await page.keyboard.press('Enter');
    await row(page, id).getByText('Loot', { exact: true }).waitFor();
    await page.keyboard.type('lööt');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('#message-list').focus();
    await page.keyboard.press('n');
    const note = page.getByRole('textbox', { name: 'Note' });
    await until(page, () => note.evaluate((field) => field === document.activeElement), 'the note has the focus');
    await page.keyboard.type('Ask Anna');
    await page.keyboard.press('Enter');
    await page.keyboard.type('on Tuesday');
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('note-state').getByText('Saved', { exact: true }).waitFor();
    expect(await annotationOf(window, id)).toMatchObject({ tags: ['Loot'], note: 'Ask Anna\non Tuesday' });
    await row(page, id).getByText('Has a note').waitFor({ state: 'attached' });
  });

  it('are suggested from those in use', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    const [first, second] = await newestIds(window);
    await call('annotations.set', { subject: { kind: 'message', id: second ?? '' }, tags: ['Ärger with loot'] });
    await row(page, first).click();
    await page.getByRole('combobox', { name: 'Tags' }).fill('loot');
    await page.getByRole('option', { name: 'Ärger with loot' }).click();
    await until(
      page,
      async () => (await annotationOf(window, first)).tags.includes('Ärger with loot'),
      'the tag is kept',
    );
  });

  it('keep a note that is left by going on to another message', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    const [first, second] = await newestIds(window);
    await row(page, first).click();
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('Half a thought');
    await row(page, second).click();
    await page.locator(`aside[data-message-id="${second}"]`).waitFor();
    await until(page, async () => (await note.inputValue()) === '', 'the other message has no note');
    expect((await annotationOf(window, first)).note).toBe('Half a thought');
    await row(page, first).click();
    await until(page, async () => (await note.inputValue()) === 'Half a thought', 'the note is there again');
  });

  it('are shown at once while an import writes, and kept when it has ended', async () => {
    const window = await openWindow({ library });
    const { page, app } = window;
    const backup = writeBackup(files.path, 'more.db', 30_000);
    const [, , id] = await newestIds(window);
    await row(page, id).waitFor();
    window.choose(backup);
    const ended = new Promise<string>((resolve) => {
      app.subscribe((event) => {
        if (event.name === 'jobs.changed' && event.payload.state !== 'running') resolve(event.payload.state);
      });
    });
    const writing = new Promise<void>((resolve) => {
      app.subscribe((event) => {
        if (event.name === 'jobs.changed' && event.payload.done > 0) resolve();
      });
    });
    const [chosen] = await window.call('imports.chooseFiles', {});
    await window.call('imports.start', { files: [chosen?.token ?? ''] });
    await writing;
    await row(page, id).hover();
    await star(row(page, id)).click();
    await page.getByText('Kept when the import has ended', { exact: true }).waitFor();
    expect(await star(row(page, id)).getAttribute('aria-pressed')).toBe('true');
    expect(await ended).toBe('done');
    await until(page, async () => (await annotationOf(window, id)).isStarred, 'the star is kept');
  });
});

describe('a search for what is kept', () => {
  it('finds stars, tags and notes, and those that came after it was shown for the first time', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    const [first = '', second = ''] = await newestIds(window);
    await call('annotations.set', {
      subject: { kind: 'message', id: first },
      isStarred: true,
      tags: ['Loot list'],
      note: 'Ask Änna',
    });
    await row(page, second).waitFor();
    const finds = async (query: string, ids: readonly string[]): Promise<void> => {
      await page.locator('#search-box').fill(query);
      await until(page, async () => (await visibleIds(page)).join() === ids.join(), `${query} finds ${ids.join()}`);
    };
    await finds('is:starred', [first]);
    await finds('tag:"loot list"', [first]);
    await finds('note:anna', [first]);
    await page.locator('#search-box').fill('');
    // The open suggestions lie over the first rows.
    await page.locator('#message-list').focus();
    await row(page, second).hover();
    await star(row(page, second)).click();
    await until(page, async () => (await annotationOf(window, second)).isStarred, 'the star is kept');
    await finds('is:starred', [first, second]);
    await star(row(page, first)).click();
    await until(page, async () => !(await annotationOf(window, first)).isStarred, 'the star is taken off');
    expect(await visibleIds(page)).toEqual([first, second]);
  });
});
