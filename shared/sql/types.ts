/** Bounds of what a statement may answer, and how long it may take. */
export const sqlLimits = { maxRows: 10_000, defaultRows: 1000, maxSeconds: 120, defaultSeconds: 10 } as const;

/**
 * One value of a row. Whole numbers beyond 2^53 come as their digits; of a long text only its beginning comes, of a blob
 * only its size.
 */
export type SqlCell =
  | string
  | number
  | null
  | { readonly kind: 'integer'; readonly digits: string }
  | { readonly kind: 'text'; readonly start: string; readonly length: number }
  | { readonly kind: 'blob'; readonly sizeBytes: number };

export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlCell[])[];
  /** More rows exist, or did not fit. */
  readonly isCut: boolean;
  readonly tookMs: number;
}
