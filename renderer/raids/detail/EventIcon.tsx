import type { EventKind } from './event-kinds.ts';
import classes from './EventIcon.module.css';

interface EventMarkProps {
  readonly kind: EventKind;
  /** Its middle, CSS pixels of the chart. */
  readonly x: number;
  readonly y: number;
  /** From edge to edge. */
  readonly size: number;
}

/** An event's mark within a chart: a shape or a letter for each kind, the colour only helps. */
export function EventMark({ kind, x, y, size }: EventMarkProps) {
  const color = colorOf(kind);
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 16})`} fill={color} stroke={color}>
      <Shape kind={kind} />
      {kind.letter !== '' && (
        <text
          textAnchor="middle"
          dy="0.36em"
          fontSize={10}
          fontWeight={700}
          stroke="none"
          fill={kind.shape === 'ring' ? color : 'var(--surface)'}
        >
          {kind.letter}
        </text>
      )}
    </g>
  );
}

function Shape({ kind: { shape } }: { readonly kind: EventKind }) {
  switch (shape) {
    case 'start':
      return <path d="M-5 -7L7 0L-5 7Z" stroke="none" />;
    case 'diamond':
      return <path d="M0 -8L8 0L0 8L-8 0Z" stroke="none" />;
    case 'cross':
      return <path d="M-5 -5L5 5M5 -5L-5 5" fill="none" strokeWidth={2.75} strokeLinecap="round" />;
    case 'flag':
      return <path d="M-7 -7H7V4H1L-2 8V4H-7Z" stroke="none" />;
    case 'square':
      return <rect x={-7} y={-7} width={14} height={14} rx={1.5} stroke="none" />;
    case 'bag':
      return <path d="M-4 -8H4L7 -2V7H-7V-2Z" stroke="none" />;
    case 'plus':
      return <path d="M0 -6V6M-6 0H6" fill="none" strokeWidth={3} strokeLinecap="round" />;
    case 'bolt':
      return <path d="M2 -8L-6 1.5H-0.5L-2 8L6 -1.5H0.5Z" stroke="none" />;
    case 'ring':
      return <circle r={7} fill="var(--surface)" strokeWidth={1.5} />;
  }
}

const colors: Readonly<Record<string, string>> = {
  death: 'var(--wipe)',
  wipe_call: 'var(--wipe)',
  enrage: 'var(--danger-text)',
  kill: 'var(--kill)',
  battle_res: 'var(--kill)',
  loot: 'var(--best)',
  phase: 'var(--live)',
};

function colorOf({ event }: EventKind): string {
  return colors[event] ?? 'var(--text-dimmed)';
}

/** An event's mark within a text; decoration, the text beside it says the same. */
export function EventIcon({ kind, size = '0.875rem' }: { readonly kind: EventKind; readonly size?: string }) {
  return (
    <svg className={classes.icon} width={size} height={size} viewBox="-9 -9 18 18" aria-hidden>
      <EventMark kind={kind} x={0} y={0} size={16} />
    </svg>
  );
}
