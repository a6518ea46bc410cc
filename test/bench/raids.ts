import { performance } from 'node:perf_hooks';
import type { AppSession } from './app-session.ts';
import type { Figure } from './figure.ts';
import { listDetailCases, listOverviewCases, listPageCases } from './raid-cases.ts';
import type { RaidNames } from './raid-names.ts';
import { joinTimings, timeEach, toFigure } from './timings.ts';

const budgetMs = 20;
const repetitions = 60;

/** Times every kind of call about raids, sixty of each, through the dispatcher to the parsed answer. */
export async function measureRaids(session: AppSession, names: RaidNames): Promise<Figure[]> {
  const start = performance.now();
  const { total } = await session.request('raids.list', {});
  const figures: Figure[] = [
    {
      name: 'raids: the first list after opening',
      value: performance.now() - start,
      unit: 'ms',
      note: `${total.toLocaleString('en')} raids`,
    },
  ];
  const groups = {
    list: listPageCases(session, names),
    overview: listOverviewCases(session, names),
    detail: listDetailCases(session, names),
  };
  const indexes = Array.from({ length: repetitions }, (_, index) => index);
  for (const [group, cases] of Object.entries(groups)) {
    const all = [];
    for (const { name, ask } of cases) {
      const timings = await timeEach(indexes, ask);
      all.push(timings);
      figures.push(toFigure(`raids.${name}`, timings, budgetMs));
    }
    figures.push(toFigure(`raids: all ${cases.length} kinds of ${group}`, joinTimings(all), budgetMs));
  }
  return figures.map(({ note = '', ...figure }) => ({ ...figure, note: note.replace('hits', 'rows') }));
}
