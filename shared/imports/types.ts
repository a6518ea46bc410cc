import type { ErrorCode } from '../contract/errors.ts';
import type { LibraryTable } from '../library/types.ts';

/** A file that a person chose or dropped. `token` stands for its path. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
}

export interface TableCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** What a finished import did; the command line prints it as it is. */
export interface ImportResult {
  readonly id: number;
  /** The source's file name. */
  readonly source: string;
  readonly format: ImportFormat;
  readonly seconds: number;
  readonly tables: Partial<Record<LibraryTable, TableCounts>>;
  /** How many entries `imports.listIssues` has for this import. */
  readonly issues: number;
}

/** `sqlite`, with what was wrapped around it. */
export type ImportFormat = 'sqlite' | 'sqlite+gzip' | 'sqlite+zstd';

/** `1.0` and `1.1` are the documented schemas; `1.1+` has tables or columns beyond 1.1, which are left out. */
export type SourceSchema = '1.0' | '1.1' | '1.1+';

export interface PreviewTable {
  readonly table: LibraryTable;
  /** The tables of the file that feed it: more than one when messages are split by month. */
  readonly sourceTables: readonly string[];
  readonly rowCount: number;
  /** Rows that break a rule and would be left out, each with its reason in the import's list. */
  readonly rejectedCount: number;
  /** Rows whose id the open library already has: they would be updated or stay as they are. */
  readonly alreadyPresentCount: number;
}

export interface PreviewProblem {
  /** `error`: the file cannot be imported. `warning`: it can, but read this. */
  readonly severity: 'error' | 'warning';
  readonly code: ErrorCode | 'rows_rejected' | 'ignored_parts' | 'already_imported' | 'personal_data' | 'low_space';
  readonly message: string;
}

/** What an import would do, found without writing anything. */
export interface ImportPreview {
  readonly file: ChosenFile;
  /** Null when the file is not one that can be read. */
  readonly format: ImportFormat | null;
  readonly schema: SourceSchema | null;
  readonly tables: readonly PreviewTable[];
  /** Names of the file's tables (`name`) and columns (`table.name`) that no library has a place for. */
  readonly ignored: readonly string[];
  readonly firstMessageAt: string | null;
  readonly lastMessageAt: string | null;
  readonly problems: readonly PreviewProblem[];
  readonly canImport: boolean;
}

/** A past import, as the Library view lists it. */
export interface ImportRecord extends ImportResult {
  readonly schema: SourceSchema;
  readonly sourcePath: string;
  readonly sourceSizeBytes: number;
  readonly startedAt: string;
  readonly undoneAt: string | null;
  readonly ignored: readonly string[];
}

export interface ImportIssue {
  readonly id: number;
  readonly table: string;
  readonly rowId: string | null;
  /**
   * `rejected`: the row was left out. `mended`: it went in with one value changed, or a missing parent was made up.
   * `waiting`: left out until a later import brings its parent.
   */
  readonly severity: 'rejected' | 'mended' | 'waiting';
  /** Stable and short: `missing_parent`, `out_of_range`, `duplicate_id` ... */
  readonly reason: string;
  /** One sentence for a person, with the offending value. */
  readonly detail: string | null;
}

export interface ImportIssuePage {
  readonly items: readonly ImportIssue[];
  readonly next: string | null;
}
