import { RaidscopeError } from '../../shared/contract/errors.ts';
import { lowerCase, tokenizeSql, type SqlToken } from './sql-lexer.ts';
import { hiddenColumns, hiddenTables } from './personal-columns.ts';

/**
 * What can be said of a statement before SQLite sees it: that it begins as a question does, is one statement, and names
 * nothing that is not for it. Whether it only reads is SQLite's to say (`run-statement.ts`); these rules give the reasons,
 * and cover what SQLite counts as reading but changes the connection. Throws `bad_input` with `start` and `end` of the
 * place.
 */
export function checkStatement(statement: string, showsPersonalData: boolean): void {
  const nul = statement.indexOf('\0');
  if (nul >= 0) throw refusal('SQL cannot hold a NUL character.', { start: nul, end: nul + 1 });
  const tokens = tokenizeSql(statement);
  checkBeginning(tokens);
  checkIsOne(tokens);
  for (const [index, token] of tokens.entries()) {
    checkName(token);
    checkReads(token, tokens[index + 1]);
    if (!showsPersonalData) checkPersonal(token, tokens[index + 1]);
  }
}

export interface StatementPlace {
  readonly start: number;
  readonly end: number;
}

export function refusal(message: string, { start, end }: StatementPlace): RaidscopeError {
  return new RaidscopeError('bad_input', message, { start, end });
}

const questions: ReadonlySet<string> = new Set(['select', 'with', 'values']);

const reasons: Readonly<Record<string, string>> = {
  pragma: 'PRAGMA is not run here: it can change how the library is read. pragma_table_info(…) tells of columns.',
  attach: 'ATTACH is not run here: a statement reads the open library and no other file.',
  detach: 'DETACH is not run here: a statement reads the open library and no other file.',
  vacuum: 'VACUUM writes files; statements here can only read.',
};

function checkBeginning(tokens: readonly SqlToken[]): void {
  const isExplained = tokens[0]?.text === 'explain' && tokens[0].kind === 'word';
  const isPlan = isExplained && tokens[1]?.text === 'query' && tokens[2]?.text === 'plan';
  const first = tokens[isPlan ? 3 : isExplained ? 1 : 0];
  if (first === undefined) throw refusal('There is no statement to run.', { start: 0, end: 0 });
  if (first.kind === 'word' && questions.has(first.text)) return;
  // Brackets may stand around a whole question in other databases; SQLite itself says what is wrong with them.
  if (first.kind !== 'word') return;
  const name = first.text.toUpperCase();
  throw refusal(
    reasons[first.text] ??
      `${name} is not run here: a statement begins with SELECT, WITH or VALUES, and can only read.`,
    first,
  );
}

function checkIsOne(tokens: readonly SqlToken[]): void {
  const end = tokens.findIndex(({ kind, text }) => kind === 'sign' && text === ';');
  const further = end < 0 ? undefined : tokens.slice(end).find(({ kind, text }) => kind !== 'sign' || text !== ';');
  if (further !== undefined) throw refusal('Only one statement is run at a time; here a second one begins.', further);
}

/** These words are reserved: none stands bare in a question. REPLACE is a function too. */
function checkReads(token: SqlToken, next: SqlToken | undefined): void {
  if (token.kind !== 'word') return;
  const isReplace = token.text === 'replace' && next?.kind === 'word' && next.text === 'into';
  if (!isReplace && !/^(?:insert|update|delete)$/.test(token.text)) return;
  throw refusal(`${token.text.toUpperCase()} would change the library; statements here can only read.`, token);
}

/** Functions that only describe tables. */
const knownPragmas: ReadonlySet<string> = new Set([
  'pragma_table_info',
  'pragma_table_xinfo',
  'pragma_table_list',
  'pragma_index_list',
  'pragma_index_info',
  'pragma_index_xinfo',
  'pragma_foreign_key_list',
]);

/** A string in single quotes is a name to SQLite where only a name can stand, so strings are looked at as well. */
function checkName(token: SqlToken): void {
  const name = lowerCase(token.text);
  if (name.startsWith('pragma_') && !knownPragmas.has(name)) {
    throw refusal(`${name} is not run here; ${[...knownPragmas].slice(0, 3).join(', ')} and their like are.`, token);
  }
  if (name === 'load_extension' && token.kind !== 'string') {
    throw refusal('Extensions are not loaded: a statement runs no code but SQLite’s own.', token);
  }
}

const howToShow = 'Turn on “Show personal data” in the settings to ask for them.';

function checkPersonal(token: SqlToken, next: SqlToken | undefined): void {
  const name = lowerCase(token.text);
  if (token.kind !== 'string' && hiddenColumns.has(name)) {
    throw refusal(`E-mail addresses, IP addresses and user agents are hidden. ${howToShow}`, token);
  }
  if (name === 'main' && next?.kind === 'sign' && next.text === '.') {
    throw refusal(`While personal data is hidden, tables are named without “main.”. ${howToShow}`, token);
  }
  if (hiddenTables.has(name)) {
    throw refusal(`This table holds samples of all columns, also of personal ones. ${howToShow}`, token);
  }
}
