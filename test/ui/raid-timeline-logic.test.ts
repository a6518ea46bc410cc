import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chipsOf } from '../../shared/query/chips.ts';
import { timeSpanOfValue } from '../../shared/query/dates.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { raidLanguage } from '../../shared/raids/language.ts';
import { hitAt } from '../../renderer/raids/timeline/find-hit.ts';
import { neighbourOf } from '../../renderer/raids/timeline/neighbour.ts';
import { paintTimeline } from '../../renderer/raids/timeline/paint-timeline.ts';
import type { Palette } from '../../renderer/raids/timeline/palette.ts';
import type { Pen } from '../../renderer/raids/timeline/pen.ts';
import { binsOf } from '../../renderer/raids/timeline/pull-bins.ts';
import { svgPen } from '../../renderer/raids/timeline/svg-pen.ts';
import { dateFilter, timeTicks } from '../../renderer/raids/timeline/time-ticks.ts';
import { centredOn, panBy, showing, wholeWindow, zoomAt } from '../../renderer/raids/timeline/time-window.ts';
import { barOf, detailLevelOf, layoutOf, secondAt, xAt } from '../../renderer/raids/timeline/timeline-layout.ts';
import { modelOf, type TimelineModel } from '../../renderer/raids/timeline/timeline-model.ts';
import { nightsOfPulls, timelineOf, type DrawnPull } from './raid-timelines.ts';

const clock = { timeZone: 'Europe/Berlin', nightStartHour: 6 };
const hour = 3600;
const day = 24 * hour;
const size = { width: 1200, height: 400, rem: 16 };

function model(pulls: readonly DrawnPull[], laneCount = 1): TimelineModel {
  const made = modelOf(timelineOf(pulls, laneCount), clock);
  if (made === null) throw new Error('There is nothing to draw.');
  return made;
}

describe('the window of time', () => {
  const whole = wholeWindow(0, 1000 * day);

  it('keeps the moment under the pointer in its place when it is zoomed', () => {
    const before = { start: 100 * day, end: 300 * day };
    const after = zoomAt(before, 150 * day, 0.5, whole);
    expect(after.end - after.start).toBeCloseTo(100 * day);
    expect((150 * day - after.start) / (after.end - after.start)).toBeCloseTo(0.25);
  });

  it('never leaves the whole time and never turns around, however it is moved', () => {
    const step = fc.oneof(
      fc.record({ zoom: fc.double({ min: 0.01, max: 100, noNaN: true }), at: fc.integer({ min: 0, max: 1000 }) }),
      fc.record({ pan: fc.integer({ min: -2000, max: 2000 }) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let window = whole;
        for (const change of steps) {
          window =
            'pan' in change
              ? panBy(window, change.pan * day, whole)
              : zoomAt(window, change.at * day, change.zoom, whole);
          expect(window.end).toBeGreaterThan(window.start);
          expect(window.start).toBeGreaterThanOrEqual(whole.start - 1);
          expect(window.end).toBeLessThanOrEqual(whole.end + 1);
        }
      }),
    );
  });

  it('of one moment is an hour and a bit', () => {
    const { start, end } = wholeWindow(5000, 5000);
    expect(end - start).toBeGreaterThanOrEqual(hour);
    expect((start + end) / 2).toBe(5000);
  });

  it('moves only as far as a pull takes to be seen', () => {
    const window = { start: 100 * day, end: 200 * day };
    expect(showing(window, 150 * day, 150 * day + 300, whole)).toEqual(window);
    const before = showing(window, 50 * day, 50 * day + 300, whole);
    expect(before.start).toBeCloseTo(45 * day);
    const after = showing(window, 250 * day, 251 * day, whole);
    expect(after.end).toBeCloseTo(256 * day);
  });

  it('centres on a moment with a length of its own', () => {
    expect(centredOn(500 * day, 10 * day, whole)).toEqual({ start: 495 * day, end: 505 * day });
  });
});

