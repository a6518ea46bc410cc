import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import {
  addFilter,
  hasFilterValue,
  narrowDates,
  orderOf,
  removeFilterValue,
  setOrder,
  tidy,
} from '../../renderer/query/query-edit.ts';

/** Texts of the pieces that people type, whole and broken. */
const anyText = fc
  .array(
    fc.constantFrom('pull', '"battle res"', '"open', 'from:anna', '-in:raids', 'OR', 'AND', '(', ')', 'sort:old', ':)'),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(' '));

describe('a filter that is added', () => {
  it('goes behind the text', () => {
    expect(addFilter('', 'from:anna', messageLanguage)).toBe('from:anna');
    expect(addFilter('pull ', 'from:anna', messageLanguage)).toBe('pull from:anna');
  });

  it('acts on both sides of an OR', () => {
    expect(addFilter('wipe OR reset', 'from:anna', messageLanguage)).toBe('(wipe OR reset) from:anna');
  });

  it('is not swallowed by an open quote', () => {
    expect(addFilter('"battle res', 'from:anna', messageLanguage)).toBe('"battle res" from:anna');
  });

  it('is there, whatever the text was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(hasFilterValue(addFilter(text, 'type:raid', messageLanguage), 'type', 'raid', messageLanguage)).toBe(
          true,
        );
      }),
    );
  });
});

describe('a text that is tidied', () => {
  it('has no syntax problem left that can be repaired', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const left = parseQuery(tidy(text, messageLanguage), messageLanguage).problems.filter(
          ({ code, repair }) => code === 'syntax' && repair !== null,
        );
        expect(left).toEqual([]);
      }),
    );
  });
});

describe('the order', () => {
  it('is written only where it is not the query’s own', () => {
    expect(setOrder('pull', 'old', messageLanguage)).toBe('pull sort:old');
    expect(setOrder('pull sort:old', 'new', messageLanguage)).toBe('pull');
    expect(setOrder('sort:old pull', 'best', messageLanguage)).toBe('pull sort:best');
    expect(setOrder('near:2025-11-22 pull', 'old', messageLanguage)).toBe('near:2025-11-22 pull');
    expect(setOrder('near:2025-11-22', 'new', messageLanguage)).toBe('near:2025-11-22 sort:new');
  });

  it('is what was asked for, whatever the text was', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('new', 'old', 'best'), (text, order) => {
        expect(orderOf(setOrder(text, order, messageLanguage), messageLanguage)).toBe(order);
      }),
    );
  });
});

describe('dates that are narrowed', () => {
  it('take the place of the dates before, and leave the rest', () => {
    expect(narrowDates('pull date:2025 from:anna', 'date:2025-11', messageLanguage)).toBe(
      'pull from:anna date:2025-11',
    );
    expect(narrowDates('after:2025-01 before:2025-06 pull', 'date:2025-03', messageLanguage)).toBe('pull date:2025-03');
    expect(narrowDates('-on:2025-11-22', 'date:2025-11', messageLanguage)).toBe('-on:2025-11-22 date:2025-11');
  });
});

describe('a value of a filter', () => {
  it('is found in any of its filters, whatever its case and quotes', () => {
    expect(hasFilterValue('from:anna,"Ben Oak" pull', 'from', '"ben oak"', messageLanguage)).toBe(true);
    expect(hasFilterValue('from:anna x from:ben', 'from', 'ben', messageLanguage)).toBe(true);
    expect(hasFilterValue('-from:anna', 'from', 'anna', messageLanguage)).toBe(false);
    expect(hasFilterValue('from:anna OR pull', 'from', 'anna', messageLanguage)).toBe(false);
  });

  it('goes alone where there are others, and with its filter where it is the last', () => {
    expect(removeFilterValue('from:anna,ben pull', 'from', 'anna', messageLanguage)).toBe('from:ben pull');
    expect(removeFilterValue('pull from:anna', 'from', 'anna', messageLanguage)).toBe('pull');
    expect(removeFilterValue('from:anna x from:ben', 'from', 'ben', messageLanguage)).toBe('from:anna x');
  });

  it('is gone after it was added and removed, whatever the text was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const added = addFilter(text, 'type:raid', messageLanguage);
        expect(
          hasFilterValue(removeFilterValue(added, 'type', 'raid', messageLanguage), 'type', 'raid', messageLanguage),
        ).toBe(false);
      }),
    );
  });
});
