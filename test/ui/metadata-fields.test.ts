import { describe, expect, it } from 'vitest';
import { durationText } from '../../renderer/app/duration-text.ts';
import { prettyJson, readMetadata } from '../../renderer/messages/metadata-fields.ts';

describe('metadata', () => {
  it('is said in words, with the names of what it names by id', () => {
    const raid = { kind: 'raid', id: 'r1', name: 'Queen Mycelia' } as const;
    const json = '{"raid_id":"r1","boss_health":33,"event":"wipe_call","loot":["a","r1"],"own":{"deep":true}}';
    expect(readMetadata(json, [raid])).toEqual([
      { path: 'Raid', value: 'r1', named: raid, percent: null },
      { path: 'Boss health', value: '33', named: null, percent: 33 },
      { path: 'Event', value: 'wipe_call', named: null, percent: null },
      { path: 'loot', value: 'a, Queen Mycelia', named: null, percent: null },
      { path: 'own.deep', value: 'yes', named: null, percent: null },
    ]);
  });

  it('is left as it is when it is no JSON or out of bounds', () => {
    expect(readMetadata('{"boss_health":')).toBeNull();
    expect(readMetadata('{"boss_health":250}')?.[0]?.percent).toBeNull();
    expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyJson('{"a":')).toBe('{"a":');
  });
});

describe('a duration', () => {
  it('is said in its largest whole unit', () => {
    const texts = [0, 40_000, 60_000, 330_000, 7_200_000, 86_400_000, 200_000_000].map(durationText);
    expect(texts).toEqual(['0 s', '40 s', '1 min', '5 min', '2 hours', '1 day', '2 days']);
  });
});
