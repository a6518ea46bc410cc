import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './backups.ts';
import { openWindow } from './open-window.ts';
import { makeRaidLibrary, raids } from './raid-backup.ts';
import type { TestWindow, WindowOptions } from './start-window.ts';

const files = makeFolder();
let library = '';
beforeAll(async () => {
  library = await makeRaidLibrary(files.path);
});
afterAll(() => files.remove());

const chart = (page: Page) => page.getByRole('figure').filter({ hasText: 'Boss health' }).first();

const drawing = (page: Page) => chart(page).getByRole('slider').locator('svg').first();

/** A window on the page of a pull, whose first chart is the boss's health. */
async function openChart(options: WindowOptions = {}): Promise<TestWindow> {
  const window = await openWindow({ library, ...options });
  await window.call('session.save', { view: 'raids', query: '', path: `raid/${raids.kill}`, position: null });
  await window.page.reload();
  await drawing(window.page).waitFor();
  return window;
}

async function save(page: Page, item: string): Promise<Buffer> {
  await chart(page)
    .getByRole('button', { name: /^Save / })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
  const notice = page.getByTestId('export-done');
  await notice.waitFor();
  return readFileSync((await notice.getAttribute('data-path')) ?? '');
}

/** What a browser draws of a picture: its size, its first pixel, and how many colours there are. */
function look(page: Page, type: string, bytes: Buffer) {
  return page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const colors = new Set<number>();
      for (let at = 0; at < data.length; at += 4) colors.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
      return {
        width: canvas.width,
        height: canvas.height,
        corner: Array.from(data.slice(0, 4)),
        colorCount: colors.size,
      };
    },
    `data:${type};base64,${bytes.toString('base64')}`,
  );
}

describe('a saved chart', () => {
  it.each([
    ['light', [255, 255, 255, 255]],
    ['dark', [18, 22, 28, 255]],
  ] as const)('as an SVG stands by itself, in the %s theme', async (colorScheme, background) => {
    const { page } = await openChart({ colorScheme });
    const text = (await save(page, 'Save as SVG')).toString('utf8');
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    // Nothing that only the page knows.
    expect(text).not.toMatch(/var\(|class=| style=|tabindex|rem"|currentcolor/iu);
    expect(text).toMatch(/<title>[^<]*Boss health[^<]*<\/title>/u);
    expect(text).toContain('>Voidmaw Mythic pull 3 health</text>');
    const seen = await look(page, 'image/svg+xml', Buffer.from(text));
    expect(seen.corner).toEqual(background);
    expect(seen.colorCount).toBeGreaterThan(20);
  });

  it('as a PNG is twice as dense as the screen and shows the same', async () => {
    const { page } = await openChart();
    const drawn = (await drawing(page).boundingBox())!;
    const seen = await look(page, 'image/png', await save(page, 'Save as PNG'));
    expect(seen.width).toBe(2 * (Math.ceil(drawn.width) + 24));
    expect(seen.height).toBeGreaterThan(2 * drawn.height);
    expect(seen.corner).toEqual([255, 255, 255, 255]);
    expect(seen.colorCount).toBeGreaterThan(20);
  });
});

describe('a chart', () => {
  it('is named by its title and described by what it counts', async () => {
    const { page } = await openChart();
    const [name, description] = await chart(page).evaluate((figure) =>
      ['aria-labelledby', 'aria-describedby'].map(
        (attribute) => document.querySelector(`#${CSS.escape(figure.getAttribute(attribute) ?? '')}`)?.textContent,
      ),
    );
    expect(name).toContain('Boss health');
    expect(description?.length).toBeGreaterThan(20);
  });

  it('shows its data as a table that is reached by keyboard, and can still be saved', async () => {
    const { page } = await openChart();
    const before = (await chart(page).boundingBox())!;
    await chart(page).getByRole('radiogroup').last().getByText('Table').click();
    const table = chart(page).getByRole('table');
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(3);
    const region = chart(page).getByRole('region', { name: /as a table$/u });
    await chart(page)
      .getByRole('button', { name: /^Save / })
      .focus();
    await page.keyboard.press('Tab');
    expect(await region.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(Math.abs((await chart(page).boundingBox())!.height - before.height)).toBeLessThan(2);
    const seen = await look(page, 'image/png', await save(page, 'Save as PNG'));
    expect(seen.colorCount).toBeGreaterThan(20);
  });
});
