import { describe, expect, it } from 'vitest';
import { layOutCalendar, nightAfterKey } from '../../renderer/raids/calendar-layout.ts';
import { dayAfter, spanOfNight, weekdayOf } from '../../renderer/raids/night-format.ts';
import type { RaidNight } from '../../shared/raids/types.ts';

function night(day: string, pullCount = 10): RaidNight {
  return {
    night: day,
    pullCount,
    killCount: 2,
    wipeCount: 8,
    fightSeconds: 3600,
    deaths: 50,
    bestHealth: 0,
    bossCount: 3,
    killedBossCount: 2,
    firstAt: `${day} 19:00:00`,
    lastAt: `${day} 22:00:00`,
  };
}

const room = { width: 1200, rem: 16 };

describe('the calendar of nights', () => {
  const nights = [night('2023-12-30'), night('2025-11-01', 3), night('2025-11-30', 40), night('2026-01-02')];
  const { years, height } = layOutCalendar(nights, room);

  it('has the years with nights, newest first, with their totals', () => {
    expect(years.map(({ year, nightCount, pullCount }) => [year, nightCount, pullCount])).toEqual([
      ['2026', 1, 10],
      ['2025', 2, 43],
      ['2023', 1, 10],
    ]);
  });

  it('has the months from the first to the last night, newest first', () => {
    expect(years.map(({ months }) => months.map(({ month }) => month.slice(5)).join(' '))).toEqual([
      '01',
      '12 11 10 09 08 07 06 05 04 03 02 01',
      '12',
    ]);
  });

  it('puts every day of a month in its week, Monday first', () => {
    const november = years[1]?.months[1];
    const cells = [...(november?.nights ?? []), ...(november?.otherDays ?? [])];
    expect(cells).toHaveLength(30);
    const [saturday, sunday] = november?.nights ?? [];
    const step = (sunday?.x ?? 0) - (saturday?.x ?? 0);
    // 2025-11-01 is a Saturday, the 30th a Sunday in the fifth week: one place to the right, four down.
    expect(step).toBeGreaterThan(0);
    expect((saturday?.x ?? 0) - (november?.x ?? 0)).toBeCloseTo(step * 5);
    expect((sunday?.y ?? 0) - (saturday?.y ?? 0)).toBeCloseTo(step * 4);
  });

  it('shades by pulls, of the most that a night had', () => {
    expect(years.flatMap(({ months }) => months.flatMap((month) => month.nights.map(({ shade }) => shade)))).toEqual([
      1, 1, 4, 1,
    ]);
  });

  it('lays a narrow room out in fewer columns, and so higher', () => {
    expect(layOutCalendar(nights, { width: 320, rem: 16 }).height).toBeGreaterThan(height);
    const wide = layOutCalendar(nights, { width: 320, rem: 32 }).years[0]?.months[0]?.nights[0];
    expect(wide?.x).toBeLessThan(320);
  });

  it('is empty without nights', () => {
    expect(layOutCalendar([], room)).toMatchObject({ years: [], height: 0 });
  });
});

describe('the keys of the calendar', () => {
  const nights = ['2025-11-01', '2025-11-04', '2025-11-08', '2025-11-11', '2025-12-06'].map((day) => night(day));

  it.each([
    ['ArrowRight', '2025-11-04'],
    ['ArrowDown', '2025-11-08'],
    ['End', '2025-12-06'],
    ['PageDown', '2025-12-06'],
    ['ArrowLeft', null],
    ['ArrowUp', null],
    ['x', null],
  ])('lead with %s from the first night to %s', (key, to) => {
    expect(nightAfterKey(nights, '2025-11-01', key)).toBe(to);
  });

  it('lead back', () => {
    expect(nightAfterKey(nights, '2025-12-06', 'Home')).toBe('2025-11-01');
    expect(nightAfterKey(nights, '2025-11-11', 'ArrowUp')).toBe('2025-11-04');
    expect(nightAfterKey(nights, '2025-12-06', 'ArrowLeft')).toBe('2025-11-11');
  });
});

describe('a night in words', () => {
  it('has its weekday, and ends on the day after', () => {
    expect(weekdayOf('2025-11-22')).toBe('Saturday');
    expect(dayAfter('2024-02-28')).toBe('2024-02-29');
    expect(spanOfNight('2025-12-31', { timeZone: 'Europe/Berlin', nightStartHour: 6 })).toBe(
      'from 2025-12-31 06:00 to 2026-01-01 06:00, Europe/Berlin',
    );
  });
});
