export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Settings {
  readonly theme: Theme;
  /** `local`, `UTC`, or an IANA zone such as `Europe/Berlin` (the game server's own). Times are stored in UTC. */
  readonly timeZone: string;
  /** E-mail addresses, IP addresses and user agents are hidden until a person asks for them. */
  readonly showsPersonalData: boolean;
  /** Whether the facets stand beside the list of messages. */
  readonly showsFacets: boolean;
  /** Local hour (0-23) at which one raid night ends and the next begins: what is fought after midnight belongs to the evening before. */
  readonly nightStartHour: number;
  /** Columns that the person hid, by the name of their table. */
  readonly hiddenColumns: Readonly<Record<string, readonly string[]>>;
}

export const defaultSettings: Settings = {
  theme: 'system',
  timeZone: 'local',
  showsPersonalData: false,
  showsFacets: false,
  nightStartHour: 6,
  hiddenColumns: {},
};

export type HostKind = 'electron' | 'chromium' | 'cli' | 'test';

export interface AppInfo {
  readonly version: string;
  readonly host: HostKind;
  readonly platform: string;
  /** Where new libraries are made unless a person chooses another place. */
  readonly defaultLibraryFolder: string;
  /** Whether this host can ask for a place to save to; if not, only a name is asked for. */
  readonly canChooseSavePath: boolean;
  /** Whether this host can show a file in the system's file manager. */
  readonly canShowInFolder: boolean;
}

/** Menu items and operating-system events that the window acts upon. */
export const appCommands = [
  'import-files',
  'new-library',
  'open-library',
  'focus-search',
  'show-messages',
  'show-raids',
  'show-conversations',
  'show-live',
  'show-library',
  'toggle-theme',
] as const;
export type AppCommand = (typeof appCommands)[number];
