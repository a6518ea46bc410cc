import type { ExportFormat, ImageFormat } from '../shared/exports/types.ts';
import type { HostKind } from '../shared/app/types.ts';
import type { StartChildProcess } from './sql/child-process.ts';

/** Folders that the app may write to; the host chooses them. */
export interface AppPaths {
  /** Settings and the list of recent libraries. */
  readonly userData: string;
  /** Where new libraries are made. */
  readonly libraries: string;
  /** Private copies of sources while they are read; emptied at start. */
  readonly work: string;
  /** Where exports go in a host that cannot ask for a place. */
  readonly exports: string;
}

/** The host's own file dialogs. Each resolves with null, or with nothing, when dismissed. */
export interface Dialogs {
  readonly canChooseSavePath: boolean;
  chooseFilesToImport(): Promise<readonly string[]>;
  chooseLibrary(): Promise<string | null>;
  chooseNewLibraryPath(suggestedName: string): Promise<string | null>;
  /** Asks before a file that is there is chosen. `suggestedName`: without its ending. */
  chooseExportPath(suggestedName: string, format: ExportFormat | ImageFormat): Promise<string | null>;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Milliseconds since 1970, as `Date.now`. */
export type Clock = () => number;

export interface AppOptions {
  readonly host: HostKind;
  readonly version: string;
  readonly paths: AppPaths;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly log: Log;
  /** True for the command line and tests only: a file token may be a path itself. */
  readonly trustsPaths?: boolean;
  /** Shows a file in the system's file manager, where the host can. */
  readonly showInFolder?: (path: string) => void;
  /** How this host starts a process of ours; by default as plain Node does. */
  readonly startChildProcess?: StartChildProcess;
}

/** Who made a call, as far as the host can tell. A call that is not trusted is answered with `forbidden`. */
export interface Sender {
  readonly isTrusted: boolean;
}
