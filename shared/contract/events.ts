import type { Annotation } from '../annotations/types.ts';
import type { AppCommand, Settings } from '../app/types.ts';
import type { Job } from '../jobs/types.ts';
import type { LibraryStatus } from '../library/types.ts';

/** What the main process tells the window without being asked. Each event carries the full new state, never a delta. */
export interface Events {
  /** A job began, went on (at most ten times a second) or ended. */
  'jobs.changed': Job;
  /** Another library was opened, or this one's rows changed: what was queried before is stale. */
  'library.changed': LibraryStatus;
  /** A person put something on a row, or took it off. The rows themselves did not change. */
  'annotations.changed': Annotation;
  'settings.changed': Settings;
  /** A person chose something in the application menu. */
  'app.command': AppCommand;
  /** The system handed a link to a message to the app. The id comes from outside: it may name nothing. */
  'app.openMessage': { readonly id: string };
}

export type EventName = keyof Events;
export type RaidscopeEvent = {
  [Name in EventName]: { readonly name: Name; readonly payload: Events[Name] };
}[EventName];
