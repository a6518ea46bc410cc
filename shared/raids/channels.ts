import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { SuggestionList } from '../query/types.ts';
import {
  playerSortColumns,
  raidDifficulties,
  raidSortColumns,
  timelineLanes,
  type RaidNightList,
  type RaidPage,
  type RaidPlayerPage,
  type RaidTimeline,
} from './types.ts';
import { markLimits, type RaidDetail, type RaidMark, type RaidMessagePage } from './pull-types.ts';
import type { BossPulls, PlayerPulls, RaidComparison, RaidingGuild, RaidProgression } from './progress-types.ts';

const id = z.string().min(1).max(1000);
const cursor = z.string().max(1100).nullable().default(null);
const direction = z.enum(['asc', 'desc']);
const timeZone = z.string().max(64).default('local');

/** How nights are told apart: the zone, and the local hour at which one ends and the next begins. */
export const nightClock = {
  timeZone,
  nightStartHour: z.int().min(0).max(23).default(6),
};

/** Raids by a search text of the raid grammar (`docs/search.md`); empty finds all. A mistake is a problem in the answer. */
export const raidQuery = { query: z.string().max(4000).default(''), ...nightClock };

const moment = z.int().min(0).max(7_258_118_400_000);
const markText = z
  .string()
  .trim()
  .min(1)
  .max(markLimits.textLength)
  .regex(/^\P{Cc}*$/u, 'holds a control character');

export const raidChannels = {
  /** One page of raids; it begins after `cursor` of the page before. Throws `bad_input` for a cursor of another query. */
  'raids.list': channel(
    z.strictObject({
      ...raidQuery,
      sort: z.enum(raidSortColumns).default('night'),
      direction: direction.default('desc'),
      limit: z.int().min(1).max(2000).default(100),
      cursor,
    }),
  ).answers<RaidPage>(),
  'raids.nights': channel(z.strictObject(raidQuery)).answers<RaidNightList>(),
  'raids.timeline': channel(
    z.strictObject({ ...raidQuery, lanes: z.enum(timelineLanes).default('server') }),
  ).answers<RaidTimeline>(),
  /** All players of the raids that a query finds, a page at a time. */
  'raids.players': channel(
    z.strictObject({
      ...raidQuery,
      sort: z.enum(playerSortColumns).default('pulls'),
      direction: direction.default('desc'),
      limit: z.int().min(1).max(500).default(100),
      cursor,
    }),
  ).answers<RaidPlayerPage>(),
  /** Throws `not_found`. */
  'raids.get': channel(z.strictObject({ id, ...nightClock })).answers<RaidDetail>(),
  /** A raid's chat in order of time, from `fromMs` to `toMs` (both included; null: open). Throws `not_found`. */
  'raids.messages': channel(
    z.strictObject({
      id,
      fromMs: moment.nullable().default(null),
      toMs: moment.nullable().default(null),
      limit: z.int().min(1).max(1000).default(500),
      cursor,
    }),
  ).answers<RaidMessagePage>(),
  /** Pulls beside each other, with the best and the middle of their series. Throws `not_found`. */
  'raids.compare': channel(
    z.strictObject({ ids: z.array(id).min(1).max(12), ...nightClock }),
  ).answers<RaidComparison>(),
  /** One player across the pulls that a query finds. Throws `not_found` for a player who is not in the library. */
  'raids.playerPulls': channel(
    z.strictObject({ playerId: id, ...raidQuery, limit: z.int().min(1).max(500).default(100), cursor }),
  ).answers<PlayerPulls>(),
  /** Every boss and difficulty that was pulled; of one guild, or (null) of all. */
  'raids.progression': channel(
    z.strictObject({ ...raidQuery, guildId: id.nullable().default(null) }),
  ).answers<RaidProgression>(),
  /** All pulls of one of them. Throws `not_found` where the query finds none. */
  'raids.bossPulls': channel(
    z.strictObject({
      ...raidQuery,
      guildId: id.nullable().default(null),
      boss: z.string().max(1000),
      difficulty: z.enum(raidDifficulties),
    }),
  ).answers<BossPulls>(),
  /** Guilds to which raids belong, most pulls first. */
  'raids.listGuilds': channel(z.strictObject({})).answers<readonly RaidingGuild[]>(),
  /** What may be typed at a position (UTF-16) of a search text for raids. */
  'raids.suggest': channel(
    z.strictObject({
      query: z.string().max(4000).default(''),
      position: z.int().min(0).max(4000),
      timeZone,
      limit: z.int().min(1).max(50).default(12),
    }),
  ).answers<SuggestionList>(),
  /** Marks a moment of a raid, or (null) of the time line of nights. Waits while an import writes. Throws `not_found`, `read_only`. */
  'raids.addMark': channel(z.strictObject({ raidId: id.nullable(), atMs: moment, text: markText })).answers<RaidMark>(),
  /** Throws `not_found`, `read_only`. */
  'raids.changeMark': channel(z.strictObject({ id: z.int().min(1), text: markText })).answers<RaidMark>(),
  'raids.removeMark': channel(z.strictObject({ id: z.int().min(1) })).answers<null>(),
} as const;
