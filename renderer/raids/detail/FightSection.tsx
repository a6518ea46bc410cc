import { Alert } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RaidDetail, RaidMessage } from '../../../shared/raids/pull-types.ts';
import { useIsReadOnly } from '../../annotations/AnnotationsProvider.tsx';
import type { TimeFormat } from '../../app/time-format.ts';
import { MarkForm } from '../MarkForm.tsx';
import { EventLegend } from './EventLegend.tsx';
import { isMarked } from './event-kinds.ts';
import { formatMoment, listStops, spanOf, zeroMsOf } from './fight-moments.ts';
import classes from './FightSection.module.css';
import { HealthChart } from './HealthChart.tsx';
import { MomentBar } from './MomentBar.tsx';
import { NothingHere } from './NothingHere.tsx';
import { RaidChat } from './RaidChat.tsx';
import { useFight, type Fight } from './use-fight.ts';
import { useHiddenKinds } from './use-hidden-kinds.ts';
import { nearestMessage, useRaidChat } from './use-raid-chat.ts';

interface FightSectionProps {
  readonly detail: RaidDetail;
  /** The message that the person came for; null: none. */
  readonly messageId: string | null;
  readonly timeFormat: TimeFormat;
}

/** The part of the picture that a pointer cannot tell apart. */
const reachShare = 0.012;

/** The line of health and the chat beside it, each of which follows the other. */
export function FightSection({ detail, messageId, timeFormat }: FightSectionProps) {
  const zeroMs = useMemo(() => zeroMsOf(detail), [detail]);
  const span = useMemo(() => spanOf(detail, zeroMs), [detail, zeroMs]);
  const kinds = useHiddenKinds();
  const stops = useMemo(() => listStops(detail, zeroMs, span, kinds.hidden), [detail, zeroMs, span, kinds.hidden]);
  const fight = useFight(stops);
  const { range, cursor } = fight.state;
  const chat = useRaidChat({ raidId: detail.raid.id, zeroMs, range });
  const [hovered, setHovered] = useState<number | null>(null);
  const surface = useRef<HTMLDivElement>(null);
  const focusChart = useCallback(() => surface.current?.focus({ preventScroll: true }), []);
  const marks = useMarkForm(detail, zeroMs, cursor?.second ?? 0, focusChart);
  const why = whyNoChart(detail);
  const canMark = !useIsReadOnly() && zeroMs !== null;

  const pointed = hovered ?? cursor?.second ?? null;
  const messages = chat.messages ?? [];
  useSoughtMessage(messageId, messages, fight);
  const hoveredId = pointed === null ? null : (messages[nearestMessage(messages, pointed)]?.id ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'm' || !canMark || why !== null || isTyping(event.target)) return;
    event.preventDefault();
    marks.add();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- M marks a moment from the line and from the chat
    <div className={classes.fight} data-no-chart={why !== null || undefined} onKeyDown={onKeyDown}>
      {why === null ? (
        <div className={classes.picture}>
          <HealthChart
            ref={surface}
            detail={detail}
            span={span}
            stops={stops}
            fight={fight}
            hovered={hovered}
            onHover={setHovered}
            onEditMark={marks.edit}
          />
          {marks.form ?? (
            <MomentBar
              detail={detail}
              stops={stops}
              fight={fight}
              hovered={hovered}
              reach={(span.to - span.from) * reachShare}
              onMark={canMark ? marks.add : null}
              onEditMark={marks.edit}
            />
          )}
          <EventLegend events={detail.events} hidden={kinds.hidden} toggle={kinds.toggle} />
          {detail.isCut && (
            <Alert data-tone="warning" p="xs">
              This raid has more samples and events than are drawn here.
            </Alert>
          )}
        </div>
      ) : (
        <NothingHere testId="no-chart">{why}</NothingHere>
      )}
      <div className={classes.chatPlace}>
        <RaidChat
          detail={detail}
          chat={chat}
          fight={fight}
          timeFormat={timeFormat}
          hoveredId={hoveredId}
          onHover={setHovered}
        />
      </div>
    </div>
  );
}

/** Goes to the message that the person came for, once it is read. */
function useSoughtMessage(messageId: string | null, messages: readonly RaidMessage[], { seek }: Fight): void {
  const soughtId = useRef<string | null>(null);
  const second = messages.find(({ id }) => id === messageId)?.second;
  useEffect(() => {
    if (messageId === null || second === undefined || soughtId.current === messageId) return;
    soughtId.current = messageId;
    seek(messageId, second);
  }, [messageId, second, seek]);
}

/** Why there is nothing to draw; null where there is. */
function whyNoChart({ raid, samples, events, marks }: RaidDetail): string | null {
  if (raid.result === 'preparing') return 'This raid has not begun: there is no health to draw yet.';
  const hasSomething = samples.length > 0 || marks.length > 0 || events.some(({ event }) => isMarked(event));
  return hasSomething
    ? null
    : 'No message of this raid told the boss’s health or an event, so there is nothing to draw.';
}

/** The form of a mark, if one is open; where the focus goes when it closes is the caller's. */
function useMarkForm(detail: RaidDetail, zeroMs: number | null, cursorSecond: number, onClosed: () => void) {
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const add = useCallback(() => setEdited('new'), []);
  const edit = useCallback((markId: number) => setEdited(markId), []);
  const close = () => {
    setEdited(null);
    onClosed();
  };
  const mark = detail.marks.find(({ id }) => id === edited) ?? null;
  if (zeroMs === null || (mark === null && edited !== 'new')) return { add, edit, form: null };
  // A new mark stands where the cursor is, also if that moves meanwhile.
  const atMs = mark?.atMs ?? zeroMs + cursorSecond * 1000;
  const form = (
    <MarkForm
      key={edited}
      mark={mark}
      raidId={detail.raid.id}
      atMs={atMs}
      moment={formatMoment((atMs - zeroMs) / 1000)}
      isInline
      onDone={close}
    />
  );
  return { add, edit, form };
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
