import { describe, expect, it } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { waysOut } from '../../renderer/query/ways-out.ts';

describe('the ways out of an empty list', () => {
  it('search a plain word inside of others, and leave out one part at a time', () => {
    expect(waysOut('storm from:anna -in:raids', [], messageLanguage).map(({ kind, query }) => [kind, query])).toEqual([
      ['inside', '*storm* from:anna -in:raids'],
      ['without', 'from:anna -in:raids'],
      ['without', 'storm -in:raids'],
      ['without', 'storm from:anna'],
    ]);
  });

  it('begin with the repairs of what is amiss', () => {
    const problem = { code: 'unknown_name', message: '', range: [5, 9], repair: 'from:anna' } as const;
    expect(waysOut('from:anan', [problem], messageLanguage)).toEqual([
      { kind: 'repair', query: 'from:anna', part: '' },
    ]);
  });

  it('are none for a word too short to be found inside of others', () => {
    expect(waysOut('ab', [], messageLanguage)).toEqual([]);
  });
});
