import { z } from 'zod';
import { nightClock, raidQuery } from './channels.ts';
import { playerSortColumns, raidDifficulties, raidSortColumns } from './types.ts';

const id = z.string().min(1).max(1000);
const direction = z.enum(['asc', 'desc']).default('desc');
/**
 * Names of the columns to write, in their order; null: all. They are called as the fields of `types.ts`, or as what the list
 * is sorted by. The error for an unknown one names all that there are.
 */
const columns = z.array(z.string().max(60)).min(1).max(80).nullable().default(null);

/** Every table about raids that can be exported, as it is shown: by its query, its order and its columns. */
export const raidTable = z.discriminatedUnion('table', [
  z.strictObject({
    table: z.literal('pulls'),
    ...raidQuery,
    sort: z.enum(raidSortColumns).default('night'),
    direction,
    columns,
  }),
  z.strictObject({ table: z.literal('nights'), ...raidQuery, columns }),
  z.strictObject({
    table: z.literal('players'),
    ...raidQuery,
    sort: z.enum(playerSortColumns).default('pulls'),
    direction,
    columns,
  }),
  z.strictObject({ table: z.literal('participants'), raidId: id, ...nightClock, columns }),
  z.strictObject({ table: z.literal('events'), raidId: id, ...nightClock, columns }),
  z.strictObject({ table: z.literal('comparison'), raidIds: z.array(id).min(1).max(12), ...nightClock, columns }),
  z.strictObject({ table: z.literal('playerPulls'), playerId: id, ...raidQuery, columns }),
  z.strictObject({
    table: z.literal('progression'),
    ...raidQuery,
    guildId: id.nullable().default(null),
    columns,
  }),
  z.strictObject({
    table: z.literal('bossPulls'),
    ...raidQuery,
    guildId: id.nullable().default(null),
    boss: z.string().max(1000),
    difficulty: z.enum(raidDifficulties),
    columns,
  }),
]);

export type RaidTable = z.output<typeof raidTable>;
