import type { Database, Statement } from '../library/open-database.ts';

/** What was last known of a connection's library. */
interface KnownState {
  readonly version: string;
  readonly rows: string;
}

const knownStates = new WeakMap<Database, KnownState>();

/**
 * A text that changes when imported rows may have changed, and stays the same when a person stars a message: what is
 * worth keeping in memory is kept for it. `data_version` changes when another connection commits, `total_changes` when
 * this one writes; only then the imports are looked at. Takes 30 us.
 */
export function stateOfRows(database: Database): string {
  const version = stateOfAll(database);
  const known = knownStates.get(database);
  if (known?.version === version) return known.rows;
  const rows = readText(
    database,
    `SELECT coalesce(max(id), 0) || '/' || count(undone_at) || '/' || coalesce(max(undone_at), '') || '/' ||
       coalesce((SELECT group_concat(table_name || row_count) FROM summary_tables), '') FROM imports`,
  );
  knownStates.set(database, { version, rows });
  return rows;
}

/** Prepared once for each connection: preparing takes longer than running it. */
const versionStatements = new WeakMap<Database, Statement<[], string>>();

/** A text that changes with anything that is written, by whomever. */
export function stateOfAll(database: Database): string {
  let statement = versionStatements.get(database);
  if (statement === undefined) {
    statement = database
      .prepare<[], string>(`SELECT data_version || '/' || total_changes() FROM pragma_data_version`)
      .pluck();
    versionStatements.set(database, statement);
  }
  return statement.get() ?? '';
}

function readText(database: Database, statement: string): string {
  return String(database.prepare(statement).pluck().get());
}

/** Remembers one value for each state of a library's imported rows. */
export class PerState<Value> {
  readonly #known = new WeakMap<Database, { readonly state: string; readonly value: Value }>();
  readonly #make: (database: Database) => Value;

  constructor(make: (database: Database) => Value) {
    this.#make = make;
  }

  get(database: Database): Value {
    const state = stateOfRows(database);
    const known = this.#known.get(database);
    if (known?.state === state) return known.value;
    const value = this.#make(database);
    this.#known.set(database, { state, value });
    return value;
  }
}
