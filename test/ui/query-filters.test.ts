import { describe, expect, it } from 'vitest';
import { filterText, withFilter } from '../../renderer/live/query-filters.ts';

describe('a filter of the query', () => {
  it('is found where it stands by itself', () => {
    expect(filterText('wipe server:"Frost fall" type:raid', 'server')).toBe('"Frost fall"');
    expect(filterText('server:a', 'server')).toBe('a');
    expect(filterText('-server:a wipe', 'server')).toBeNull();
    expect(filterText('(server:a OR wipe)', 'server')).toBeNull();
    expect(filterText('wipe', 'server')).toBeNull();
  });

  it('is put in, replaced and taken away, and the rest stays', () => {
    expect(withFilter('', 'server', 'a')).toBe('server:a');
    expect(withFilter('wipe "pull it"', 'server', 'a')).toBe('wipe "pull it" server:a');
    expect(withFilter('wipe server:a kill', 'server', '"b c"')).toBe('wipe kill server:"b c"');
    expect(withFilter('wipe server:a kill', 'server', null)).toBe('wipe kill');
    expect(withFilter('server:a', 'server', null)).toBe('');
  });
});
