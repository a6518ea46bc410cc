import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { rows, searchBox, until, visibleIds } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 8000);
});
afterAll(() => files.remove());

async function openConversations(page: Page): Promise<void> {
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Chats' }).click();
  await page.getByRole('option').first().waitFor();
}

/** The thread that the app lists first among those with (or without) unread messages. */
async function findThread({ call }: TestWindow, hasUnread: boolean) {
  const { items } = await call('conversations.list', { kind: 'direct', limit: 200 });
  const found = items.find(({ unreadCount }) => unreadCount > 0 === hasUnread);
  if (!found) throw new Error('The sample has no such thread.');
  return found;
}

describe('the conversations', () => {
  it('list threads of two people by their last message, and open one at its first unread message', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await openConversations(page);
    const { items } = await call('conversations.list', { kind: 'direct' });
    const listed = await page.getByRole('option').evaluateAll(
      (options) => options.map((option) => (option as HTMLElement).dataset['query']), // our rows are HTML
    );
    expect(listed).toEqual(items.slice(0, listed.length).map(({ query }) => query));
    const thread = await findThread(window, true);
    await page.getByRole('textbox', { name: 'Filter Direct' }).fill(thread.title.split(' ')[0] ?? '');
    const option = page.locator(`[role="option"][data-query='${thread.query}']`);
    await option.getByTestId('unread-count').waitFor();
    await option.click();
    const { items: unread } = await call('messages.search', { query: `${thread.query} is:unread sort:old` });
    const first = page.locator(`#message-list [data-message-id="${unread[0]?.id}"]`);
    await first.and(page.locator('[data-unread][aria-selected="true"]')).waitFor();
    expect(await searchBox(page).inputValue()).toBe(thread.query);
    const { total } = await call('messages.count', { query: thread.query });
    await page
      .getByTestId('conversation-count')
      .getByText(total === 1 ? '1 message' : `${total} messages`)
      .waitFor();
  });

  it('open at their newest end, and go on upwards without end', async () => {
    const window = await openWindow({ library });
    const { page, call } = window;
    await openConversations(page);
    await page.getByRole('tab', { name: 'Channels' }).click();
    const { items } = await call('conversations.list', { kind: 'channel' });
    const channel = items.toSorted((a, b) => b.messageCount - a.messageCount)[0];
    await page.locator(`[role="option"][data-query='${channel?.query}']`).click();
    const newest = await call('messages.search', { query: channel?.query ?? '', limit: 200 });
    await until(
      page,
      async () => (await visibleIds(page)).at(-1) === newest.items[0]?.id,
      'the newest is at the bottom',
    );
    await page.locator('#message-list').focus();
    await page.keyboard.press('Home');
    const oldest = await call('messages.search', { query: `${channel?.query} sort:old`, limit: 1 });
    await until(page, async () => (await visibleIds(page))[0] === oldest.items[0]?.id, 'the oldest is on top');
    expect(await page.locator('#message-list [data-day]').first().isVisible()).toBe(true);
  });

  it('can be used by keyboard alone', async () => {
    const { page } = await openWindow({ library });
    await openConversations(page);
    const focusOf = () => page.evaluate(() => document.activeElement?.id);
    await page.locator('#conversation-list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = page.getByRole('option').nth(1);
    expect(await second.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await until(page, async () => (await focusOf()) === 'message-list', 'the conversation has the focus');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await page.locator('aside[data-message-id]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('aside').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await until(page, async () => (await focusOf()) === 'conversation-list', 'the list of conversations has the focus');
  });

  it('lead to all that is unread by one click', async () => {
    const { page, call } = await openWindow({ library });
    await openConversations(page);
    await page.getByRole('button', { name: 'Unread' }).click();
    await until(page, async () => (await searchBox(page).inputValue()) === 'is:unread', 'the search says so');
    const { items } = await call('messages.search', { query: 'is:unread' });
    await until(page, async () => (await visibleIds(page))[0] === items[0]?.id, 'the newest unread message is on top');
    expect(await page.locator('#message-list [data-unread]').count()).toBeGreaterThan(0);
  });
});

describe('the message panel', () => {
  it.each([
    ['raid', ['Raid', 'Boss', 'Boss health', 'Event']],
    ['party', ['Party']],
    ['guild', ['Guild']],
    ['dm', ['To']],
  ])('says what the metadata of a %s message means', async (type, labels) => {
    const { page, call } = await openWindow({ library });
    const { items } = await call('messages.search', { query: `type:${type}`, limit: 200 });
    const details = await Promise.all(items.map(({ id }) => call('messages.get', { id })));
    const message = details.find(({ metadata }) => metadata !== null);
    if (!message) throw new Error('The sample has no such message.');
    await rows(page).first().waitFor();
    await searchBox(page).fill(`near:${message.id}`);
    const row = page.locator(`#message-list [data-message-id="${message.id}"]`);
    await row.click();
    const fields = page.locator(`aside[data-message-id="${message.id}"]`).getByTestId('metadata');
    expect((await fields.locator('dt').allInnerTexts()).slice(0, labels.length)).toEqual(labels);
    const named = message.namedIds[0];
    expect(await fields.getByRole('button', { name: named?.name ?? '', exact: true }).count()).toBeGreaterThan(0);
    if (type === 'raid') {
      expect(await fields.getByRole('meter').getAttribute('value')).toBe(
        String(JSON.parse(message.metadata ?? '').boss_health),
      );
    }
    await page.getByRole('button', { name: 'Show JSON' }).click();
    const raw = await page.getByTestId('raw-metadata').innerText();
    expect(JSON.parse(raw)).toEqual(JSON.parse(message.metadata ?? ''));
  });

  it('tells how long after it was sent a message was edited, and why another was deleted', async () => {
    const { page, call } = await openWindow({ library });
    await rows(page).first().waitFor();
    await searchBox(page).fill('is:edited');
    const edited = (await call('messages.search', { query: 'is:edited', limit: 1 })).items[0]?.id ?? '';
    await page.locator(`#message-list [data-message-id="${edited}"]`).click();
    const panel = page.locator(`aside[data-message-id="${edited}"]`);
    await panel.getByText(/^\d+ (?:s|min|hours?|days?) later$/u).waitFor();
    await page.keyboard.press('Escape');
    await searchBox(page).fill('is:deleted');
    const deleted = (await call('messages.search', { query: 'is:deleted', limit: 1 })).items[0]?.id ?? '';
    await page.locator(`#message-list [data-message-id="${deleted}"]`).click();
    const { deletionReason, content } = await call('messages.get', { id: deleted });
    const other = page.locator(`aside[data-message-id="${deleted}"]`);
    await other.getByText(deletionReason ?? '', { exact: true }).waitFor();
    expect(await other.getByTestId('full-text').innerText()).toBe(content);
  });
});
