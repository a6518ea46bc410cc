import { Button, Skeleton } from '@mantine/core';
import { ArrowLeft, SearchX } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, type RefObject } from 'react';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { AnnotationEditor } from '../../annotations/AnnotationEditor.tsx';
import { useAnnotationStore, useIsReadOnly } from '../../annotations/AnnotationsProvider.tsx';
import { useAnnotate, useAnnotation } from '../../annotations/use-annotation.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import { useView } from '../../app/ViewProvider.tsx';
import { ErrorNotice } from '../../contract/ErrorNotice.tsx';
import { useRaidPlace } from '../use-raid-place.ts';
import { FightSection } from './FightSection.tsx';
import { Participants } from './Participants.tsx';
import classes from './RaidDetailPage.module.css';
import { RaidFacts } from './RaidFacts.tsx';
import { RaidHeadline } from './RaidHeadline.tsx';
import { useRaidDetail } from './use-raid-detail.ts';

interface RaidDetailPageProps {
  readonly raidId: string;
  /** The message at whose moment the page opens; null: none. */
  readonly messageId: string | null;
}

/** Everything about one pull: facts, the boss's health beside the chat, participants, and what the person keeps on it. */
export function RaidDetailPage({ raidId, messageId }: RaidDetailPageProps) {
  const { clock } = useRaidPlace();
  const { data: detail, error, isPlaceholderData } = useRaidDetail(raidId, clock);
  const isGone = error instanceof RaidscopeError && error.code === 'not_found';
  return (
    <div
      className={classes.page}
      data-testid="raid-page"
      data-raid-id={isPlaceholderData ? undefined : detail?.raid.id}
    >
      {isGone && <RaidIsGone />}
      {error !== null && !isGone && <ErrorNotice error={error} />}
      {error === null && detail === undefined && <LoadingRaid />}
      {error === null && detail !== undefined && (
        <RaidContents key={detail.raid.id} detail={detail} messageId={messageId} />
      )}
    </div>
  );
}

interface RaidContentsProps extends Pick<RaidDetailPageProps, 'messageId'> {
  readonly detail: RaidDetail;
}

function RaidContents({ detail, messageId }: RaidContentsProps) {
  const { raid, note } = detail;
  const timeFormat = useTimeFormat();
  const { clock } = useRaidPlace();
  const contents = useRef<HTMLElement>(null);
  useArrivalFocus(contents);
  usePageKeys(detail);
  const subject = useMemo(() => ({ kind: 'raid', id: raid.id }) as const, [raid.id]);
  return (
    <article ref={contents} className={classes.contents} tabIndex={-1} aria-label={`${raid.boss}, one pull`}>
      <div className={classes.top}>
        <RaidHeadline detail={detail} />
        <RaidFacts detail={detail} timeFormat={timeFormat} nightStartHour={clock.nightStartHour} />
      </div>
      <FightSection detail={detail} messageId={messageId} timeFormat={timeFormat} />
      <div className={classes.below}>
        <Participants detail={detail} clock={clock} />
        <aside className={classes.kept}>
          <AnnotationEditor subject={subject} page={{ ...raid, note }} />
        </aside>
      </div>
    </article>
  );
}

/** Who comes here other than by typing goes on by keyboard from the top of the page. */
function useArrivalFocus(contents: RefObject<HTMLElement | null>): void {
  const { state, takeArrival } = useView();
  const { arrivals } = state;
  useEffect(() => {
    if (takeArrival(arrivals)) contents.current?.focus({ preventScroll: true });
  }, [arrivals, takeArrival, contents]);
}

/** Keys that work anywhere on the page: `[` and `]` go to the pull before and after; `s`, `t` and `n` as in the message list. */
function usePageKeys({ raid, series }: RaidDetail): void {
  const { open } = useRaidPlace();
  const annotate = useAnnotate();
  const isReadOnly = useIsReadOnly();
  const store = useAnnotationStore();
  const subject = { kind: 'raid', id: raid.id } as const;
  const { isStarred } = useAnnotation(subject, raid);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return;
    // On many keyboards a bracket is typed with AltGr, which counts as Ctrl and Alt.
    const isAltGr = event.getModifierState('AltGraph');
    if (!isAltGr && (event.ctrlKey || event.altKey || event.metaKey)) return;
    const goTo = (raidId: string | null) => () => {
      if (raidId !== null) open({ page: 'raid', raidId });
    };
    const actions: Readonly<Record<string, () => void>> = {
      '[': goTo(series.previousId),
      ']': goTo(series.nextId),
      ...(isReadOnly
        ? {}
        : {
            s: () => void annotate(subject, { isStarred: !isStarred }),
            t: () => store.requestField({ subject, field: 'tags' }),
            n: () => store.requestField({ subject, field: 'note' }),
          }),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** In a field, a menu or a dialog keys have another meaning. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null;
}

function RaidIsGone() {
  const { open } = useRaidPlace();
  const { state, dispatch } = useView();
  return (
    <div className={classes.gone} data-testid="raid-gone">
      <SearchX size="2rem" aria-hidden />
      <h1>This raid is no longer in the library</h1>
      <p>The import that brought it was undone, or another library is open. Nothing else was lost.</p>
      <div className={classes.goneWays}>
        {state.back.length > 0 && (
          <Button
            variant="default"
            leftSection={<ArrowLeft size="0.875rem" aria-hidden />}
            onClick={() => dispatch({ type: 'back' })}
          >
            Go back
          </Button>
        )}
        <Button onClick={() => open({ page: 'pulls' })}>Show all raids</Button>
      </div>
    </div>
  );
}

/** As large as what will stand here. */
function LoadingRaid() {
  return (
    <div className={classes.contents} aria-busy role="status" aria-label="The raid is being read">
      <Skeleton height="5rem" animate={false} />
      <Skeleton height="clamp(20rem, 48vh, 32rem)" animate={false} />
      <Skeleton height="20rem" animate={false} />
    </div>
  );
}
