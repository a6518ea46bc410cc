/** Where a person was when the window was last used with a library. */
export interface SessionState {
  /** Name of a view of the window; one that the window does not know is not gone back to. */
  readonly view: string;
  readonly query: string;
  /** The message at the top of the list; null when the list stood at its beginning. */
  readonly topMessage: TopMessage | null;
}

export interface TopMessage {
  readonly id: string;
  /** UTC; where the list begins should the message be gone. */
  readonly createdAt: string | null;
}
