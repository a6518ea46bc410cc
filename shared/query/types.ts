/** Half-open range of UTF-16 positions in `content`. */
export type TextRange = readonly [start: number, end: number];

export interface QueryProblem {
  /** `no_hits_but_inside`: nothing was found, but would be inside words; `too_slow`: a pattern was given up on some texts. */
  readonly code:
    | 'unknown_key'
    | 'bad_value'
    | 'syntax'
    | 'unknown_name'
    | 'ambiguous_name'
    | 'nothing_to_search'
    | 'no_hits_but_inside'
    | 'too_slow';
  readonly message: string;
  /** Where in the query's text; UTF-16 positions. */
  readonly range: TextRange;
  /** The whole query, repaired; null when no repair is known. */
  readonly repair: string | null;
}

/** What a name in a query stands for: `general (Frostfall)`, `23 players`. */
export interface ResolvedName {
  readonly range: TextRange;
  readonly label: string;
}

/** What may be typed next. */
export interface SuggestionList {
  /** What a chosen suggestion replaces in the text. */
  readonly range: TextRange;
  readonly suggestions: readonly Suggestion[];
}

export interface Suggestion {
  readonly kind: 'key' | 'value' | 'history' | 'saved';
  /** What goes into the query in place of the range. */
  readonly text: string;
  readonly label: string;
  readonly detail: string | null;
  /** How many messages or pulls have it; null where nobody counted. */
  readonly count: number | null;
}
