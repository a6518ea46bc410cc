import { describe, expect, it } from 'vitest';
import {
  acceptSuggestion,
  groupSuggestions,
  isFinished,
  isWorthSuggesting,
} from '../../renderer/query/suggestion-groups.ts';
import type { Suggestion } from '../../shared/query/types.ts';

function suggestion(kind: Suggestion['kind'], text: string): Suggestion {
  return { kind, text, label: text, detail: null, count: null };
}

describe('suggestions', () => {
  it('are counted through all groups, the kind of the first one first', () => {
    const groups = groupSuggestions([
      suggestion('history', 'pull'),
      suggestion('key', 'from:'),
      suggestion('key', 'in:'),
    ]);
    expect(groups.map(({ label }) => label)).toEqual(['Searched before', 'Filters']);
    expect(groups.flatMap(({ items }) => items.map(({ index }) => index))).toEqual([0, 1, 2]);
  });

  it('take the place of what was typed, and the caret goes behind them', () => {
    expect(acceptSuggestion('pull from:an more', [10, 12], suggestion('value', 'anna'))).toEqual({
      text: 'pull from:anna more',
      caret: 14,
      goesOn: false,
    });
  });

  it('go on with the values of a key', () => {
    expect(acceptSuggestion('fr', [0, 2], suggestion('key', 'from:'))).toEqual({
      text: 'from:',
      caret: 5,
      goesOn: true,
    });
  });

  it('come at a word, and in an empty box, but not after a blank', () => {
    expect(isWorthSuggesting('', 0)).toBe(true);
    expect(isWorthSuggesting('pul', 3)).toBe(true);
    expect(isWorthSuggesting('pull ', 5)).toBe(false);
  });

  it('are none where the one thing to suggest stands there already', () => {
    expect(isFinished('type:raid', { range: [5, 9], suggestions: [suggestion('value', 'raid ')] })).toBe(true);
    expect(isFinished('type:ra', { range: [5, 7], suggestions: [suggestion('value', 'raid ')] })).toBe(false);
  });
});
