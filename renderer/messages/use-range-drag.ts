import { useEffect, useEffectEvent, useState, type PointerEvent } from 'react';

/** Buckets from `low` to `high`, both included. */
export interface BucketRange {
  readonly low: number;
  readonly high: number;
}

interface RangeDragOptions {
  /** The bucket under the pointer. */
  readonly bucketUnder: (event: PointerEvent) => number;
  readonly onClick: (bucket: number) => void;
  readonly onSelect: (range: BucketRange) => void;
}

interface Press {
  readonly y: number;
  readonly bucket: number;
  /** Where the pointer is; null until it has moved far enough to mean a range. */
  readonly current: number | null;
}

/** A hand that clicks moves less than this, in pixels. */
const clickSlack = 4;

/** Tells a click on the scrubber from a drag along it; Escape gives up a drag. */
export function useRangeDrag({ bucketUnder, onClick, onSelect }: RangeDragOptions) {
  const [press, setPress] = useState<Press | null>(null);
  const range = press === null || press.current === null ? null : rangeOf(press.bucket, press.current);
  const isPressed = press !== null;
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    setPress(null);
  });
  useEffect(() => {
    if (!isPressed) return undefined;
    const listener = (event: KeyboardEvent) => onEscape(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [isPressed]);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setPress({ y: event.clientY, bucket: bucketUnder(event), current: null });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (press === null) return;
    const isDrag = press.current !== null || Math.abs(event.clientY - press.y) > clickSlack;
    if (isDrag) setPress({ ...press, current: bucketUnder(event) });
  };
  const onPointerUp = () => {
    if (press === null) return;
    setPress(null);
    if (range) onSelect(range);
    else onClick(press.bucket);
  };
  const onPointerCancel = () => setPress(null);
  return { range, isPressed, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } };
}

/** The range between two buckets, whichever is the older. */
export function rangeOf(one: number, other: number): BucketRange {
  return { low: Math.min(one, other), high: Math.max(one, other) };
}
