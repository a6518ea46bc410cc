import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowSegments } from '../../renderer/messages/message-text.ts';
import { readMetadata } from '../../renderer/messages/metadata-fields.ts';

describe('the text of a row', () => {
  it('is cut into what was hit and what was not', () => {
    expect(rowSegments('pull the boss', [[0, 4]]).map(({ text, isHit }) => [text, isHit])).toEqual([
      ['pull', true],
      [' the boss', false],
    ]);
  });

  it('shows NUL characters and line ends as signs', () => {
    expect(rowSegments('a\0b\nc', []).map(({ text }) => text)).toEqual(['a␀b⏎c']);
  });

  it('brings a hit far into the text into view', () => {
    const content = `${'word '.repeat(40)}boss`;
    const segments = rowSegments(content, [[200, 204]]);
    expect(segments[0]?.text).toBe('… ');
    expect(segments.at(-1)).toMatchObject({ text: 'boss', isHit: true });
    expect(segments.reduce((length, { text }) => length + text.length, 0)).toBeLessThan(60);
  });

  it('never loses or doubles a letter of a short text, whatever was hit', () => {
    const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(10)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: fc.constantFrom('a', 'b', ' ', '🔥') }), ranges, (content, raw) => {
        const highlights = raw.map(([start, length]) => [start, start + length] as const).sort(([a], [b]) => a - b);
        expect(
          rowSegments(content, highlights)
            .map(({ text }) => text)
            .join(''),
        ).toBe(content);
      }),
    );
  });
});

describe('metadata', () => {
  it('is listed by the path of each value', () => {
    expect(readMetadata('{"boss":{"name":"Voidmaw","health_percentage":34},"tags":["a","b"],"is_kill":true}')).toEqual([
      { path: 'boss.name', value: 'Voidmaw', named: null, percent: null },
      { path: 'boss.health percentage', value: '34', named: null, percent: 34 },
      { path: 'tags', value: 'a, b', named: null, percent: null },
      { path: 'is kill', value: 'yes', named: null, percent: null },
    ]);
  });

  it('that is not JSON is left as it is', () => {
    expect(readMetadata('{"a":')).toBe(null);
  });
});
