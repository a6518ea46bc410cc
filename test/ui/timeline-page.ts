import type { Locator, Page } from 'playwright-core';
import { layoutOf, xAt, type TimelineLayout } from '../../renderer/raids/timeline/timeline-layout.ts';
import type { TimeWindow } from '../../renderer/raids/timeline/time-window.ts';
import type { RaidTimeline } from '../../shared/raids/types.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow, WindowOptions } from './start-window.ts';

export const picture = (page: Page): Locator => page.getByRole('application', { name: /^Timeline of nights/u });

/** A window as it was left on the timeline. */
export async function openTimelinePage(library: string, options: WindowOptions = {}, query = ''): Promise<TestWindow> {
  const window = await openWindow({ library, ...options });
  await window.call('settings.update', { timeZone: 'Europe/Berlin' });
  await window.call('session.save', { view: 'raids', query, path: 'timeline', position: null });
  await window.page.reload();
  await picture(window.page).waitFor();
  return window;
}

export function readTimeline({ call }: TestWindow, query = ''): Promise<RaidTimeline> {
  return call('raids.timeline', { query, timeZone: 'Europe/Berlin' });
}

export interface Scene {
  readonly layout: TimelineLayout;
  readonly window: TimeWindow;
  readonly at: (second: number, lane: number) => { readonly x: number; readonly y: number };
}

/** Where things are on screen. */
export async function sceneOf(page: Page, laneCount: number): Promise<Scene> {
  const box = await picture(page).boundingBox();
  if (box === null) throw new Error('The picture is not on screen.');
  const window = await picture(page).evaluate(({ dataset }) => ({
    start: Number(dataset['start']),
    end: Number(dataset['end']),
  }));
  const layout = layoutOf({ ...box, rem: 16 }, laneCount);
  return {
    layout,
    window,
    at: (second, lane) => ({
      x: box.x + xAt(layout, window, second),
      y: box.y + layout.top + (lane + 0.8) * layout.laneHeight,
    }),
  };
}

export const lengthOf = ({ window }: Scene): number => window.end - window.start;
