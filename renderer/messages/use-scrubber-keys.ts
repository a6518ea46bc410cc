import { useState, type KeyboardEvent } from 'react';
import { clampBucket, type ScrubberScale } from './scrubber-scale.ts';
import { rangeOf, type BucketRange } from './use-range-drag.ts';

interface ScrubberKeysOptions {
  readonly scale: ScrubberScale;
  /** The bucket of the first message in view. */
  readonly here: number;
  readonly onJump: (bucket: number) => void;
  readonly onNarrow: (range: BucketRange) => void;
}

interface Marking {
  readonly anchor: number;
  readonly current: number;
}

/** The scrubber as a slider: up is towards the top of the list. Shift marks a range, Enter takes it, Escape drops it. */
export function useScrubberKeys({ scale, here, onJump, onNarrow }: ScrubberKeysOptions) {
  const [marking, setMarking] = useState<Marking | null>(null);
  const range = marking && rangeOf(marking.anchor, marking.current);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && marking) setMarking(null);
    else if (event.key === 'Enter' && range) {
      setMarking(null);
      onNarrow(range);
    } else {
      const from = event.shiftKey ? (marking?.current ?? here) : here;
      const target = targetOf(event.key, scale, from);
      if (target === null) return;
      setMarking(event.shiftKey ? { anchor: marking?.anchor ?? here, current: target } : null);
      if (!event.shiftKey) onJump(target);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return { range, onKeyDown, onBlur: () => setMarking(null) };
}

/** The bucket that a key leads to; null for a key that is none of the slider's. */
function targetOf(key: string, scale: ScrubberScale, from: number): number | null {
  const upwards = scale.isNewestOnTop ? 1 : -1;
  const month = scale.unit === 'day' ? 30 : 24;
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: 1,
    ArrowRight: 1,
    ArrowDown: -1,
    ArrowLeft: -1,
    PageUp: month,
    PageDown: -month,
    Home: -scale.bucketCount,
    End: scale.bucketCount,
  };
  const step = steps[key];
  return step === undefined ? null : clampBucket(scale, from + step * upwards);
}
