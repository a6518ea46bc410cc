import { useCallback, useMemo } from 'react';
import { useSettings, useUpdateSettings } from '../app/use-settings.ts';

export interface HiddenColumns {
  readonly hidden: ReadonlySet<string>;
  readonly hide: (column: string, isHidden: boolean) => void;
  readonly showAll: () => void;
}

/** Which columns of a table the person hid; kept with the settings under the table's name. */
export function useHiddenColumns(table: string): HiddenColumns {
  const kept = useSettings().hiddenColumns[table];
  const update = useUpdateSettings();
  const hidden = useMemo(() => new Set(kept), [kept]);
  const keep = useCallback(
    (columns: readonly string[]) => update({ hiddenColumns: { [table]: columns } }),
    [update, table],
  );
  const hide = useCallback(
    (column: string, isHidden: boolean) => {
      const others = [...hidden].filter((other) => other !== column);
      keep(isHidden ? [...others, column] : others);
    },
    [hidden, keep],
  );
  const showAll = useCallback(() => keep([]), [keep]);
  return useMemo(() => ({ hidden, hide, showAll }), [hidden, hide, showAll]);
}
