import { useCallback, useMemo, useState } from 'react';
import { useSettings, useUpdateSettings } from '../app/use-settings.ts';

export interface HiddenColumns {
  readonly hidden: ReadonlySet<string>;
  readonly hide: (column: string, isHidden: boolean) => void;
  readonly showAll: () => void;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Which columns of a table the person hid; kept with the settings under the table's name. `keptColumns`: those that
 * every such table has, left out where that is all of them; others are hidden for as long as the table is shown.
 */
export function useHiddenColumns(table: string, keptColumns?: ReadonlySet<string>): HiddenColumns {
  const settings = useSettings().hiddenColumns[table];
  const update = useUpdateSettings();
  const kept = useMemo(() => new Set(settings), [settings]);
  const [passing, setPassing] = useState(nothing);
  const keep = useCallback(
    (columns: ReadonlySet<string>) => update({ hiddenColumns: { [table]: [...columns] } }),
    [update, table],
  );
  const hide = useCallback(
    (column: string, isHidden: boolean) => {
      if (keptColumns?.has(column) ?? true) keep(withOrWithout(kept, column, isHidden));
      else setPassing((now) => withOrWithout(now, column, isHidden));
    },
    [keptColumns, kept, keep],
  );
  const showAll = useCallback(() => {
    keep(nothing);
    setPassing(nothing);
  }, [keep]);
  const hidden = useMemo(() => kept.union(passing), [kept, passing]);
  return useMemo(() => ({ hidden, hide, showAll }), [hidden, hide, showAll]);
}

function withOrWithout(columns: ReadonlySet<string>, column: string, isIn: boolean): ReadonlySet<string> {
  const others = [...columns].filter((other) => other !== column);
  return new Set(isIn ? [...others, column] : others);
}
