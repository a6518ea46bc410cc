import type { RaidDifficulty, RaidResult } from '../../shared/raids/types.ts';
import classes from './Charts.module.css';

interface ResultMarkProps {
  readonly result: RaidResult;
  /** Its middle, CSS pixels of the chart. */
  readonly x: number;
  readonly y: number;
  /** From edge to edge. */
  readonly size: number;
}

/**
 * How a pull ended, as a shape and a letter as well as a colour: kill, a full square; wipe, an open circle; live, a
 * triangle; preparing, a dotted circle. Part of a chart; `ResultIcon` is the same within a text.
 */
export function ResultMark({ result, x, y, size }: ResultMarkProps) {
  const half = size / 2;
  return (
    <g transform={`translate(${x} ${y})`}>
      <ResultShape result={result} half={half} />
      {size >= 10 && (
        <text
          className={classes.letter}
          textAnchor="middle"
          dy="0.35em"
          y={result === 'live' ? half * 0.2 : 0}
          fontSize={size * (result === 'live' ? 0.5 : 0.66)}
          fill={result === 'kill' || result === 'live' ? 'var(--surface)' : `var(--${result})`}
        >
          {resultLetters[result]}
        </text>
      )}
    </g>
  );
}

const resultLetters: Readonly<Record<RaidResult, string>> = { kill: 'K', wipe: 'W', live: 'L', preparing: 'P' };

function ResultShape({ result, half }: { readonly result: RaidResult; readonly half: number }) {
  switch (result) {
    case 'kill':
      return <rect x={-half} y={-half} width={half * 2} height={half * 2} rx={half * 0.2} fill="var(--kill)" />;
    case 'live':
      return <path d={`M0 ${-half}L${half} ${half * 0.9}H${-half}Z`} fill="var(--live)" />;
    default:
      return (
        <circle
          r={Math.max(0.5, half - 0.75)}
          fill="var(--surface)"
          stroke={`var(--${result})`}
          strokeWidth={1.5}
          strokeDasharray={result === 'preparing' ? '2 2' : undefined}
        />
      );
  }
}

interface IconProps {
  /** A CSS length. */
  readonly size?: string;
}

/** A result's mark within a text; decoration, the text beside it says the same. */
export function ResultIcon({ result, size = '1rem' }: IconProps & { readonly result: RaidResult }) {
  return (
    <svg className={classes.icon} width={size} height={size} viewBox="-10 -10 20 20" aria-hidden>
      <ResultMark result={result} x={0} y={0} size={19} />
    </svg>
  );
}

/** A difficulty's letter on a bar of its colour; decoration, the text beside it says the same. */
export function DifficultyIcon({ difficulty, size = '1rem' }: IconProps & { readonly difficulty: RaidDifficulty }) {
  const color = `var(--difficulty-${difficulty})`;
  return (
    <svg className={classes.icon} width={size} height={size} viewBox="-10 -10 20 20" aria-hidden>
      <text className={classes.letter} textAnchor="middle" y={4} fontSize={15} fill={color}>
        {difficulty.charAt(0).toUpperCase()}
      </text>
      <rect x={-9} y={6} width={18} height={3} fill={color} />
    </svg>
  );
}
