import { statementOfQuery } from './statement-of-query.ts';

/** What reader threads answer about SQL; statements of a person never run there. */
export const sqlOperations = {
  'sql.fromQuery': statementOfQuery,
} as const;
