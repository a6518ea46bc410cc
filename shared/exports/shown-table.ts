import { z } from 'zod';

/** More than the window ever shows in one table: a row for each raid of the largest libraries. */
const mostRows = 100_000;
const mostColumns = 100;

/** A table that the window shows and that is nowhere else: its cells as they are written there. */
export const shownTable = z
  .strictObject({
    columns: z
      .array(z.strictObject({ label: z.string().max(200), isNumber: z.boolean().default(false) }))
      .min(1)
      .max(mostColumns),
    /** As many cells in each row as there are columns. */
    rows: z.array(z.array(z.string().max(10_000)).max(mostColumns)).max(mostRows),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), 'has a row of another length');

export type ShownTable = z.output<typeof shownTable>;
