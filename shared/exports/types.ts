import type { RaidTable } from '../raids/tables.ts';
import type { ShownTable } from './shown-table.ts';

/** What a result can be written as; `shared/exports/formats.ts` names their endings. */
export const exportFormats = ['csv', 'tsv', 'jsonl', 'markdown', 'text'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a picture can be written as. */
export const imageFormats = ['png', 'svg'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** A picture that was written. */
export interface WrittenImage {
  readonly path: string;
  readonly sizeBytes: number;
}

/** The most that a picture may come to, in characters of its text or base64. */
export const longestImage = 32_000_000;

/** A place that a person chose for an export. `token` stands for its path, and may be overwritten if the dialog asked. */
export interface ExportTarget {
  readonly token: string;
  /** The file's name, for the window to show. */
  readonly name: string;
}

/**
 * What is exported: the messages that a query finds, in its order, with times as the zone's clocks show them; or the rows of
 * a statement that only reads; or a table about raids (`shared/raids/tables.ts`); or one that the window shows.
 */
export type ExportSource =
  | {
      readonly kind: 'messages';
      readonly query: string;
      readonly timeZone: string;
      readonly defaultOrder: 'new' | 'old';
    }
  | { readonly kind: 'sql'; readonly statement: string }
  | { readonly kind: 'raids'; readonly table: RaidTable }
  | { readonly kind: 'shown'; readonly table: ShownTable };

/** A finished export; the command line prints it as it is. */
export interface ExportResult {
  readonly path: string;
  readonly rowCount: number;
  readonly sizeBytes: number;
}

/** The most that goes on the clipboard; what is larger is better off in a file. */
export const clipboardLimits = { rows: 20_000, characters: 8_000_000 } as const;

/** Text for the clipboard: all of the result, or none of it. */
export type ExportCopy =
  | { readonly kind: 'text'; readonly text: string; readonly rowCount: number }
  | { readonly kind: 'too_large' };
