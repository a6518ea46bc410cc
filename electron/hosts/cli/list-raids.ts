import { RaidscopeError } from '../../../shared/contract/errors.ts';
import {
  raidSortColumns,
  type Raid,
  type RaidNight,
  type RaidPage,
  type RaidSortColumn,
} from '../../../shared/raids/types.ts';
import { ZoneClock } from '../../exports/zone-clock.ts';
import { findTimeZone } from '../../../shared/query/time-zone.ts';
import type { OptionValues } from './command.ts';
import { withLibrary, type LibrarySession } from './library-session.ts';
import { countText, durationText, nameText, rateText, resultText } from './raid-figures.ts';
import { readWholeNumber, type NightClock } from './read-options.ts';
import { alignColumns, groupDigits, printable, type Terminal } from './terminal.ts';

/** The contract's own bound of a page. */
const maxPageSize = 500;

/** A pull as the command line tells it: named field by field, so that scripts outlive changes of the app's own type. */
interface ListedRaid {
  readonly id: string;
  readonly name: string;
  readonly boss: string;
  readonly difficulty: string;
  readonly result: string;
  readonly healthLeft: number | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly durationSeconds: number | null;
  readonly night: string | null;
  readonly pullNumber: number | null;
  readonly server: string;
  readonly guild: string | null;
  readonly leader: string;
  readonly playerCount: number;
  readonly deaths: number | null;
  readonly damagePerSecond: number | null;
}

/** Throws `bad_input` for a bad option. */
export async function listRaids(
  terminal: Terminal,
  query: string,
  options: OptionValues,
  nightClock: NightClock,
): Promise<void> {
  const list: RaidList = {
    query,
    ...nightClock,
    sort: readSort(options['sort']),
    direction: options['asc'] === true ? 'asc' : 'desc',
    cursor: typeof options['cursor'] === 'string' ? options['cursor'] : null,
  };
  const limit = readWholeNumber(options, 'limit', [1, 100_000], 50);
  await withLibrary(options, 'required', terminal, async (session) => {
    const found = await collect(session, list, limit);
    const { total, killCount, wipeCount, next } = found;
    for (const { message } of found.problems) terminal.note(`warning: ${printable(message)}`);
    const items = found.items.map((raid) => describeRaid(raid));
    terminal.answer({ total, killCount, wipeCount, items, next }, () => listLines(found, nightClock.timeZone));
  });
}

interface RaidList extends NightClock {
  readonly query: string;
  readonly sort: RaidSortColumn;
  readonly direction: 'asc' | 'desc';
  readonly cursor: string | null;
}

function readSort(named: string | boolean | undefined): RaidSortColumn {
  if (named === undefined) return 'night';
  const sort = raidSortColumns.find((column) => column === named);
  if (sort !== undefined) return sort;
  throw new RaidscopeError('bad_input', `--sort must be one of ${raidSortColumns.join(', ')}.`);
}

type FoundRaids = Omit<RaidPage, 'bosses' | 'resolved'>;

/** Follows the pages until there are as many pulls as asked for. */
async function collect(session: LibrarySession, list: RaidList, limit: number): Promise<FoundRaids> {
  const items: Raid[] = [];
  const nights = new Map<string, RaidNight>();
  for (let cursor = list.cursor; ;) {
    const page = await session.request('raids.list', {
      ...list,
      cursor,
      limit: Math.min(maxPageSize, limit - items.length),
    });
    items.push(...page.items);
    for (const night of page.nights) nights.set(night.night, night);
    cursor = page.next;
    if (cursor === null || items.length >= limit) return { ...page, items, nights: [...nights.values()] };
  }
}

export function describeRaid(raid: Raid): ListedRaid {
  return {
    id: raid.id,
    name: raid.name,
    boss: raid.boss,
    difficulty: raid.difficulty,
    result: raid.result,
    healthLeft: raid.healthLeft,
    startedAt: raid.startedAt,
    endedAt: raid.endedAt,
    durationSeconds: raid.durationSeconds,
    night: raid.night,
    pullNumber: raid.pullNumber,
    server: raid.server.name,
    guild: raid.guild?.name ?? null,
    leader: raid.leader.name,
    playerCount: raid.playerCount,
    deaths: raid.deaths,
    damagePerSecond: raid.damagePerSecond,
  };
}

/** Sorted by night, each night begins with a line of its own; else every pull says when it was. */
function listLines({ items, nights, total, killCount, wipeCount, next }: FoundRaids, timeZone: string): string[] {
  const clock = new ZoneClock(findTimeZone(timeZone) ?? 'UTC');
  const isByNight = nights.length > 0;
  const texts = alignColumns(items.map((raid) => raidCells(raid, clock, isByNight)));
  const lines: string[] = [];
  let night: string | null | undefined;
  for (const [index, raid] of items.entries()) {
    if (isByNight && raid.night !== night) {
      night = raid.night;
      lines.push(...(lines.length > 0 ? [''] : []), nightLine(nights.find((each) => each.night === night)));
    }
    lines.push(`${isByNight ? '  ' : ''}${texts[index] ?? ''}`);
  }
  const more = next === null ? '' : `; more with --cursor "${printable(next)}"`;
  const results = `${countText(killCount, 'kill')}, ${countText(wipeCount, 'wipe')}`;
  return [
    ...lines,
    ...(isByNight ? [''] : []),
    `${groupDigits(total)} found (${results}), ${groupDigits(items.length)} shown${more}`,
  ];
}

function nightLine(night: RaidNight | undefined): string {
  if (night === undefined) return 'Without a date';
  const { pullCount, killCount, bossCount, killedBossCount, deaths, fightSeconds } = night;
  return [
    `${night.night}  ${countText(pullCount, 'pull')}`,
    countText(killCount, 'kill'),
    `${killedBossCount} of ${bossCount === 1 ? '1 boss' : `${bossCount} bosses`} dead`,
    countText(deaths, 'death'),
    `${durationText(fightSeconds)} fought`,
  ].join(', ');
}

function raidCells(raid: Raid, clock: ZoneClock, isByNight: boolean): (string | number)[] {
  const local = raid.startedAt === null ? null : (clock.read(raid.startedAt)?.local ?? null);
  return [
    local === null ? '-' : isByNight ? local.slice(11) : local,
    raid.pullNumber === null ? '-' : `pull ${raid.pullNumber}`,
    printable(raid.boss),
    raid.difficulty,
    resultText(raid),
    durationText(raid.durationSeconds),
    countText(raid.playerCount, 'player'),
    raid.deaths === null ? '-' : countText(raid.deaths, 'death'),
    rateText(raid.damagePerSecond),
    nameText(raid.server),
    nameText(raid.guild),
    nameText(raid.leader),
    printable(raid.id),
  ];
}
