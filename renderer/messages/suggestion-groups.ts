import type { Suggestion } from '../../shared/messages/types.ts';

/** A suggestion with its place among all that are shown, as the arrow keys count them. */
export interface PlacedSuggestion {
  readonly suggestion: Suggestion;
  readonly index: number;
}

export interface SuggestionGroup {
  readonly label: string;
  readonly items: readonly PlacedSuggestion[];
}

const labels: readonly (readonly [kind: Suggestion['kind'], label: string])[] = [
  ['value', 'Values'],
  ['key', 'Filters'],
  ['saved', 'Saved searches'],
  ['history', 'Searched before'],
];

/** Suggestions by kind, in the order in which they are listed; empty groups are left out. */
export function groupSuggestions(suggestions: readonly Suggestion[]): readonly SuggestionGroup[] {
  let index = 0;
  const groups: SuggestionGroup[] = [];
  for (const [kind, label] of labels) {
    const items = suggestions
      .filter((suggestion) => suggestion.kind === kind)
      .map((suggestion) => ({ suggestion, index: index++ }));
    if (items.length > 0) groups.push({ label, items });
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

/** Puts a suggestion in place of a part of the text; a whole search takes the place of all of it. */
export function acceptSuggestion(text: string, range: readonly [number, number], suggestion: Suggestion): Accepted {
  const { kind, text: inserted } = suggestion;
  const before = text.slice(0, range[0]);
  const after = text.slice(range[1]);
  const goesOn = /[:,]$|\.\.$/.test(inserted);
  // A blank ends the value, so that the next word does not become part of it.
  const blank = goesOn || kind === 'history' || kind === 'saved' || /^[\s),]/.test(after) ? '' : ' ';
  const caret = before.length + inserted.length + blank.length;
  return { text: before + inserted + blank + after, caret, goesOn };
}

/** True where a person who types is helped by suggestions: at a word or filter, or when nothing was typed yet. */
export function isWorthSuggesting(text: string, caret: number): boolean {
  return text.trim() === '' || /\S/.test(text.charAt(caret - 1));
}
