import type { FilterValue } from '../../shared/query/query.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { all, none, or, test, type Condition } from './condition.ts';
import { guardedRegex, type FilterContext } from './filter-context.ts';
import { foldName } from './name-directory.ts';

interface ImportRow {
  readonly id: number;
  readonly name: string;
}

/** Messages whose row in the library is that of one of these imports, by its number or the name of its file. */
export function source(context: FilterContext, values: readonly FilterValue[]): Condition {
  const imports = allRows<ImportRow>(
    context.database,
    sql`SELECT id, source_name AS name FROM imports WHERE undone_at IS NULL`,
  );
  const ids = new Set(values.flatMap((value) => importsOf(context, imports, value)));
  if (ids.size === 0) return none;
  // Every row names the import that it is of: nothing has to be read where these are all there are.
  if (ids.size === imports.length) return all;
  const isOfThese = sql`m.import_id IN (SELECT value FROM json_each(${JSON.stringify([...ids])}))`;
  return or([test(isOfThese, isOfThese)]);
}

function importsOf(context: FilterContext, imports: readonly ImportRow[], value: FilterValue): readonly number[] {
  const { problems, resolved } = context;
  const { range } = value;
  if (value.kind !== 'word' && value.kind !== 'regex') return [];
  const found = value.kind === 'regex' ? fitting(imports, guardedRegex(context, value)) : named(imports, value);
  if (found.length === 0) {
    const text = value.kind === 'word' ? value.text : value.pattern;
    problems.push({ code: 'unknown_name', message: `No import is of “${text}”.`, range, repair: null });
  } else {
    const [first] = found;
    const label = found.length === 1 && first !== undefined ? first.name : `${found.length} imports`;
    resolved.push({ range, label });
  }
  return found.map(({ id }) => id);
}

function fitting(
  imports: readonly ImportRow[],
  regex: { test(texts: readonly string[]): readonly boolean[] },
): readonly ImportRow[] {
  const fits = regex.test(imports.map(({ name }) => name));
  return imports.filter((_, index) => fits[index] === true);
}

function named(
  imports: readonly ImportRow[],
  { text, isQuoted }: { readonly text: string; readonly isQuoted: boolean },
): readonly ImportRow[] {
  const folded = foldName(text);
  const exact = imports.filter(({ id, name }) => String(id) === text || foldName(name) === folded);
  return exact.length > 0 || isQuoted ? exact : imports.filter(({ name }) => foldName(name).startsWith(folded));
}
