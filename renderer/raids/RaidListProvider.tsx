import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { PlayerSortColumn, RaidSortColumn, SortDirection } from '../../shared/raids/types.ts';
import type { TimelineMemory } from './timeline/timeline-memory.ts';
import { firstProgressView, type ProgressView } from './progression/progress-order.ts';

/** By which column pulls stand, and which way. */
export interface PullOrder {
  readonly sort: RaidSortColumn;
  readonly direction: SortDirection;
}

export interface PlayerOrder {
  readonly sort: PlayerSortColumn;
  readonly direction: SortDirection;
}

/** How far the list of nights is unfolded. */
export const nightDetails = ['nights', 'bosses', 'pulls'] as const;
export type NightDetail = (typeof nightDetails)[number];

/** Where a list stood when it was left. */
export interface ListMemory {
  readonly scrollTop: number;
  /** The chosen row. */
  readonly activeKey: string | null;
}

/** The most pulls that `raids.compare` takes. */
export const mostCompared = 12;

/** How the list of pulls is shown; stays while the person looks at something else of this library. */
interface RaidList {
  readonly order: PullOrder;
  readonly setOrder: (order: PullOrder) => void;
  readonly playerOrder: PlayerOrder;
  readonly setPlayerOrder: (order: PlayerOrder) => void;
  readonly detail: NightDetail;
  /** Folds or unfolds all to this depth. */
  readonly setDetail: (detail: NightDetail) => void;
  /** Nights and bosses that are otherwise than `detail` says. */
  readonly toggled: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  /** Ids of the pulls that are to be compared, in the order in which they were chosen. */
  readonly chosen: readonly string[];
  /** False: there are too many already. */
  readonly toggleChosen: (id: string) => boolean;
  readonly setChosen: (ids: readonly string[]) => void;
  readonly clearChosen: () => void;
  readonly progressView: ProgressView;
  readonly setProgressView: (view: ProgressView) => void;
  /** How the timeline was left; null: not shown yet. */
  readonly recallTimeline: () => TimelineMemory | null;
  readonly rememberTimeline: (memory: TimelineMemory) => void;
  readonly recall: (list: string) => ListMemory | null;
  readonly remember: (list: string, memory: ListMemory) => void;
}

export const nightOrder: PullOrder = { sort: 'night', direction: 'desc' };

const RaidListContext = createContext<RaidList | null>(null);

/** Keeps how one library's raids are listed; another library needs another one. */
export function RaidListProvider({ children }: { readonly children: ReactNode }) {
  const [order, setOrder] = useState(nightOrder);
  const [playerOrder, setPlayerOrder] = useState<PlayerOrder>({ sort: 'pulls', direction: 'desc' });
  const [detail, chooseDetail] = useState<NightDetail>('pulls');
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [progressView, setProgressView] = useState(firstProgressView);
  // Changes with every frame of scrolling, and is read only when a list appears.
  const memories = useRef(new Map<string, ListMemory>());
  // Changes with every frame of zooming.
  const timeline = useRef<TimelineMemory | null>(null);
  const setDetail = useCallback((to: NightDetail) => {
    chooseDetail(to);
    setToggled(new Set());
  }, []);
  const toggle = useCallback((key: string) => setToggled((now) => withToggled(now, key)), []);
  const toggleChosen = useCallback(
    (id: string) => {
      const isChosen = chosen.includes(id);
      if (!isChosen && chosen.length >= mostCompared) return false;
      setChosen(isChosen ? chosen.filter((other) => other !== id) : [...chosen, id]);
      return true;
    },
    [chosen],
  );
  const clearChosen = useCallback(() => setChosen([]), []);
  const recall = useCallback((list: string) => memories.current.get(list) ?? null, []);
  const remember = useCallback((list: string, memory: ListMemory) => void memories.current.set(list, memory), []);
  const recallTimeline = useCallback(() => timeline.current, []);
  const rememberTimeline = useCallback((memory: TimelineMemory) => {
    timeline.current = memory;
  }, []);
  const value = useMemo(
    () => ({
      order,
      setOrder,
      playerOrder,
      setPlayerOrder,
      detail,
      setDetail,
      toggled,
      toggle,
      chosen,
      toggleChosen,
      setChosen,
      clearChosen,
      progressView,
      setProgressView,
      recallTimeline,
      rememberTimeline,
      recall,
      remember,
    }),
    [
      order,
      playerOrder,
      detail,
      setDetail,
      toggled,
      toggle,
      chosen,
      toggleChosen,
      clearChosen,
      progressView,
      recallTimeline,
      rememberTimeline,
      recall,
      remember,
    ],
  );
  return <RaidListContext value={value}>{children}</RaidListContext>;
}

function withToggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** How raids are listed, and how to change it. */
export function useRaidList(): RaidList {
  const list = useContext(RaidListContext);
  if (list === null) throw new Error('useRaidList outside of RaidListProvider');
  return list;
}
