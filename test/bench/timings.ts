import { performance } from 'node:perf_hooks';
import { percentile, type Figure } from './figure.ts';

export interface Timings {
  readonly milliseconds: readonly number[];
  /** What each answer held, so that a fast empty answer cannot pass for a good one. */
  readonly hits: readonly number[];
}

/** Asks for one input after the other; `ask` answers how much it got. */
export async function timeEach<Input>(
  inputs: readonly Input[],
  ask: (input: Input) => Promise<number>,
): Promise<Timings> {
  const milliseconds: number[] = [];
  const hits: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    hits.push(await ask(input));
    milliseconds.push(performance.now() - start);
  }
  return { milliseconds, hits };
}

export function joinTimings(timings: readonly Timings[]): Timings {
  return {
    milliseconds: timings.flatMap(({ milliseconds }) => milliseconds),
    hits: timings.flatMap(({ hits }) => hits),
  };
}

/** The value below which 95 of 100 measurements lie; with the median, the slowest and the hits beside. */
export function toFigure(name: string, { milliseconds, hits }: Timings, budget?: number): Figure {
  const median = percentile(milliseconds, 0.5);
  const slowest = Math.max(...milliseconds);
  const note = `p50 ${median.toFixed(2)}, slowest ${slowest.toFixed(1)}; ${percentile(hits, 0.5).toLocaleString('en')} hits at the median`;
  const figure = { name: `${name}, p95`, value: percentile(milliseconds, 0.95), unit: 'ms', note } as const;
  return budget === undefined ? figure : { ...figure, budget };
}
