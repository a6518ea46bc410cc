import { useState } from 'react';
import type { QueryLanguage } from '../../shared/query/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import { carryProblems } from './carried-problems.ts';

/** A query with what the library says is amiss with it. */
interface Answered {
  readonly query: string;
  readonly problems: readonly QueryProblem[];
}

const nothing: Answered = { query: '', problems: [] };

/**
 * What is amiss with the text in the box. What is wrong with its grammar is known at once; what is wrong with its names
 * (`answered`: the library's latest answer) stays underlined while somebody types elsewhere in the text.
 */
export function useProblems(text: string, answered: Answered | null, language: QueryLanguage): readonly QueryProblem[] {
  const [latest, setLatest] = useState<Answered & { readonly language: QueryLanguage }>({ ...nothing, language });
  const isNews = answered !== null && answered.problems !== latest.problems;
  if (isNews) setLatest({ ...answered, language });
  // Another view's answer says nothing about this text: it was read in another language.
  const { query, problems } = isNews ? answered : latest.language === language ? latest : nothing;
  if (query === text) return problems;
  const own = parseQuery(text, language).problems;
  const ofNames = problems.filter(({ code }) => code === 'unknown_name' || code === 'ambiguous_name');
  return [...own, ...carryProblems(ofNames, query, text)].toSorted((one, other) => one.range[0] - other.range[0]);
}
