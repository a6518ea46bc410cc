import type { Suggestion, SuggestionList, TextRange } from '../../shared/query/types.ts';

/** A suggestion with its place among all that are shown, as the arrow keys count them. */
export interface PlacedSuggestion {
  readonly suggestion: Suggestion;
  readonly index: number;
}

export interface SuggestionGroup {
  readonly label: string;
  readonly items: readonly PlacedSuggestion[];
}

const labels: Readonly<Record<Suggestion['kind'], string>> = {
  key: 'Filters',
  value: 'Values',
  saved: 'Saved searches',
  history: 'Searched before',
};

/** Suggestions by kind, the kind of the first one first. */
export function groupSuggestions(suggestions: readonly Suggestion[]): readonly SuggestionGroup[] {
  let index = 0;
  const groups: SuggestionGroup[] = [];
  for (const kind of new Set(suggestions.map((suggestion) => suggestion.kind))) {
    const items = suggestions
      .filter((suggestion) => suggestion.kind === kind)
      .map((suggestion) => ({ suggestion, index: index++ }));
    groups.push({ label: labels[kind], items });
  }
  return groups;
}

/** The text after a suggestion was taken, and where typing goes on. */
export interface Accepted {
  readonly text: string;
  readonly caret: number;
  /** True if the value of a filter comes next: it is suggested at once. */
  readonly goesOn: boolean;
}

/** Puts a suggestion in place of a part of the text. */
export function acceptSuggestion(text: string, range: TextRange, { kind, text: inserted }: Suggestion): Accepted {
  const before = text.slice(0, range[0]);
  const after = text.slice(range[1]);
  const goesOn = kind === 'key' || /(?:[:,]|\.\.)$/.test(inserted);
  return { text: before + inserted + after, caret: before.length + inserted.length, goesOn };
}

/** True where a person who types is helped by suggestions: at a word or filter, or when nothing was typed yet. */
export function isWorthSuggesting(text: string, caret: number): boolean {
  return text.trim() === '' || /\S/.test(text.charAt(caret - 1));
}

/** True if the one thing to suggest is what stands there already. */
export function isFinished(text: string, { range, suggestions }: SuggestionList): boolean {
  const [only] = suggestions;
  return suggestions.length === 1 && only?.text.trim() === text.slice(...range).trim();
}
