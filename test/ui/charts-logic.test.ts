import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  secondsLabel,
  secondTicks,
  textWidth,
  tickFontRem,
  ticksAcross,
  ticksUp,
} from '../../renderer/charts/axis-ticks.ts';
import { plotAreaOf } from '../../renderer/charts/chart-size.ts';
import { brokenLines } from '../../renderer/charts/picture-heading.ts';
import { cursorAfterKey } from '../../renderer/charts/plot-cursor.ts';
import { stepPath } from '../../renderer/charts/StepLine.tsx';
import { contrast, seenBy, distance, type Rgb } from './colors.ts';

describe('an axis of seconds', () => {
  it('is written in minutes from the pull, also before it', () => {
    expect([0, 65, 3725, -10].map(secondsLabel)).toEqual(['0:00', '1:05', '1:02:05', '-0:10']);
  });

  it('has steps that clocks have', () => {
    expect(secondTicks(0, 330, 6).map(({ label }) => label)).toEqual(['0:00', '1:00', '2:00', '3:00', '4:00', '5:00']);
    expect(secondTicks(-15, 40, 4).map(({ value }) => value)).toEqual([-15, 0, 15, 30]);
    expect(secondTicks(0, 200_000, 3).length).toBeLessThanOrEqual(3);
  });
});

describe('ticks', () => {
  it('of which labels would touch are left out, at any width and size of text', () => {
    const unit = fc.constantFrom('number', 'count', 'percent', 'seconds');
    fc.assert(
      fc.property(
        unit,
        fc.integer({ min: 60, max: 2000 }),
        fc.constantFrom(16, 24, 32),
        fc.integer({ min: 1, max: 20_000 }),
        (unit, width, rem, most) => {
          const scale = scaleLinear([0, most], [0, width]);
          const ticks = ticksAcross({ scale, unit, rem });
          for (const [place, { value, label }] of ticks.entries()) {
            const next = ticks[place + 1];
            if (next) expect(scale(next.value) - scale(value)).toBeGreaterThan(textWidth(label, tickFontRem, rem));
          }
        },
      ),
    );
  });

  it('of counts are whole numbers and are written whole', () => {
    const scale = scaleLinear([0, 2], [200, 0]);
    const ticks = ticksUp({ scale, unit: 'count', rem: 16 });
    expect(ticks.map(({ value }) => value)).toEqual([0, 1, 2]);
    expect(ticks.map(({ label }) => label)).toEqual(['0', '1', '2']);
  });

  it('have as many lines above each other as the height has room for', () => {
    const at = (rem: number) => ticksUp({ scale: scaleLinear([0, 100], [240, 0]), unit: 'percent', rem }).length;
    expect(at(32)).toBeLessThan(at(16));
  });
});

describe('a plot', () => {
  it('never has less than no room', () => {
    expect(plotAreaOf({ width: 10, height: 10, rem: 32 })).toMatchObject({ width: 1, height: 1 });
  });
});

describe('a line of steps', () => {
  it('holds a value until the next sample and jumps there', () => {
    const points = [
      { x: 0, y: 10 },
      { x: 50, y: 20 },
      { x: 80, y: 40 },
    ];
    expect(stepPath(points, 100)).toBe('M0 10H50V20H80V40H100');
    expect(stepPath([])).toBe('');
  });
});

describe('the lines above a saved picture', () => {
  it('break between words and leave a long word whole', () => {
    expect(brokenLines('one two three unbreakable!', (part) => part.length <= 9)).toEqual([
      'one two',
      'three',
      'unbreakable!',
    ]);
  });
});

const css = readFileSync(join(import.meta.dirname, '../../renderer/app/app.css'), 'utf8');
const names = [
  'kill',
  'wipe',
  'live',
  'preparing',
  'difficulty-normal',
  'difficulty-hard',
  'difficulty-mythic',
  'role-tank',
  'role-healer',
  'role-dps',
  'best',
  'median',
  'annotation',
] as const;

function colorOf(name: string, theme: 'light' | 'dark'): Rgb {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`).exec(css) ?? [];
  const hex = theme === 'light' ? light : dark;
  expect(hex).not.toBe('');
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

describe.each(['light', 'dark'] as const)('the colours of raids in the %s theme', (theme) => {
  it.each(names)('%s can be read on every surface', (name) => {
    for (const surface of ['surface', 'surface-sunken', 'surface-raised', 'row-hover', 'row-active']) {
      expect(contrast(colorOf(name, theme), colorOf(surface, theme))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([
    [['kill', 'wipe', 'live']],
    [['difficulty-normal', 'difficulty-hard', 'difficulty-mythic']],
    [['role-tank', 'role-healer', 'role-dps']],
  ])('%j are told apart with any colour vision', (group) => {
    for (const vision of ['full', 'protan', 'deutan', 'tritan'] as const) {
      const seen = group.map((name) => seenBy(vision, colorOf(name, theme)));
      for (const [place, one] of seen.entries()) {
        for (const other of seen.slice(place + 1)) expect(distance(one, other)).toBeGreaterThan(17);
      }
    }
  });
});

describe('the cursor of a chart', () => {
  const range = { min: 1, max: 40, step: 1, page: 10 };

  it('moves by keys within its range, from an end where it was nowhere', () => {
    expect(cursorAfterKey('ArrowRight', null, range)).toBe(1);
    expect(cursorAfterKey('ArrowLeft', null, range)).toBe(40);
    expect(cursorAfterKey('ArrowRight', 40, range)).toBe(40);
    expect(cursorAfterKey('PageDown', 15, range)).toBe(5);
    expect(cursorAfterKey('End', 15, range)).toBe(40);
    expect(cursorAfterKey('a', 15, range)).toBe(null);
  });
});
