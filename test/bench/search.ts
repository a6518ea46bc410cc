import { performance } from 'node:perf_hooks';
import type { AppSession } from './app-session.ts';
import { percentile, type Figure } from './figure.ts';
import { listSearchCases, repetitions } from './search-cases.ts';

const budgets = { firstPageMs: 10, countMs: 150, jumpMs: 10 } as const;

/** Times every kind of search through the dispatcher, from the request to the parsed answer. */
export async function measureSearch(session: AppSession, source: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, queries } of listSearchCases(source)) {
    const pages = await timeEach(queries, async (query) => {
      const page = await session.request('messages.search', { query, timeZone: 'UTC' });
      if (page.problems.length > 0) throw new Error(`${query}: ${page.problems[0]?.message ?? ''}`);
      return page.items.length;
    });
    figures.push(...toFigures(`page: ${name}`, pages, budgets.firstPageMs));
  }
  for (const { name, queries } of listSearchCases(source)) {
    // A count is asked for after the page: twelve of each kind tell enough.
    const counts = await timeEach(queries.slice(0, 12), async (query) => {
      return (await session.request('messages.count', { query, timeZone: 'UTC' })).total;
    });
    figures.push(...toFigures(`count: ${name}`, counts, budgets.countMs));
  }
  return [...figures, ...(await measureJumps(session))];
}

async function measureJumps(session: AppSession): Promise<Figure[]> {
  const days = Array.from({ length: repetitions }, (_, index) =>
    new Date(Date.UTC(2024, 10, 3) + index * 15 * 86_400_000).toISOString().slice(0, 10),
  );
  const jumps = await timeEach(days, async (at) => (await session.request('messages.search', { at })).items.length);
  const narrowed = await timeEach(days, async (at) => {
    return (await session.request('messages.search', { at: `${at} 20:00:00`, query: 'raid', timeZone: 'UTC' })).items
      .length;
  });
  const daysListed = await timeEach(
    days.slice(0, 12),
    async () => (await session.request('messages.listDays', {})).length,
  );
  return [
    ...toFigures('jump to a date', jumps, budgets.jumpMs),
    ...toFigures('jump to a date within a search', narrowed, budgets.jumpMs),
    ...toFigures('messages per day, all days', daysListed, budgets.countMs),
  ];
}

interface Timings {
  readonly milliseconds: readonly number[];
  /** What each answer held, so that a fast empty answer cannot pass for a good one. */
  readonly hits: readonly number[];
}

async function timeEach(inputs: readonly string[], ask: (input: string) => Promise<number>): Promise<Timings> {
  const milliseconds: number[] = [];
  const hits: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    hits.push(await ask(input));
    milliseconds.push(performance.now() - start);
  }
  return { milliseconds, hits };
}

function toFigures(name: string, { milliseconds, hits }: Timings, budget: number): Figure[] {
  const median = percentile(milliseconds, 0.5);
  const slowest = Math.max(...milliseconds);
  const note = `p50 ${median.toFixed(2)}, slowest ${slowest.toFixed(1)}; ${percentile(hits, 0.5).toLocaleString('en')} hits at the median`;
  return [{ name: `${name}, p95`, value: percentile(milliseconds, 0.95), unit: 'ms', budget, note }];
}
