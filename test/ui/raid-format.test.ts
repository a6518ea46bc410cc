import { describe, expect, it } from 'vitest';
import {
  dash,
  explainNoDuration,
  explainNoRate,
  explainOddity,
  formatAmount,
  formatDuration,
  formatFightTime,
  formatPercent,
  formatRate,
  formatResult,
  formatShare,
} from '../../renderer/raids/raid-format.ts';

describe('figures of raids', () => {
  it.each([
    [0, '0:00'],
    [7, '0:07'],
    [332, '5:32'],
    [3599.9, '59:59'],
    [3600, '1:00:00'],
    [3730, '1:02:10'],
    [36_000, '10:00:00'],
    [null, dash],
  ])('write a length of %s seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it.each([
    [48, '48 s'],
    [2100, '35 min'],
    [3599, '1 h 00 min'],
    [9660, '2 h 41 min'],
  ])('write %s seconds of fights as %s', (seconds, text) => {
    expect(formatFightTime(seconds)).toBe(text);
  });

  it.each([
    [0, '0/s'],
    [940, '940/s'],
    [999.4, '999/s'],
    [999.6, '1.00 k/s'],
    [9996, '10.0 k/s'],
    [58_300, '58.3 k/s'],
    [99_960, '100 k/s'],
    [999_600, '1.00 M/s'],
    [1_240_000, '1.24 M/s'],
    [2_500_000_000, '2.50 G/s'],
    [null, dash],
  ])('write a rate of %s as %s', (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });

  it('write an amount as the rate, without its second', () => {
    expect(formatAmount(412_345_678)).toBe('412 M');
  });

  it.each([
    [100, '100 %'],
    [12.4, '12 %'],
    [0.44, '0.4 %'],
    [0, '0 %'],
    [null, dash],
  ])('write %s percent as %s', (percent, text) => {
    expect(formatPercent(percent)).toBe(text);
  });

  it('write a share as a percentage', () => {
    expect(formatShare(0.123)).toBe('12 %');
    expect(formatShare(null)).toBe(dash);
  });

  it.each([
    ['kill', 0, 'Kill'],
    ['wipe', 12, 'Wipe 12 %'],
    ['wipe', null, 'Wipe'],
    ['live', 43, 'Live 43 %'],
    ['preparing', null, 'Not begun'],
  ] as const)('write the result %s with %s of health as %s', (result, healthLeft, text) => {
    expect(formatResult({ result, healthLeft })).toBe(text);
  });
});

describe('a dash', () => {
  const raid = { durationSeconds: null, result: 'wipe', oddities: [], damage: 1000, damagePerSecond: null } as const;

  it('says why there is no length', () => {
    expect(explainNoDuration({ ...raid, durationSeconds: 5 })).toBeNull();
    expect(explainNoDuration(raid)).toContain('Neither its length nor');
    expect(explainNoDuration({ ...raid, result: 'live' })).toContain('goes on');
    expect(explainNoDuration({ ...raid, result: 'preparing' })).toContain('has not begun');
    expect(explainNoDuration({ ...raid, oddities: ['ends_before_start'] })).toContain('ends before it starts');
  });

  it('says why there is no rate', () => {
    expect(explainNoRate({ ...raid, damagePerSecond: 3 })).toBeNull();
    expect(explainNoRate({ ...raid, damage: null })).toBe('The backup lists no participants.');
    expect(explainNoRate(raid)).toContain('No rate without a length');
    expect(explainNoRate({ ...raid, durationSeconds: 0 })).toContain('0 seconds');
  });
});

describe('what does not fit together', () => {
  it('is a sentence that names the numbers', () => {
    expect(explainOddity('no_participants', { playerCount: 20 })).toContain('only that there were 20 players');
    expect(explainOddity('no_participants', { playerCount: 0 })).not.toContain('only');
    expect(explainOddity('other_count', { playerCount: 1 })).toContain('1 participant,');
    expect(explainOddity('ends_before_start', { playerCount: 20 })).toContain('ends before it starts');
  });
});
