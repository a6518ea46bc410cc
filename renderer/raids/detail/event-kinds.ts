/** How an event's mark is drawn; each kind has a shape or a letter of its own. */
export type EventShape = 'start' | 'diamond' | 'cross' | 'flag' | 'square' | 'bag' | 'plus' | 'bolt' | 'ring';

/** Which line of marks an event stands on: what happens to the raid above the health, what happens to players below. */
type EventLane = 'raid' | 'player';

export interface EventKind {
  /** As the source says: `wipe_call`. */
  readonly event: string;
  /** `Call to wipe` */
  readonly label: string;
  readonly shape: EventShape;
  /** Stands in the mark; empty where the shape says it. */
  readonly letter: string;
  readonly lane: EventLane;
}

const known: readonly EventKind[] = [
  { event: 'pull', label: 'Pull', shape: 'start', letter: '', lane: 'raid' },
  { event: 'phase', label: 'Phase', shape: 'diamond', letter: 'P', lane: 'raid' },
  { event: 'enrage', label: 'Enrage', shape: 'bolt', letter: '', lane: 'raid' },
  { event: 'wipe_call', label: 'Call to wipe', shape: 'flag', letter: 'W', lane: 'raid' },
  { event: 'kill', label: 'Kill', shape: 'square', letter: 'K', lane: 'raid' },
  { event: 'loot', label: 'Loot', shape: 'bag', letter: 'L', lane: 'raid' },
  { event: 'death', label: 'Death', shape: 'cross', letter: '', lane: 'player' },
  { event: 'battle_res', label: 'Battle res', shape: 'plus', letter: '', lane: 'player' },
];

/** Messages of a raid that tell no event may call themselves this. */
const talk = 'chat';

/** True for what has a mark of its own beside the health. */
export function isMarked(event: string | null): event is string {
  return event !== null && event !== talk;
}

/** How an event is named and drawn; one that is not known gets a ring with its first letter. */
export function eventKindOf(event: string): EventKind {
  return known.find((kind) => kind.event === event) ?? unknownKind(event);
}

/** Kinds in the order of a legend: the known ones first, then others as they come. */
export function sortedKinds(events: Iterable<string>): readonly EventKind[] {
  const present = new Set(events);
  const others = [...present].filter((event) => !known.some((kind) => kind.event === event));
  return [...known.filter(({ event }) => present.has(event)), ...others.map(unknownKind)];
}

function unknownKind(event: string): EventKind {
  const words = event.replaceAll(/[\s_-]+/gu, ' ').trim();
  const [first = '?', ...rest] = Array.from(words);
  return {
    event,
    label: first.toUpperCase() + rest.join(''),
    shape: 'ring',
    letter: first.toUpperCase(),
    lane: 'raid',
  };
}
