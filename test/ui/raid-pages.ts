import type { Locator, Page } from 'playwright-core';
import { until } from './on-screen.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './start-window.ts';

/** The list of a page of raids: pulls, players or nights. */
export function raidList(page: Page): Locator {
  return page.locator('#raid-list');
}

/** Rows of pulls that exist, in whatever order. */
export function pulls(page: Page): Locator {
  return page.locator('#raid-list [data-raid-id]');
}

export function raidBox(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search pulls' });
}

/** Goes to the view of raids and waits for its list of pulls. */
export async function openPulls(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Raids', exact: true }).click();
  await pulls(page).first().waitFor();
}

/** How the window that tests open tells nights apart. */
export const windowClock = { timeZone: 'local', nightStartHour: 6 } as const;

/** A window on one of the pages over all raids, as soon as the first of what it lists is there. */
export async function openRaidTab(library: string, name: string, listed: (page: Page) => Locator): Promise<TestWindow> {
  const window = await openWindow({ library });
  await openPulls(window.page);
  await openTab(window.page, name);
  await listed(window.page).first().waitFor();
  return window;
}

/** Goes to one of the pages over all raids of the query. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await page.getByRole('tab', { name, selected: true }).waitFor();
}

interface ShownRow {
  /** A raid's id, `night <day>` or `boss <name>`. */
  readonly id: string;
  readonly top: number;
  readonly isActive: boolean;
}

/** The rows that can be seen below the header, from top to bottom. */
export function shownRows(page: Page): Promise<readonly ShownRow[]> {
  return page.evaluate(() => {
    const list = document.querySelector('#raid-list');
    const header = list?.querySelector('[data-header]')?.getBoundingClientRect().bottom ?? 0;
    const bottom = list?.getBoundingClientRect().bottom ?? 0;
    const nameOf = ({ dataset }: HTMLElement) => {
      if (dataset['night'] !== undefined) return `night ${dataset['night']}`;
      if (dataset['boss'] !== undefined) return `boss ${dataset['boss']}`;
      return dataset['raidId'] ?? dataset['playerId'] ?? '';
    };
    return [...(list?.querySelectorAll<HTMLElement>('[role="rowgroup"] [role="row"]') ?? [])]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > header + 1 && box.top < bottom - 1)
      .sort((one, other) => one.box.top - other.box.top)
      .map(({ row, box }) => ({
        id: nameOf(row),
        top: Math.round(box.top - header),
        isActive: row.dataset['active'] !== undefined,
      }));
  });
}

/** The row that the keys work on. */
export async function activeRow(page: Page): Promise<string | null> {
  return (await shownRows(page)).find(({ isActive }) => isActive)?.id ?? null;
}

/** Waits until the rows on screen begin with these. */
export async function untilRowsBegin(page: Page, ids: readonly string[]): Promise<void> {
  const isThere = async () => {
    const shown = (await shownRows(page)).map(({ id }) => id);
    return shown.length > 0 && ids.slice(0, shown.length).join() === shown.slice(0, ids.length).join();
  };
  await until(page, isThere, `the list begins with ${ids.slice(0, 5).join(', ')}`);
}
