import { parentPort, workerData } from 'node:worker_threads';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { closeWriter, openReader, openWriter } from './library-connection.ts';
import { acquireLibraryLock, type LibraryLock } from './lock.ts';
import { openDatabase, type Database } from './open-database.ts';
import type { OperationContext } from './operation.ts';
import { explainError } from './sqlite-errors.ts';
import { findOperation } from './worker-operations.ts';
import type { WorkerCall, WorkerReply, WorkerRole } from './worker-protocol.ts';

/**
 * The entry of every worker thread: SQLite runs here and never on the main thread, where one long statement would
 * freeze the window. A worker answers one call at a time; `close` is its last.
 */
const progressIntervalMs = 100;

function reply(message: WorkerReply): void {
  parentPort?.postMessage(message);
}

interface Connection {
  readonly database: Database;
  close(): void;
}

function connect(role: WorkerRole): Connection {
  switch (role.kind) {
    case 'writer':
      return connectWriter(role.path);
    case 'reader': {
      const database = openReader(role.path);
      return { database, close: () => database.close() };
    }
    case 'task': {
      const database = openDatabase(':memory:');
      return { database, close: () => database.close() };
    }
  }
}

function connectWriter(path: string): Connection {
  const lock: LibraryLock = acquireLibraryLock(path);
  try {
    const database = openWriter(path);
    return {
      database,
      close: () => {
        closeWriter(database);
        lock.release();
      },
    };
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

function createContext(database: Database, call: WorkerCall): OperationContext {
  const flag = new Int32Array(call.cancelFlag);
  let lastReportAt = 0;
  let lastPhase = '';
  return {
    database,
    throwIfCancelled: () => {
      if (Atomics.load(flag, 0) !== 0)
        throw new RaidscopeError('cancelled', 'Stopped as you asked; nothing was changed.');
    },
    report: (progress) => {
      const now = performance.now();
      if (progress.phase === lastPhase && now - lastReportAt < progressIntervalMs) return;
      lastReportAt = now;
      lastPhase = progress.phase;
      reply({ kind: 'progress', id: call.id, progress });
    },
  };
}

async function answer(connection: Connection, call: WorkerCall): Promise<void> {
  try {
    if (call.operation === 'close') {
      connection.close();
      reply({ kind: 'result', id: call.id, value: null });
      parentPort?.close();
      return;
    }
    const operation = findOperation(call.operation);
    const context = createContext(connection.database, call);
    context.throwIfCancelled();
    reply({ kind: 'result', id: call.id, value: await operation(context, call.input) });
  } catch (thrown) {
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    reply({ kind: 'error', id: call.id, error: explainError(thrown).serialize(), stack });
  }
}

function start(role: WorkerRole): void {
  let connection: Connection;
  try {
    connection = connect(role);
  } catch (thrown) {
    reply({ kind: 'unusable', error: explainError(thrown).serialize() });
    return;
  }
  // One after another, also where an operation awaits: a connection has one transaction at a time.
  let queue = Promise.resolve();
  parentPort?.on('message', (call: WorkerCall) => {
    queue = queue.then(() => answer(connection, call));
  });
  reply({ kind: 'ready' });
}

start(workerData as WorkerRole); // Set by worker-thread.ts, the only place that starts this file.
