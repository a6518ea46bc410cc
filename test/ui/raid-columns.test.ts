import { describe, expect, it } from 'vitest';
import { exportedColumns, fitPullColumns, pullColumns } from '../../renderer/raids/pull-columns.ts';
import { fitPlayerColumns } from '../../renderer/raids/player-columns.ts';

const nothing: ReadonlySet<string> = new Set();
const namesOf = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);

describe('the columns of pulls', () => {
  it('are all there where there is room', () => {
    const columns = fitPullColumns({ isByNight: false, hidden: nothing, roomRem: 200 });
    expect(namesOf(columns)).toEqual(namesOf(pullColumns));
  });

  it('leave to the rows of night and boss what those say', () => {
    const names = namesOf(fitPullColumns({ isByNight: true, hidden: nothing, roomRem: 200 }));
    expect(namesOf(pullColumns).filter((name) => !names.includes(name as never))).toEqual([
      'boss',
      'difficulty',
      'guild',
    ]);
  });

  it('go where there is no room, boss and result last', () => {
    let before = pullColumns.length;
    for (const roomRem of [90, 75, 60, 45, 30]) {
      const names = namesOf(fitPullColumns({ isByNight: false, hidden: nothing, roomRem }));
      expect(names.length).toBeLessThanOrEqual(before);
      before = names.length;
    }
    expect(namesOf(fitPullColumns({ isByNight: false, hidden: nothing, roomRem: 5 }))).toEqual(['boss', 'result']);
  });

  it('that are hidden leave their room to others', () => {
    const hidden = new Set(['began', 'dps']);
    const names = namesOf(fitPullColumns({ isByNight: false, hidden, roomRem: 75 }));
    expect(names).not.toContain('began');
    const before = namesOf(fitPullColumns({ isByNight: false, hidden: nothing, roomRem: 75 }));
    expect(names.some((name) => !before.includes(name))).toBe(true);
  });

  it('are exported as they are shown, and all of them as long as none is hidden', () => {
    expect(exportedColumns(nothing)).toBeNull();
    const names = exportedColumns(new Set(['result']));
    expect(names).not.toContain('healthLeft');
    expect(names).toContain('damagePerSecond');
  });
});

describe('the columns of players', () => {
  it('always begin with the name', () => {
    expect(namesOf(fitPlayerColumns(new Set(['name', 'pulls']), 5))).toEqual(['name']);
    expect(namesOf(fitPlayerColumns(nothing, 200))).toHaveLength(14);
  });
});
