import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { makeFolder } from './backups.ts';
import { rows, until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import { makeRaidLibrary, raids } from './raid-backup.ts';
import { brush, chat, fact, goToRaid, goToRaidAgain, openRaidPage, raidPage, showRaid, slider } from './raid-page.ts';
import type { TestWindow, WindowOptions } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeRaidLibrary(files.path);
});
afterAll(() => files.remove());

const openRaid = (raidId: string, options: WindowOptions = {}): Promise<TestWindow> =>
  openRaidPage(library, raidId, options);

describe('the headline', () => {
  it('says which pull it is, how it ended, and what each figure counts', async () => {
    const { page } = await openRaid(raids.kill);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Voidmaw');
    expect(await page.getByTestId('raid-result').innerText()).toContain('Kill');
    expect(await page.getByTestId('pull-number').innerText()).toBe('Pull 3 of 3');
    expect(await fact(page, 'Length').innerText()).toBe('5:00');
    expect(await fact(page, 'Length').getAttribute('title')).toContain('as the backup records');
    expect(await fact(page, 'Raid damage').innerText()).toBe('3.33 k/s');
    expect(await fact(page, 'Raid damage').getAttribute('title')).toContain('1,000,000 damage');
    expect(await fact(page, 'Deaths').innerText()).toBe('1');
    expect(await fact(page, 'Guild').getAttribute('title')).toContain('more than half');
    expect(await fact(page, 'Import').innerText()).toBe('backup-1.db');
  });

  it('tells a length that was worked out from one that was recorded', async () => {
    const { page } = await openRaid(raids.secondWipe);
    expect(await fact(page, 'Length').innerText()).toBe('4:40');
    expect(await fact(page, 'Length').getAttribute('title')).toContain('End minus start');
    expect(await page.getByTestId('raid-result').innerText()).toContain('Wipe at 12 %');
  });

  it('explains its figures by keyboard too', async () => {
    const { page } = await openRaid(raids.kill);
    await page.getByRole('button', { name: 'What is counted' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Deaths of all participants together').waitFor();
  });

  it('goes to the pulls before and after by button and by bracket', async () => {
    const { page } = await openRaid(raids.secondWipe);
    await page.getByRole('button', { name: 'Next pull' }).click();
    await raidPage(page, raids.kill).waitFor();
    expect(await page.getByRole('button', { name: 'Next pull' }).isDisabled()).toBe(true);
    await page.keyboard.press('[');
    await raidPage(page, raids.secondWipe).waitFor();
    await page.keyboard.press('[');
    await raidPage(page, raids.firstWipe).waitFor();
    await page.keyboard.press(']');
    await raidPage(page, raids.secondWipe).waitFor();
  });

  it('leads to the best pull, the messages, and back', async () => {
    const { page } = await openRaid(raids.firstWipe);
    await page.getByRole('button', { name: 'Best pull' }).click();
    await raidPage(page, raids.kill).waitFor();
    await page.getByRole('button', { name: 'Messages', exact: true }).last().click();
    await rows(page).first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Search messages' }).inputValue()).toBe(`raid:${raids.kill}`);
    await page.keyboard.press('Alt+ArrowLeft');
    await raidPage(page, raids.kill).waitFor();
  });
});

describe('what is kept on a raid', () => {
  it('is a star, tags and a note, written by keyboard and there again after loading', async () => {
    const window = await openRaid(raids.kill);
    const { page, call } = window;
    const kept = () => call('annotations.get', { subject: { kind: 'raid', id: raids.kill } });
    await page.keyboard.press('s');
    await until(page, async () => (await kept()).isStarred, 'the star is kept');
    await page.keyboard.press('t');
    const tags = page.getByRole('combobox', { name: 'Tags' });
    await until(page, () => tags.evaluate((field) => field === document.activeElement), 'the tags have the focus');
    await page.keyboard.type('first kill');
    await page.keyboard.press('Enter');
    await until(page, async () => (await kept()).tags.includes('first kill'), 'the tag is kept');
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('Ask Anna');
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('note-state').getByText('Saved', { exact: true }).waitFor();
    await goToRaidAgain(page);
    expect(await page.getByRole('button', { name: 'Star this raid' }).first().getAttribute('aria-pressed')).toBe(
      'true',
    );
    await page.locator('header').getByText('first kill').waitFor();
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Ask Anna');
    const { items } = await call('raids.list', { query: 'is:starred' });
    expect(items.map(({ id }) => id)).toEqual([raids.kill]);
  });
});

describe('a raid that is not as others', () => {
  it('in progress is drawn up to the last sample, and has no rates', async () => {
    const { page } = await openRaid(raids.inProgress);
    await slider(page).getByText('in progress', { exact: true }).waitFor();
    expect(await page.getByTestId('raid-result').innerText()).toContain('In progress at 64 %');
    expect(await slider(page).locator('path[fill="none"]').first().getAttribute('d')).toMatch(/V[\d.]+$/u);
    expect(await page.locator('[data-player="p1"] [data-column="dps"]').innerText()).toBe('–');
    expect(await page.locator('[data-player="p1"] [data-column="dps"]').getAttribute('title')).toContain('It goes on');
  });

  it('never begun has its roster and its chat, and no line', async () => {
    const { page } = await openRaid(raids.neverBegun);
    await page.getByTestId('no-chart').getByText('has not begun').waitFor();
    expect(await slider(page).count()).toBe(0);
    expect(await page.locator('[data-player]').count()).toBe(5);
    await page.getByText('invites are out').waitFor();
  });

  it('that ends before it starts says so, and is not drawn backwards', async () => {
    const { page } = await openRaid(raids.backwards);
    await page.getByTestId('oddities').getByText('ends before it starts').waitFor();
    expect(await fact(page, 'Length').innerText()).toBe('–');
    expect(Number(await slider(page).getAttribute('aria-valuemin'))).toBe(0);
    expect(Number(await slider(page).getAttribute('aria-valuemax'))).toBe(10);
  });

  it('without participants and messages says what is not there', async () => {
    const { page } = await openRaid(raids.empty);
    await page.getByTestId('oddities').getByText('only that there were 8 players').waitFor();
    await page.getByTestId('no-chart').waitFor();
    await page.getByTestId('no-participants').waitFor();
    await page.getByText('Nobody wrote anything.').waitFor();
    expect(await fact(page, 'Size').innerText()).toBe('8 players');
  });

  it('with no damage has no shares', async () => {
    const { page } = await openRaid(raids.zero);
    const share = page.locator('[data-player="p3"] [data-column="damageShare"]');
    expect(await share.innerText()).toBe('–');
    expect(await share.getAttribute('title')).toContain('Nobody did any damage');
    expect(await page.locator('[data-player="p3"] [data-column="dps"]').innerText()).toBe('0/s');
  });

  it('of which no message told the health says so instead of a line', async () => {
    const { page } = await openRaid(raids.unmeasured);
    await slider(page).getByText('No message told the boss’s health').waitFor();
    expect(await page.locator('[data-event="phase"]').count()).toBe(1);
  });

  it('that is gone says so, and shows the way to the others', async () => {
    const window = await openWindow({ library });
    const { page } = window;
    await goToRaid(window, 'nobody-knows');
    await page.getByTestId('raid-gone').getByText('This raid is no longer in the library').waitFor();
    await page.getByRole('button', { name: 'Show all raids' }).click();
    await page.locator('[role="row"][data-raid-id]').first().waitFor();
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('axe finds no serious fault on the page of a raid', async () => {
    const window = await openRaid(raids.kill, { colorScheme });
    const { page } = window;
    const faults: Record<string, readonly string[]> = {};
    const visit = async (screen: string) => {
      const found = await faultsOf(page);
      if (found.length > 0) faults[screen] = found;
    };
    await chat(page).first().waitFor();
    await visit('kill');
    await brush(page, 50, 115);
    await page.getByTestId('chat-range').getByText('4 messages').waitFor();
    await page.keyboard.press('m');
    await page.getByRole('button', { name: /^Phase 2/u }).click();
    await visit('range and form of a mark');
    await page.getByText('Table', { exact: true }).click();
    await visit('table');
    for (const raidId of [raids.inProgress, raids.neverBegun, raids.backwards, raids.empty, raids.large]) {
      await showRaid(window, raidId);
      await visit(raidId);
    }
    expect(faults).toEqual({});
  });
});

describe('text of twice the size', () => {
  it('leaves line, chat and participants below each other, none cut off at the side', async () => {
    const { page } = await openRaid(raids.kill, { width: 900, height: 600 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await until(
      page,
      async () => {
        const [line, list] = [
          await slider(page).boundingBox(),
          await page.getByRole('region', { name: 'Chat' }).boundingBox(),
        ];
        return line !== null && list !== null && list.y >= line.y + line.height;
      },
      'the chat stands below the line',
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const overflow = await page
      .getByTestId('raid-page')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBe(0);
  });
});
