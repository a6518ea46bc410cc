import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder, makeLibrary } from './backups.ts';
import { rows, until } from './on-screen.ts';
import { openWindow } from './open-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeLibrary(files.path, 1000);
});
afterAll(() => files.remove());

it('who one is can be said in a message’s panel, and in the settings by part of a name', async () => {
  const { page, call } = await openWindow({ library });
  const { items } = await call('messages.search', { limit: 50 });
  const first = items[0]?.author;
  const other = items.find(({ author }) => author.id !== first?.id && author.name !== first?.name)?.author;
  const ids = async (): Promise<string> => (await call('library.getMe', {})).map(({ id }) => id).join();
  await rows(page).first().waitFor();
  await page.locator(`#message-list [data-message-id="${items[0]?.id}"]`).click();
  await page.getByRole('button', { name: `This is me: ${first?.name}` }).click();
  await page.getByRole('button', { name: `${first?.name} is you` }).waitFor();
  expect(await ids()).toBe(first?.id);

  await page.getByRole('button', { name: 'Settings' }).click();
  const field = page.getByRole('combobox', { name: 'Which players are you?' });
  await field.fill(other?.name.toUpperCase().slice(0, -1) ?? '');
  await page
    .getByRole('option', { name: other?.name ?? '' })
    .first()
    .click();
  await until(page, async () => (await ids()).split(',').includes(other?.id ?? ''), 'both are oneself');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `${first?.name} is you` }).click();
  await until(page, async () => (await ids()) === other?.id, 'the first is not oneself any more');
});
