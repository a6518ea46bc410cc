import { useEffect, useEffectEvent, useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import { secondAt, secondsPerPixel, type TimelineLayout } from './timeline-layout.ts';
import type { TimeView } from './use-time-window.ts';

/** A stretch that is being chosen, seconds since 1970; `end` may be before `start` while the pointer moves. */
export interface ChosenStretch {
  readonly start: number;
  readonly end: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface GestureOptions {
  readonly surface: RefObject<HTMLElement | null>;
  readonly layout: TimelineLayout;
  readonly view: TimeView;
  /** The pointer rests there; null: it left. */
  readonly onHover: (place: Place | null) => void;
  /** Answers whether something was there. */
  readonly onClick: (place: Place) => boolean;
  readonly onChoose: (stretch: ChosenStretch) => void;
  /** Twice on the axis or among the flags. */
  readonly onMark: (second: number) => void;
}

interface Press {
  readonly pointerId: number;
  readonly from: Place;
  readonly kind: 'choose' | 'pan';
  lastX: number;
  hasMoved: boolean;
}

/** A hand that clicks moves less than this, pixels. */
const clickSlack = 4;
/** A second click within this time belongs to the first, milliseconds. */
const doubleClick = 600;

/**
 * The wheel zooms at the pointer, and along it pans; a drag over the lanes chooses a stretch, on the axis or with Shift it
 * pans, as one with a finger does. Escape gives a drag up.
 */
export function useTimelineGestures({ surface, layout, view, ...options }: GestureOptions) {
  const press = useRef<Press | null>(null);
  const lastHit = useRef(-Infinity);
  const [chosen, setChosen] = useState<ChosenStretch | null>(null);
  useWheel(surface, layout, view);
  useEscape(chosen !== null, () => {
    press.current = null;
    setChosen(null);
  });
  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const box = surface.current?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  };
  const isAmongLanes = ({ y }: Place) => y >= layout.top && y < layout.bottom;

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button > 1) return;
    const from = placeOf(event);
    const pans = event.button === 1 || event.shiftKey || event.pointerType === 'touch' || !isAmongLanes(from);
    event.currentTarget.setPointerCapture(event.pointerId);
    press.current = {
      pointerId: event.pointerId,
      from,
      kind: pans ? 'pan' : 'choose',
      lastX: from.x,
      hasMoved: false,
    };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const place = placeOf(event);
    const held = press.current;
    if (held === null) return options.onHover(place);
    held.hasMoved ||= Math.abs(place.x - held.from.x) > clickSlack;
    if (!held.hasMoved) return undefined;
    options.onHover(null);
    if (held.kind === 'pan') {
      view.pan((held.lastX - place.x) * secondsPerPixel(layout, view.window));
      held.lastX = place.x;
    } else {
      const at = (x: number) => secondAt(layout, view.window, x);
      setChosen({ start: at(held.from.x), end: at(place.x) });
    }
    return undefined;
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const held = press.current;
    press.current = null;
    setChosen(null);
    if (held === null) return;
    if (!held.hasMoved) {
      if (event.button === 0 && options.onClick(placeOf(event))) lastHit.current = event.timeStamp;
    } else if (held.kind === 'choose' && chosen !== null) {
      const { start, end } = chosen;
      options.onChoose({ start: Math.min(start, end), end: Math.max(start, end) });
    }
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event);
    if (!isAmongLanes(place)) options.onMark(secondAt(layout, view.window, place.x));
    else if (event.timeStamp - lastHit.current > doubleClick) view.reset();
  };
  const onPointerCancel = () => {
    press.current = null;
    setChosen(null);
  };
  const onPointerLeave = () => options.onHover(null);
  return {
    chosen,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onPointerLeave, onDoubleClick },
  };
}

/** Pixels of a wheel that counts lines or pages. */
const wheelUnits: readonly number[] = [1, 16, 400];

/** React listens to wheels passively: the page would scroll as well. */
function useWheel(surface: RefObject<HTMLElement | null>, layout: TimelineLayout, view: TimeView): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const unit = wheelUnits[event.deltaMode] ?? 1;
    const along = (event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX) * unit;
    if (Math.abs(along) > Math.abs(event.deltaY * unit) || event.shiftKey) {
      view.pan(along * secondsPerPixel(layout, view.window));
      return;
    }
    const x = event.clientX - (surface.current?.getBoundingClientRect().left ?? 0);
    // A pinch comes as a wheel with Ctrl, in far smaller steps.
    const speed = event.ctrlKey ? 0.012 : 0.0018;
    const turned = Math.max(-300, Math.min(300, event.deltaY * unit));
    view.zoom(Math.exp(turned * speed), secondAt(layout, view.window, x));
  });
  useEffect(() => {
    const element = surface.current;
    const listener = (event: WheelEvent) => onWheel(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [surface]);
}

function useEscape(isOn: boolean, onPress: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onPress();
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [isOn]);
}
