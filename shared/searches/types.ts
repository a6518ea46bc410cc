/** A search under a name, kept in the library. */
export interface SavedSearch {
  readonly id: number;
  /** Unique in the library without regard to case. */
  readonly name: string;
  /** The search text as it was typed. */
  readonly query: string;
}

/** A search that a person settled on before. */
export interface PastSearch {
  readonly query: string;
  /** UTC, `YYYY-MM-DD HH:MM:SS.sss`. */
  readonly lastUsedAt: string;
  readonly useCount: number;
}

/** Different searches that a library remembers; the ones used longest ago go. */
export const historyLimit = 500;
