import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { NightBoss, RaidNight, RaidNightList, RaidPage, SortDirection } from '../../shared/raids/types.ts';
import type { OperationContext } from '../library/operation.ts';
import type { RaidEntry } from './catalogue.ts';
import { describeRaids } from './describe-raid.ts';
import { findRaids, type FoundRaids, type RaidQueryInput } from './find-raids.ts';
import { describeNight, describeNightBoss, groupByBoss, groupByNight, type NightGroup } from './night-groups.ts';
import { totalsOf } from './pull-totals.ts';

/** One page of the raids that a query finds, in the order asked for. Throws `bad_input` for a cursor of no raid in it. */
export function listRaids(context: OperationContext, input: ParsedInputOf<'raids.list'>): RaidPage {
  const found = findRaids(context, input);
  const { sort, direction, limit, cursor } = input;
  const page =
    sort === 'night'
      ? takeNights(found, direction, cursor, limit)
      : { ...takeAlong(found, found.catalogue.orders.by(sort, direction), cursor, limit), nights: [], bosses: [] };
  const { killCount, wipeCount } = totalsOf(found.entries);
  return {
    items: describeRaids(context.database, page.entries, found.nights),
    next: page.hasMore ? cursorAfter(page.entries.at(-1)) : null,
    total: found.entries.length,
    killCount,
    wipeCount,
    nights: page.nights,
    bosses: page.bosses,
    problems: found.problems,
    resolved: found.resolved,
  };
}

/** All nights on which a query finds raids, oldest first. */
export function listNights(context: OperationContext, input: RaidQueryInput): RaidNightList {
  const found = findRaids(context, input);
  const groups = groupByNight(found);
  return {
    nights: groups.flatMap((group) => describeNight(group) ?? []),
    undatedCount: found.entries.filter(({ began }) => began === null).length,
    problems: found.problems,
    resolved: found.resolved,
  };
}

interface EntryPage {
  readonly entries: readonly RaidEntry[];
  readonly hasMore: boolean;
}

/** A cursor names the last raid of the page before: it stays right when an import adds raids before it. */
function cursorAfter(entry: RaidEntry | undefined): string | null {
  return entry === undefined ? null : `after ${entry.id}`;
}

/** Null: from the beginning. Throws `bad_input` where the raid is none, or not found by the query. */
export function readRaidCursor({ catalogue, isFound }: FoundRaids, cursor: string | null): RaidEntry | null {
  if (cursor === null) return null;
  const entry = cursor.startsWith('after ') ? catalogue.byId.get(cursor.slice('after '.length)) : undefined;
  if (entry !== undefined && isFound[entry.index] === 1) return entry;
  throw new RaidscopeError('bad_input', 'This page cannot be found again: its cursor is not one of this list.', {
    cursor,
  });
}

function takeAlong(found: FoundRaids, order: Uint32Array, cursor: string | null, limit: number): EntryPage {
  const after = readRaidCursor(found, cursor);
  const entries: RaidEntry[] = [];
  const start = after === null ? 0 : order.indexOf(after.index) + 1;
  for (let place = start; place < order.length; place += 1) {
    const entry = found.catalogue.entries[order[place] ?? -1];
    if (entry === undefined || found.isFound[entry.index] !== 1) continue;
    if (entries.length === limit) return { entries, hasMore: true };
    entries.push(entry);
  }
  return { entries, hasMore: false };
}

interface NightPage extends EntryPage {
  readonly nights: readonly RaidNight[];
  readonly bosses: readonly NightBoss[];
}

/** Night by night from the newest (or oldest) on; within a night as the evening went. */
function takeNights(found: FoundRaids, direction: SortDirection, cursor: string | null, limit: number): NightPage {
  const after = readRaidCursor(found, cursor);
  const groups = inDirection(groupByNight(found), direction);
  const start = after === null ? 0 : groups.findIndex(({ night }) => night === found.nights.numberOf(after));
  const entries: RaidEntry[] = [];
  const nights: RaidNight[] = [];
  const bosses: NightBoss[] = [];
  let isPast = after === null;
  for (const group of groups.slice(start)) {
    let isNightOnPage = false;
    for (const pulls of groupByBoss(group.entries)) {
      for (const [place, entry] of pulls.entries()) {
        if (!isPast) {
          isPast = entry === after;
          continue;
        }
        if (entries.length === limit) return { entries, hasMore: true, nights, bosses };
        if (place === 0) pushIfThere(bosses, describeNightBoss(pulls, found.nights));
        if (!isNightOnPage) pushIfThere(nights, describeNight(group));
        isNightOnPage = true;
        entries.push(entry);
      }
    }
  }
  return { entries, hasMore: false, nights, bosses };
}

/** Raids of unknown time stay at the end. */
function inDirection(groups: readonly NightGroup[], direction: SortDirection): readonly NightGroup[] {
  if (direction === 'asc') return groups;
  const dated = groups.filter(({ night }) => night !== null);
  return [...dated.toReversed(), ...groups.filter(({ night }) => night === null)];
}

function pushIfThere<Item>(items: Item[], item: Item | null): void {
  if (item !== null) items.push(item);
}
