/**
 * The one error that crosses between processes. A code is stable and closed: scripts and tests may rely on it, and the
 * window shows one sentence for each that says what happened, that nothing was lost, and what to do next.
 */
export const errorCodes = [
  'bad_input',
  'forbidden',
  'not_found',
  'no_permission',
  'unsupported_file',
  'corrupt_file',
  'newer_schema',
  'source_changed',
  'locked',
  'no_space',
  'read_only',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What more is known, by name: a path, a table, a position, the driver's own code. Plain values only. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface SerializedError {
  readonly code: ErrorCode;
  /** One sentence for a person, specific to this failure. */
  readonly message: string;
  readonly details: ErrorDetails;
}

export class RaidscopeError extends Error {
  override readonly name = 'RaidscopeError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }

  serialize(): SerializedError {
    return { code: this.code, message: this.message, details: this.details };
  }

  static from(serialized: SerializedError): RaidscopeError {
    return new RaidscopeError(serialized.code, serialized.message, serialized.details);
  }
}

/** Any thrown value as a RaidscopeError; what was not foreseen becomes `internal`, with its cause kept for the log. */
export function toRaidscopeError(thrown: unknown): RaidscopeError {
  if (thrown instanceof RaidscopeError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new RaidscopeError('internal', `Something went wrong inside Raidscope: ${message}`, {}, { cause: thrown });
}
