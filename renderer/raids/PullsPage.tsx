import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { shownAnnotation } from '../annotations/annotation-store.ts';
import { useAnnotationStore, useIsReadOnly } from '../annotations/AnnotationsProvider.tsx';
import { useAnnotate } from '../annotations/use-annotation.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { fitPullColumns, pullTable, type PullColumn } from './pull-columns.ts';
import { flatEntries, nightEntries, type PullListEntry } from './pull-entries.ts';
import classes from './PullList.module.css';
import { PullList } from './PullList.tsx';
import { mostCompared, useRaidList } from './RaidListProvider.tsx';
import type { ShownRaids } from './RaidSearchProvider.tsx';
import { useHiddenColumns } from './use-hidden-columns.ts';
import { useListRoom } from './use-list-room.ts';
import { usePulls } from './use-pulls.ts';
import { useRaidFocus } from './use-raid-focus.ts';
import { useRaidPlace } from './use-raid-place.ts';
import { useRestores } from './use-restores.ts';

interface PullsPageProps {
  readonly libraryPath: string;
  readonly shown: ShownRaids;
}

/** The pulls of the query: night by night, or sorted by a column. */
export function PullsPage({ libraryPath, shown }: PullsPageProps) {
  const { open } = useRaidPlace();
  const list = useRaidList();
  const timeFormat = useTimeFormat();
  const pulls = usePulls(libraryPath, shown);
  const { ref, roomRem } = useListRoom();
  const columns = useFittingColumns(shown, roomRem);
  const entries = useEntries(shown, pulls.pages);
  const star = useStar();
  const listKey = JSON.stringify([shown.query, shown.order]);
  const restores = useRestores(listKey);
  useRaidFocus();
  const choose = (id: string) => {
    if (list.toggleChosen(id)) return;
    notifications.show({ id: 'most-compared', message: `Up to ${mostCompared} pulls can be compared.` });
  };
  const compare = () => {
    if (list.chosen.length > 1) open({ page: 'compare', raidIds: list.chosen });
  };
  return (
    <div ref={ref} className={classes.frame}>
      {pulls.error && <ErrorNotice error={pulls.error} />}
      <PullList
        key={listKey}
        entries={entries}
        pulls={pulls}
        total={shown.firstPage.total}
        columns={columns}
        order={shown.order}
        clock={shown.clock}
        timeFormat={timeFormat}
        chosen={list.chosen}
        memory={restores ? list.recall(listKey) : null}
        remember={(memory) => list.remember(listKey, memory)}
        onSort={list.setOrder}
        onToggle={list.toggle}
        onOpen={(id) => open({ page: 'raid', raidId: id })}
        onChoose={choose}
        onStar={star}
        onCompare={compare}
      />
      <ChosenBar count={list.chosen.length} onCompare={compare} onClear={list.clearChosen} />
    </div>
  );
}

/** The columns that are shown: not hidden, and with room. */
function useFittingColumns({ order }: ShownRaids, roomRem: number): readonly PullColumn[] {
  const { hidden } = useHiddenColumns(pullTable);
  const isByNight = order.sort === 'night';
  return useMemo(() => fitPullColumns({ isByNight, hidden, roomRem }), [isByNight, hidden, roomRem]);
}

function useEntries({ order }: ShownRaids, pages: Parameters<typeof flatEntries>[0]): readonly PullListEntry[] {
  const { detail, toggled } = useRaidList();
  return useMemo(
    () => (order.sort === 'night' ? nightEntries(pages, { detail, toggled }) : flatEntries(pages)),
    [order, pages, detail, toggled],
  );
}

/** Puts a star on a pull, or takes it off. */
function useStar(): (entry: PullListEntry) => void {
  const store = useAnnotationStore();
  const annotate = useAnnotate();
  const isReadOnly = useIsReadOnly();
  return (entry) => {
    if (entry.kind !== 'pull' || isReadOnly) return;
    const subject = { kind: 'raid', id: entry.raid.id } as const;
    void annotate(subject, { isStarred: !shownAnnotation(entry.raid, store.find(subject)).isStarred });
  };
}
