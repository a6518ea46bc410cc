import { useState } from 'react';
import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import { carryProblems } from './carried-problems.ts';

/** A query with what the library says is amiss with it. */
interface Answered {
  readonly query: string;
  readonly problems: readonly QueryProblem[];
}

/**
 * What is amiss with the text in the box. What is wrong with its grammar is known at once; what is wrong with its names
 * (`answered`: the library's latest answer) stays underlined while somebody types elsewhere in the text.
 */
export function useProblems(text: string, answered: Answered | null): readonly QueryProblem[] {
  const [latest, setLatest] = useState<Answered>({ query: '', problems: [] });
  const isNews = answered !== null && answered.problems !== latest.problems;
  if (isNews) setLatest(answered);
  const { query, problems } = isNews ? answered : latest;
  if (query === text) return problems;
  const own = parseQuery(text, messageLanguage).problems;
  const ofNames = problems.filter(({ code }) => code === 'unknown_name' || code === 'ambiguous_name');
  return [...own, ...carryProblems(ofNames, query, text)].toSorted((one, other) => one.range[0] - other.range[0]);
}
