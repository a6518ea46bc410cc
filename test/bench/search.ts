import type { AppSession } from './app-session.ts';
import type { Figure } from './figure.ts';
import { prepareAnnotations } from './search-annotations.ts';
import { listSearchCases, readSourceNames, repetitions, type SearchCase } from './search-cases.ts';
import { measureSuggestions } from './suggestions.ts';
import { joinTimings, timeEach, toFigure, type Timings } from './timings.ts';

const budgets = { countMs: 150, histogramMs: 150, jumpMs: 10 } as const;

/** Milliseconds for a first page; ten million messages are given more. */
function pageBudget(messageCount: number): number {
  return messageCount >= 10_000_000 ? 25 : 10;
}

/** So many of a case's queries are counted, which is asked for after the page. */
const counted = 12;
/** A facet request takes up to its time limit by design. */
const faceted = 4;
const timeZone = 'Europe/Berlin';

/** Times every kind of search, with at most so many queries of each, through the dispatcher to the parsed answer. */
export async function measureSearch(
  session: AppSession,
  source: string,
  messageCount: number,
  mostQueries: number = repetitions,
): Promise<Figure[]> {
  const perPage = Math.min(repetitions, mostQueries);
  const perCount = Math.min(counted, mostQueries);
  const names = readSourceNames(source);
  const suggestions = await measureSuggestions(session, names);
  await prepareAnnotations(session, names);
  const cases = listSearchCases(names);
  return [
    ...(await measureCases(cases, 'page', pageBudget(messageCount), perPage, (query) => askPage(session, query))),
    ...(await measureCases(cases, 'count', budgets.countMs, perCount, async (query) => {
      const { total, isComplete } = await session.request('messages.count', { query, timeZone });
      return { hits: total, isComplete };
    })),
    ...(await measureCases(cases, 'histogram', budgets.histogramMs, perCount, async (query) => {
      const { buckets, isComplete } = await session.request('messages.histogram', { query, timeZone });
      return { hits: buckets.reduce((sum, { count }) => sum + count, 0), isComplete };
    })),
    ...(await measureFacets(session, cases)),
    ...(await measureJumps(session, cases)),
    ...suggestions,
  ];
}

/** What is wrong with a query itself, and not with what it finds. */
const mistakes = new Set<string>(['unknown_key', 'bad_value', 'syntax', 'unknown_name', 'ambiguous_name']);

interface Answer {
  readonly hits: number;
  readonly isComplete: boolean;
}

async function askPage(session: AppSession, query: string): Promise<Answer> {
  const page = await session.request('messages.search', { query, timeZone });
  const mistake = page.problems.find(({ code }) => mistakes.has(code));
  if (mistake !== undefined) throw new Error(`${query}: ${mistake.message}`);
  return { hits: page.items.length, isComplete: page.stoppedAt === null };
}

/** A figure for each kind of search, and one for all of them. */
async function measureCases(
  cases: readonly SearchCase[],
  what: string,
  budget: number,
  perCase: number,
  ask: (query: string) => Promise<Answer>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const all: Timings[] = [];
  for (const { name, queries } of cases) {
    let unfinished = 0;
    const timings = await timeEach(queries.slice(0, perCase), async (query) => {
      const { hits, isComplete } = await ask(query);
      if (!isComplete) unfinished += 1;
      return hits;
    });
    all.push(timings);
    const figure = toFigure(`${what}: ${name}`, timings, budget);
    figures.push(unfinished === 0 ? figure : { ...figure, note: `${figure.note}; ${unfinished} stopped early` });
  }
  return [...figures, toFigure(`${what}: all ${cases.length} kinds`, joinTimings(all), budget)];
}

async function measureFacets(session: AppSession, cases: readonly SearchCase[]): Promise<Figure[]> {
  let complete = 0;
  let asked = 0;
  const timings: Timings[] = [];
  for (const { queries } of cases) {
    timings.push(
      await timeEach(queries.slice(0, faceted), async (query) => {
        const { facets } = await session.request('messages.facets', { query, timeZone });
        complete += facets.filter(({ isComplete }) => isComplete).length;
        asked += facets.length;
        return facets.reduce((sum, { values }) => sum + values.length, 0);
      }),
    );
  }
  const { note = '', ...figure } = toFigure(`facets: all ${cases.length} kinds`, joinTimings(timings));
  return [{ ...figure, note: `${note.replace('hits', 'values')}; ${complete} of ${asked} facets complete` }];
}

async function measureJumps(session: AppSession, cases: readonly SearchCase[]): Promise<Figure[]> {
  const days = Array.from({ length: repetitions }, (_, index) =>
    new Date(Date.UTC(2024, 10, 3) + index * 15 * 86_400_000).toISOString().slice(0, 10),
  );
  const jump = async (input: { at: string; query?: string }): Promise<number> =>
    (await session.request('messages.search', { timeZone, ...input })).items.length;
  const dates = await timeEach(days, (at) => jump({ at }));
  const narrowed = await timeEach(days, (at) => jump({ at: `${at} 20:00:00`, query: 'raid' }));
  const { ids, queries } = await listPlaces(session, cases);
  const around = await timeEach(ids, async (id) => {
    return (await session.request('messages.search', { around: id })).items.length;
  });
  const near = await timeEach(queries, async (query) => {
    const page = await session.request('messages.search', { query, timeZone });
    if (page.focus === null) throw new Error(`${query}: the hit is not in the page`);
    return page.items.length;
  });
  const daysListed = await timeEach(
    days.slice(0, counted),
    async () => (await session.request('messages.listDays', {})).length,
  );
  return [
    toFigure('jump to a date', dates, budgets.jumpMs),
    toFigure('jump to a date within a search', narrowed, budgets.jumpMs),
    toFigure('jump to a hit among all messages', around, budgets.jumpMs),
    toFigure('jump to a hit in its conversation', near, budgets.jumpMs),
    toFigure('messages per day, all days', daysListed, budgets.countMs),
  ];
}

interface HitPlaces {
  readonly ids: readonly string[];
  /** `near:` each of them, in their conversations. */
  readonly queries: readonly string[];
}

/** A hit of each kind of search, the last of its first page. */
async function listPlaces(session: AppSession, cases: readonly SearchCase[]): Promise<HitPlaces> {
  const ids: string[] = [];
  const queries: string[] = [];
  for (const { queries: texts } of cases) {
    const page = await session.request('messages.search', { query: texts[1] ?? '', timeZone });
    const item = page.items.at(-1);
    if (item === undefined) continue;
    ids.push(item.id);
    queries.push(`${item.conversation.query} near:"${item.id}"`);
  }
  return { ids, queries };
}
