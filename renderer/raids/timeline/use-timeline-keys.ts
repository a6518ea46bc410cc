import { useState, type KeyboardEvent } from 'react';
import { neighbourOf, type Direction } from './neighbour.ts';
import type { TimelineModel } from './timeline-model.ts';
import type { TimeView } from './use-time-window.ts';

interface KeyOptions {
  readonly model: TimelineModel;
  readonly view: TimeView;
  readonly onOpen: (pull: number) => void;
  readonly onMark: (second: number) => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'above',
  ArrowDown: 'below',
  Home: 'first',
  End: 'last',
};

/** The picture by keyboard: a pull has the mark, arrows move it, `+`, `-` and `0` zoom, Enter opens, `m` marks the moment. */
export function useTimelineKeys({ model, view, onOpen, onMark }: KeyOptions) {
  const [marked, setMarked] = useState<string | null>(null);
  const place = marked === null ? -1 : model.pulls.ids.indexOf(marked);
  const active = place === -1 ? null : place;
  const startOf = (pull: number) => model.pulls.starts[pull] ?? 0;
  const { start, end } = view.window;
  const centre = active === null ? (start + end) / 2 : startOf(active);
  const moveTo = (direction: Direction) => {
    const next = neighbourOf(model, active, direction, (start + end) / 2);
    if (next === null) return;
    setMarked(model.pulls.ids[next] ?? null);
    view.show(startOf(next), model.ends[next] ?? 0);
  };
  const steps: Readonly<Record<string, () => void>> = {
    '+': () => view.zoom(0.5, centre),
    '=': () => view.zoom(0.5, centre),
    '-': () => view.zoom(2, centre),
    '0': view.reset,
    PageUp: () => view.pan((start - end) * 0.9),
    PageDown: () => view.pan((end - start) * 0.9),
    m: () => onMark(centre),
    Enter: () => active !== null && onOpen(active),
    Escape: () => setMarked(null),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = directions[event.key];
    if (event.key === 'Escape' && active === null) return;
    if (event.shiftKey && (direction === 'before' || direction === 'after')) {
      view.pan((end - start) * (direction === 'before' ? -0.2 : 0.2));
    } else if (direction !== undefined) {
      moveTo(direction);
    } else {
      const step = steps[event.key];
      if (step === undefined) return;
      step();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return { active, onKeyDown };
}
