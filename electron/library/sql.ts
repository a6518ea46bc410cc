/**
 * SQL as a tagged template: values become parameters, names are checked and quoted, fragments nest. Nothing a file or
 * a person supplies can become SQL text.
 *
 *     const query = sql`SELECT id FROM ${identifier(table)} WHERE type = ${type} AND ${condition}`;
 *     database.prepare(query.text).all(...query.parameters);
 */
export type SqlValue = string | number | bigint | null | Uint8Array;

export class SqlFragment {
  readonly text: string;
  readonly parameters: readonly SqlValue[];

  constructor(text: string, parameters: readonly SqlValue[]) {
    this.text = text;
    this.parameters = parameters;
  }
}

export function sql(strings: TemplateStringsArray, ...values: readonly (SqlValue | SqlFragment)[]): SqlFragment {
  let text = strings[0] ?? '';
  const parameters: SqlValue[] = [];
  values.forEach((value, index) => {
    if (value instanceof SqlFragment) {
      text += value.text;
      parameters.push(...value.parameters);
    } else {
      text += '?';
      parameters.push(value);
    }
    text += strings[index + 1] ?? '';
  });
  return new SqlFragment(text, parameters);
}

export const emptySql = new SqlFragment('', []);

/** A table or column name, quoted; a name with a NUL is refused because SQLite would cut it there. */
export function identifier(name: string): SqlFragment {
  if (name.length === 0 || name.includes('\0')) throw new TypeError(`Not a usable SQL name: ${JSON.stringify(name)}`);
  return new SqlFragment(`"${name.replaceAll('"', '""')}"`, []);
}

/** `schema.table`, both quoted. */
export function qualified(schema: string, table: string): SqlFragment {
  return sql`${identifier(schema)}.${identifier(table)}`;
}

/** A text constant inside SQL that takes no parameters (a view, an index, a generated expression). */
export function literal(value: string | number): SqlFragment {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`Not a usable SQL number: ${value}`);
    return new SqlFragment(String(value), []);
  }
  if (value.includes('\0')) throw new TypeError('A SQL text constant cannot hold a NUL');
  return new SqlFragment(`'${value.replaceAll("'", "''")}'`, []);
}

export function joinSql(fragments: readonly SqlFragment[], separator: string): SqlFragment {
  return new SqlFragment(
    fragments.map((fragment) => fragment.text).join(separator),
    fragments.flatMap((fragment) => fragment.parameters),
  );
}
