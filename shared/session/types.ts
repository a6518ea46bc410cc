/** Where a person was when the window was last used with a library. */
export interface SessionState {
  /** Name of a view of the window; one that the window does not know is not gone back to. */
  readonly view: string;
  readonly query: string;
  /** Where within a view of several pages; left out: on its first. */
  readonly path?: string | undefined;
  /** Null: the list stood where it begins by itself. */
  readonly position: SessionPosition | null;
}

/** Which rows of a list were on screen. */
export interface SessionPosition {
  /** Id of the first message in view. */
  readonly topId: string;
  /** Where its row began, in pixels below the list's upper edge. */
  readonly topOffset: number;
  /** The chosen message. */
  readonly activeId: string | null;
  /** The message in the panel. */
  readonly openId: string | null;
}
