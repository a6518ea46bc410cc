import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printRaidPath, raidListPages, readRaidPath, type RaidPagePlace } from '../../renderer/raids/raid-path.ts';
import { raidDifficulties } from '../../shared/raids/types.ts';

const name = fc.string({ unit: 'grapheme', minLength: 1 });
const places: fc.Arbitrary<RaidPagePlace> = fc.oneof(
  fc.record({ page: fc.constantFrom(...raidListPages) }),
  fc.record({ page: fc.constant('raid'), raidId: name, messageId: name }, { requiredKeys: ['page', 'raidId'] }),
  fc.record({ page: fc.constant('compare'), raidIds: fc.array(name, { minLength: 1, maxLength: 12 }) }),
  fc.record({ page: fc.constant('player'), playerId: name }),
  fc.record({
    page: fc.constant('boss'),
    boss: name,
    difficulty: fc.constantFrom(...raidDifficulties),
    guildId: fc.option(name),
  }),
);

describe('the path of a page of raids', () => {
  it('reads back as the page that it was printed from', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(readRaidPath(printRaidPath(place))).toEqual(place);
      }),
    );
  });

  it.each([undefined, '', 'nonsense', 'raid', 'raid/', 'boss/heroic/Voidmaw', 'compare/'])(
    'leads to the list of pulls where it is %j',
    (path) => {
      expect(readRaidPath(path)).toEqual({ page: 'pulls' });
    },
  );

  it('takes a broken escape as it is written', () => {
    expect(readRaidPath('raid/100%')).toEqual({ page: 'raid', raidId: '100%' });
  });

  it('has a slash for one thing and none for a page of the query, by which a search knows where to stay', () => {
    for (const page of raidListPages) expect(printRaidPath({ page }) ?? '').not.toContain('/');
    expect(printRaidPath({ page: 'raid', raidId: 'a/b' })).toBe('raid/a%2Fb');
  });
});
