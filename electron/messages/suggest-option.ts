import { foldName } from './name-directory.ts';

/** A value that may stand behind a filter's colon. */
export interface ValueOption {
  /** As it is written in the query. */
  readonly text: string;
  readonly label: string;
  readonly detail: string | null;
  /** Messages or pulls that have it; null where nobody counted. */
  readonly count: number | null;
}

/** Those of a list that a person who typed this may mean, in their order: whole words and later words by their beginning. */
export function startingWith<Option>(
  options: readonly Option[],
  typed: string,
  namesOf: (option: Option) => readonly string[],
): readonly Option[] {
  const wanted = foldName(typed);
  if (wanted === '') return options;
  return options.filter((option) =>
    namesOf(option).some((name) => {
      const folded = foldName(name);
      return folded.startsWith(wanted) || folded.includes(` ${wanted}`);
    }),
  );
}
