import { definitionOf, keyNamesOf, type QueryLanguage } from './language.ts';

/** The key that a person may have meant by a word that is none. */
export function suggestKey(word: string, language: QueryLanguage): string | null {
  const lower = word.toLowerCase();
  const names = keyNamesOf(language);
  return names.find((name) => definitionOf(language, name).alsoKnownAs.includes(lower)) ?? nearest(lower, names);
}

/** The choice nearest to a value that is none. */
export function suggestChoice(value: string, choices: readonly string[]): string | null {
  return nearest(value.toLowerCase(), choices);
}

function nearest<Word extends string>(word: string, candidates: readonly Word[]): Word | null {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .toSorted((one, other) => one.distance - other.distance);
  const best = ranked[0];
  // Half of a word may be wrong, no more: `form` is `from`, `xyz` is nothing.
  return best !== undefined && best.distance <= Math.min(2, best.candidate.length / 2) ? best.candidate : null;
}

/** Letters to change, add, leave out or swap with their neighbour. */
function editDistance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? Infinity;
}
