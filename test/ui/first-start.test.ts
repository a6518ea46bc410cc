import { describe, expect, it } from 'vitest';
import { countedHits, rows } from './on-screen.ts';
import { openWindow } from './open-window.ts';

describe('the first start', () => {
  it('offers sample data, and fills a library with it by one click', async () => {
    const { page } = await openWindow();
    await page.getByRole('button', { name: /^Try it with sample data/u }).click();
    await page.getByTestId('job-summary').waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('Password hashes are never copied');
    await page.getByRole('button', { name: 'Show messages' }).click();
    await rows(page).first().waitFor();
    expect(await countedHits(page)).toBe('20,600 messages');
    expect(await page.getByTestId('library-name').innerText()).toBe('Sample');
  });

  it('takes the next free name when there is a library named Sample', async () => {
    const { page, call } = await openWindow();
    await page.getByText('Try it with sample data').waitFor();
    await call('library.create', { name: 'Sample' });
    await call('library.close', {});
    await page.getByRole('button', { name: /^Try it with sample data/u }).click();
    await page.getByTestId('job-progress').or(page.getByTestId('job-summary')).waitFor();
    expect(await page.getByTestId('library-name').innerText()).toBe('Sample 2');
  });

  it('says what to do next in a new, empty library', async () => {
    const { page, call } = await openWindow();
    await page.getByText('Try it with sample data').waitFor();
    await call('library.create', { name: 'Night watch' });
    await page.getByRole('heading', { name: 'No messages in Night watch yet' }).waitFor();
    expect(await page.getByRole('button', { name: /^Import a backup/u }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: /^Fill it with sample data/u }).isVisible()).toBe(true);
  });

  it('lists libraries opened before and opens them again', async () => {
    const { page, call } = await openWindow();
    await page.getByText('Try it with sample data').waitFor();
    await call('library.create', { name: 'Old guild' });
    await call('library.close', {});
    await page.getByRole('button', { name: /^Old guild/u }).click();
    await page.getByRole('heading', { name: 'No messages in Old guild yet' }).waitFor();
  });
});