describe('ticks of the time axis', () => {
  const roomFor = (letters: number) => letters * 7 + 16;
  const ticksOf = (from: string, to: string, zone: string, width = 1000) =>
    timeTicks({ start: Date.parse(from) / 1000, end: Date.parse(to) / 1000 }, width, zone, roomFor);
  const labels = (ticks: readonly { readonly label: string }[]) => ticks.map(({ label }) => label);

  it('are hours of the zone within a night, under its date', () => {
    const { fine, coarse } = ticksOf('2025-11-22T18:00Z', '2025-11-22T23:30Z', 'Europe/Berlin', 400);
    expect(labels(fine)).toEqual(['19:00', '20:00', '21:00', '22:00', '23:00', '00:00']);
    expect(labels(coarse)).toEqual(['Sat 2025-11-22', 'Sun 2025-11-23']);
  });

  it('are days under their month, then weeks from Mondays on, months under their year, years', () => {
    expect(labels(ticksOf('2025-11-21T23:00Z', '2025-11-25T01:00Z', 'UTC', 400).fine)).toEqual([
      'Sat 22',
      'Sun 23',
      'Mon 24',
      'Tue 25',
    ]);
    const weeks = ticksOf('2025-11-01T00:00Z', '2025-12-02T00:00Z', 'UTC', 400);
    expect(labels(weeks.fine)).toEqual(['3 Nov', '10 Nov', '17 Nov', '24 Nov', '1 Dec']);
    expect(labels(weeks.coarse)).toEqual(['Nov 2025', 'Dec 2025']);
    const months = ticksOf('2024-11-15T00:00Z', '2025-03-02T00:00Z', 'UTC', 400);
    expect(labels(months.fine)).toEqual(['Dec', 'Jan', 'Feb', 'Mar']);
    expect(labels(months.coarse)).toEqual(['2024', '2025']);
    expect(labels(ticksOf('2015-06-01T00:00Z', '2020-06-01T00:00Z', 'UTC', 400).fine)).toEqual([
      '2016',
      '2017',
      '2018',
      '2019',
      '2020',
    ]);
  });

  it('stand at midnight by the clocks, before and after these are changed', () => {
    const { fine } = ticksOf('2025-10-24T12:00Z', '2025-10-28T12:00Z', 'Europe/Berlin', 400);
    expect(fine.map(({ second }) => new Date(second * 1000).toISOString().slice(5, 16))).toEqual([
      '10-24T22:00',
      '10-25T22:00',
      '10-26T23:00',
      '10-27T23:00',
    ]);
  });

  it('never stand closer than their labels are wide', () => {
    const moment = fc.integer({ min: 0, max: 2_000_000_000 });
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 120, max: 20 * 365 * day }),
        fc.integer({ min: 200, max: 3000 }),
        (start, length, width) => {
          const { fine } = timeTicks({ start, end: start + length }, width, 'America/New_York', roomFor);
          for (const [place, { second, label }] of fine.entries()) {
            const next = fine[place + 1];
            if (next === undefined) continue;
            expect(((next.second - second) / length) * width).toBeGreaterThan(label.length * 7);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the filter of a chosen stretch', () => {
  it('finds what began from the first minute to the last, in the zone', () => {
    const start = Date.parse('2025-11-22T18:30:20Z') / 1000;
    const end = Date.parse('2025-11-22T22:10:59Z') / 1000;
    const filter = dateFilter(start, end, 'Europe/Berlin');
    expect(filter).toBe('date:"2025-11-22 19:30".."2025-11-22 23:10"');
    const { query, problems } = parseQuery(filter, raidLanguage);
    expect(problems).toEqual([]);
    const value = query.kind === 'filter' ? query.values[0] : undefined;
    const span = value && timeSpanOfValue(value, 'Europe/Berlin', 0);
    expect(span).toEqual({
      start: Date.parse('2025-11-22T18:30:00Z') / 1000,
      end: Date.parse('2025-11-22T22:11:00Z') / 1000,
    });
    expect(chipsOf(filter, raidLanguage, { timeZone: 'UTC', now: 0 })).toHaveLength(1);
  });
});

describe('the model of the timeline', () => {
  it('takes pulls without a long pause for one night', () => {
    const { lanes } = model([{ start: 0 }, { start: 2 * hour }, { start: 2 * day }, { start: 2 * day + hour }]);
    expect(lanes[0]?.nights.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  it('puts raids that go on at once beside each other, each boss in its row', () => {
    const { lanes, rows } = model([
      { start: 0, length: 300, boss: 0 },
      { start: 100, length: 300, boss: 1 },
      { start: 450, length: 300, boss: 1 },
      { start: 500, length: 300, boss: 0 },
    ]);
    expect(Array.from(rows)).toEqual([0, 1, 1, 0]);
    expect(lanes[0]?.nights[0]?.rowCount).toBe(2);
  });

  it('ends a pull of unknown length where it starts', () => {
    const { ends, last } = model([{ start: 1000, length: -1 }]);
    expect(ends[0]).toBe(1000);
    expect(last).toBe(1000);
  });

  it('has nothing to draw without pulls', () => {
    expect(modelOf(timelineOf([], 0), clock)).toBeNull();
  });

  it('says how many pulls are in lanes that are not shown', () => {
    const pulls = Array.from({ length: 70 }, (_, lane) => ({ start: lane, lane }));
    expect(model(pulls, 70)).toMatchObject({ hiddenCount: 10, hiddenLaneCount: 10 });
  });
});

describe('counted stretches', () => {
  it('count every pull once, and its kill', () => {
    const pulls = nightsOfPulls(5000, 4);
    const made = model(pulls, 4);
    for (const scale of [hour, day, 7 * day]) {
      const bins = binsOf(made, scale, 4).lanes.flat();
      expect(bins.reduce((sum, { pullCount }) => sum + pullCount, 0)).toBe(5000);
      expect(bins.reduce((sum, { killCount }) => sum + killCount, 0)).toBe(
        pulls.filter(({ result }) => result === 'kill').length,
      );
    }
  });

  it.each([
    ['Europe/Berlin', 'Mon 05:00'],
    ['Asia/Tokyo', 'Sun 21:00'],
    ['Pacific/Honolulu', 'Mon 16:00'],
  ])('of weeks begin where the night of a Monday does in %s', (timeZone, begins) => {
    const made = modelOf(timelineOf(nightsOfPulls(500, 1)), { timeZone, nightStartHour: 6 })!;
    const { seconds, lanes } = binsOf(made, 2 * day, 3);
    expect(seconds).toBe(7 * day);
    const found = lanes[0]?.map(({ start }) =>
      new Date(start * 1000).toUTCString().replace(/,.*2016 (\d\d:\d\d).*/, ' $1'),
    );
    expect(found).toContain(begins);
  });
});

describe('what is below the pointer', () => {
  const pulls: readonly DrawnPull[] = [
    { start: 0, length: 300, health: 80 },
    { start: 600, length: 300, result: 'kill' },
    { start: 1200, length: -1 },
    { start: 700, length: 300, lane: 1 },
  ];
  const made = model(pulls, 2);
  const layout = layoutOf(size, 2);
  const window = { start: -600, end: 3000 };
  const at = (second: number, lane: number, part = 0.8) =>
    hitAt(made, layout, window, xAt(layout, window, second), layout.top + (lane + part) * layout.laneHeight);

  it('is the pull that goes on there, in its lane', () => {
    expect(at(150, 0)).toEqual({ kind: 'pull', lane: 0, pull: 0 });
    expect(at(750, 0)).toEqual({ kind: 'pull', lane: 0, pull: 1 });
    expect(at(750, 1)).toEqual({ kind: 'pull', lane: 1, pull: 3 });
  });

  it('is a low bar also above it', () => {
    expect(at(150, 0, 0.15)).toEqual({ kind: 'pull', lane: 0, pull: 0 });
  });

  it('is a pull without length within a hand’s breadth', () => {
    expect(at(1203, 0)).toEqual({ kind: 'pull', lane: 0, pull: 2 });
  });

  it('is the night between pulls, and nothing beside it or beside the lanes', () => {
    expect(at(450, 0)).toMatchObject({ kind: 'stretch', stretch: { pullCount: 3, killCount: 1, isNight: true } });
    expect(at(2500, 0)).toBeNull();
    expect(hitAt(made, layout, window, 5, layout.top + 5)).toBeNull();
    expect(hitAt(made, layout, window, 500, layout.bottom + 5)).toBeNull();
  });

  it('is the same place on the axis, there and back', () => {
    expect(secondAt(layout, window, xAt(layout, window, 1234))).toBeCloseTo(1234);
  });

  it('is a night from afar and a longer stretch from farther away', () => {
    const many = model(nightsOfPulls(5000, 1));
    const year = { start: many.first, end: many.first + 40 * day };
    const nightX = xAt(layout, year, many.first + hour);
    expect(detailLevelOf(layout, year)).toBe('nights');
    expect(hitAt(many, layoutOf(size, 1), year, nightX, 200)).toMatchObject({
      stretch: { isNight: true, pullCount: 23 },
    });
    const all = wholeWindow(many.first, many.first + 10 * 365 * day);
    expect(detailLevelOf(layout, all)).toBe('bins');
    const x = xAt(layout, all, many.first + hour);
    expect(hitAt(many, layoutOf(size, 1), all, x, 200)).toMatchObject({ stretch: { isNight: false } });
  });
});

describe('bars', () => {
  it('of kills are as tall as there is room, of wipes as the boss was brought down', () => {
    const made = model([
      { start: 0, health: 100 },
      { start: 600, health: 50 },
      { start: 1200, result: 'kill' },
    ]);
    const layout = layoutOf(size, 1);
    const [night] = made.lanes[0]?.nights ?? [];
    const heights = [0, 1, 2].map((pull) => barOf(made, layout, { start: 0, end: 3000 }, 0, night!, pull).height);
    expect(heights[0]).toBeCloseTo(heights[2]! * 0.2);
    expect(heights[1]).toBeCloseTo(heights[2]! * 0.6);
  });
});

describe('the keyboard', () => {
  const made = model(
    [{ start: 0 }, { start: 600 }, { start: 1200 }, { start: 650, lane: 1 }, { start: 5000, lane: 1 }],
    2,
  );

  it('goes from pull to pull of a lane and stops at its ends', () => {
    expect(neighbourOf(made, 0, 'after', 0)).toBe(1);
    expect(neighbourOf(made, 2, 'after', 0)).toBeNull();
    expect(neighbourOf(made, 0, 'before', 0)).toBeNull();
  });

  it('goes to the nearest pull of the next lane', () => {
    expect(neighbourOf(made, 1, 'below', 0)).toBe(3);
    expect(neighbourOf(made, 3, 'above', 0)).toBe(1);
    expect(neighbourOf(made, 0, 'above', 0)).toBeNull();
  });

  it('goes to the first and the last of all, and begins in the middle', () => {
    expect(neighbourOf(made, 1, 'first', 0)).toBe(0);
    expect(neighbourOf(made, 1, 'last', 0)).toBe(4);
    expect(neighbourOf(made, null, 'after', 1100)).toBe(2);
  });
});

const palette: Palette = {
  scheme: 'light',
  surface: '#fff',
  sunken: '#eee',
  border: '#ddd',
  text: '#000',
  dimmed: '#555',
  focus: '#00f',
  annotation: '#60a',
  results: ['#064', '#b30', '#05a', '#555'],
  difficulties: ['#269', '#750', '#828'],
  fontFamily: 'sans-serif',
};

describe('the drawing', () => {
  const layout = layoutOf(size, 1);

  it('escapes the names in an SVG', () => {
    const pen = svgPen('sans-serif');
    pen.text('<script>&"\u0007', 0, 0, { color: '#000', size: 12 });
    expect(pen.print()).toContain('>&lt;script&gt;&amp;&quot;</text>');
  });

  it('draws no pull outside of the lanes', () => {
    const made = model(nightsOfPulls(2000, 1));
    const lefts: number[] = [];
    const pen = countingPen((x, width) => lefts.push(x, x + width));
    const window = { start: made.first + 1000, end: made.first + 9000 };
    paintTimeline(pen, { model: made, layout, window, timeZone: 'UTC', marks: [], palette, hasFlags: false });
    expect(Math.min(...lefts)).toBeGreaterThanOrEqual(layout.left - 4);
    expect(Math.max(...lefts)).toBeLessThanOrEqual(layout.right + 4);
  });

  it('of 50,000 pulls takes few strokes at any zoom, and far less than a frame to work out', () => {
    const laneCount = 6;
    const made = model(nightsOfPulls(50_000, laneCount), laneCount);
    const whole = wholeWindow(made.first, made.last);
    const place = layoutOf({ width: 1680, height: 700, rem: 16 }, laneCount);
    const times: number[] = [];
    let mostStrokes = 0;
    const middle = made.lanes[0]?.nights[500]?.start ?? 0;
    for (let step = 0; step < 120; step++) {
      let strokes = 0;
      const window = zoomAt(whole, middle, 0.9 ** step, whole);
      const startedAt = performance.now();
      paintTimeline(
        countingPen(() => {
          strokes += 1;
        }),
        { model: made, layout: place, window, timeZone: 'Europe/Berlin', marks: [], palette, hasFlags: false },
      );
      times.push(performance.now() - startedAt);
      mostStrokes = Math.max(mostStrokes, strokes);
    }
    const sorted = times.toSorted((one, other) => one - other);
    const figure = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(2);
    process.stdout.write(
      `timeline of 50,000 pulls, working out a frame: median ${figure(0.5)} ms, p95 ${figure(0.95)} ms, at most ${mostStrokes} bars\n`,
    );
    expect(mostStrokes).toBeLessThan(12_000);
  });
});

function countingPen(onFill: (x: number, width: number) => void): Pen {
  return {
    fill: (x, _y, width) => onFill(x, width),
    frame: () => {},
    line: () => {},
    shape: () => {},
    text: () => {},
  };
}
