import { useCallback, useMemo, useState } from 'react';
import { useHiddenColumns, type HiddenColumns } from '../use-hidden-columns.ts';

const keptColumns: ReadonlySet<string> = new Set(['class', 'difference']);

/** Hidden columns of the players: the columns that every comparison has are kept, hidden pulls are of this one alone. */
export function useTableColumns(): HiddenColumns {
  const kept = useHiddenColumns('comparison');
  const [pulls, setPulls] = useState<ReadonlySet<string>>(new Set());
  const hide = useCallback(
    (column: string, isHidden: boolean) => {
      if (keptColumns.has(column)) {
        kept.hide(column, isHidden);
        return;
      }
      setPulls((now) => new Set(isHidden ? [...now, column] : [...now].filter((other) => other !== column)));
    },
    [kept],
  );
  const showAll = useCallback(() => {
    kept.showAll();
    setPulls(new Set());
  }, [kept]);
  const hidden = useMemo(() => new Set([...kept.hidden, ...pulls]), [kept.hidden, pulls]);
  return useMemo(() => ({ hidden, hide, showAll }), [hidden, hide, showAll]);
}
