import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { SavedSearch } from '../../shared/searches/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows, firstRow, runSql } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';

/** All saved searches in the person's own order. */
export function listSavedSearches({ database }: OperationContext, _input: null): readonly SavedSearch[] {
  return allRows<SavedSearch>(database, sql`SELECT id, name, query FROM saved_searches ORDER BY position, id`);
}

/** Keeps a search under a name. Throws `bad_input` when the name is taken and `replaces` is false. */
export function saveSearch(
  context: OperationContext,
  { name, query, position, replaces, at }: ParsedInputOf<'searches.save'> & { readonly at: string },
): readonly SavedSearch[] {
  const { database } = context;
  return change(context, () => {
    const known = findByName(database, name);
    if (known !== undefined) {
      if (!replaces) throw nameTaken(known.name);
      runSql(database, sql`UPDATE saved_searches SET name = ${name}, query = ${query} WHERE id = ${known.id}`);
      return;
    }
    const ids = orderedIds(database);
    runSql(
      database,
      sql`INSERT INTO saved_searches (name, name_key, query, position, created_at)
        VALUES (${name}, ${nameKey(name)}, ${query}, ${ids.length}, ${at})`,
    );
    const added = findByName(database, name);
    if (added !== undefined && position !== undefined) order(database, ids.toSpliced(position, 0, added.id));
  });
}

export function renameSearch(
  context: OperationContext,
  { id, name }: ParsedInputOf<'searches.rename'>,
): readonly SavedSearch[] {
  const { database } = context;
  return change(context, () => {
    const known = findByName(database, name);
    if (known !== undefined && known.id !== id) throw nameTaken(known.name);
    assertFound(
      runSql(database, sql`UPDATE saved_searches SET name = ${name}, name_key = ${nameKey(name)} WHERE id = ${id}`),
    );
  });
}

export function removeSearch(
  context: OperationContext,
  { id }: ParsedInputOf<'searches.remove'>,
): readonly SavedSearch[] {
  const { database } = context;
  return change(context, () => {
    assertFound(runSql(database, sql`DELETE FROM saved_searches WHERE id = ${id}`));
    order(database, orderedIds(database));
  });
}

export function moveSearch(
  context: OperationContext,
  { id, position }: ParsedInputOf<'searches.move'>,
): readonly SavedSearch[] {
  const { database } = context;
  return change(context, () => {
    const ids = orderedIds(database);
    assertFound(ids.includes(id) ? 1 : 0);
    order(database, ids.filter((other) => other !== id).toSpliced(position, 0, id));
  });
}

function change(context: OperationContext, work: () => void): readonly SavedSearch[] {
  context.database.transaction(work).immediate();
  return listSavedSearches(context, null);
}

/** SQLite's own NOCASE knows ASCII only. */
function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function findByName(database: Database, name: string): SavedSearch | undefined {
  return firstRow<SavedSearch>(
    database,
    sql`SELECT id, name, query FROM saved_searches WHERE name_key = ${nameKey(name)}`,
  );
}

function orderedIds(database: Database): readonly number[] {
  return allRows<{ id: number }>(database, sql`SELECT id FROM saved_searches ORDER BY position, id`).map(
    ({ id }) => id,
  );
}

/** Positions without a gap, in the order given. */
function order(database: Database, ids: readonly number[]): void {
  ids.forEach((id, position) => {
    runSql(database, sql`UPDATE saved_searches SET position = ${position} WHERE id = ${id}`);
  });
}

function nameTaken(name: string): RaidscopeError {
  return new RaidscopeError('bad_input', `There is a saved search called “${name}” already.`, { name });
}

function assertFound(changedRows: number): void {
  if (changedRows === 0) throw new RaidscopeError('not_found', 'This saved search is no longer there.');
}
