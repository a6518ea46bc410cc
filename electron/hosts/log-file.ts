/**
 * The app's log: one line of JSON an event, appended synchronously so that the last line before a crash is on disk.
 * The file never grows past a few megabytes. A log that cannot be written must not stop the app: it falls back to the
 * terminal.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, Log, LogFields } from '../app-options.ts';

export interface LogFileOptions {
  readonly path: string;
  readonly clock: Clock;
  /** The file is set aside as `<path>.old` at this size, so at most twice as much is kept. */
  readonly maxSizeBytes?: number;
}

type LogLevel = 'info' | 'warn' | 'error';

const defaultMaxSizeBytes = 2 * 1024 * 1024;

export function createLogFile(options: LogFileOptions): Log {
  const maxSizeBytes = options.maxSizeBytes ?? defaultMaxSizeBytes;
  let sizeBytes = openSize(options.path);

  const write = (level: LogLevel, message: string, fields: LogFields = {}): void => {
    const line = `${JSON.stringify({ time: new Date(options.clock()).toISOString(), level, message, ...fields })}\n`;
    try {
      if (sizeBytes + line.length > maxSizeBytes && sizeBytes > 0) {
        renameSync(options.path, `${options.path}.old`);
        sizeBytes = 0;
      }
      // Only this user may read it: messages can name files and players.
      appendFileSync(options.path, line, { mode: 0o600 });
      sizeBytes += Buffer.byteLength(line);
    } catch {
      if (level !== 'info') console.error(line.trimEnd());
    }
  };
  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, fields) => write('error', message, fields),
  };
}

/** Size of the log so far; makes its folder. A folder that cannot be made shows up with the first line written. */
function openSize(path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** What nothing else caught goes into the log; the process then goes on, as its windows would otherwise just vanish. */
export function logUncaughtErrors(log: Log, target: NodeJS.EventEmitter = process): void {
  const report = (kind: string) => (thrown: unknown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    log.error(kind, { message: error.message, stack: error.stack ?? null });
  };
  target.on('uncaughtException', report('uncaught exception'));
  target.on('unhandledRejection', report('unhandled rejection'));
}
