import type { PullTotals, Raid, RaidNight, RaidOddity, RaidRole } from '../../shared/raids/types.ts';
import type { BossProgress, ProgressPull } from '../../shared/raids/progress-types.ts';
import { columnsIn, type RaidColumn } from './raid-tables-columns.ts';

/** A raid with the person's whole note, of which `Raid` only tells that there is one. */
export interface NotedRaid {
  readonly raid: Raid;
  readonly note: string | null;
}

const oddityNames: Readonly<Record<RaidOddity, string>> = {
  ends_before_start: 'ends before it starts',
  no_participants: 'no participants listed',
  other_count: 'lists another number of participants than it records',
};

/** Of the table `pulls`. */
export function pullColumns(zone: string): readonly RaidColumn<NotedRaid>[] {
  const { text, list, flag, time, number } = columnsIn<NotedRaid>(zone);
  return [
    text('night', 'Night', ({ raid }) => raid.night),
    time('startedAt', 'Began', ({ raid }) => raid.startedAt),
    time('endedAt', 'Ended', ({ raid }) => raid.endedAt),
    text('boss', 'Boss', ({ raid }) => raid.boss),
    text('difficulty', 'Difficulty', ({ raid }) => raid.difficulty),
    number('pullNumber', 'Pull', ({ raid }) => raid.pullNumber),
    text('result', 'Result', ({ raid }) => raid.result),
    number('healthLeft', 'Boss health left (%)', ({ raid }) => raid.healthLeft),
    number('durationSeconds', 'Length (seconds)', ({ raid }) => raid.durationSeconds),
    number('deaths', 'Deaths', ({ raid }) => raid.deaths),
    number('playerCount', 'Players', ({ raid }) => raid.playerCount),
    number('tanks', 'Tanks', ({ raid }) => countRole(raid, 'tank')),
    number('healers', 'Healers', ({ raid }) => countRole(raid, 'healer')),
    number('damageDealers', 'Damage dealers', ({ raid }) => countRole(raid, 'dps')),
    number('damage', 'Damage', ({ raid }) => raid.damage),
    number('damagePerSecond', 'Damage/s', ({ raid }) => raid.damagePerSecond),
    number('healing', 'Healing', ({ raid }) => raid.healing),
    number('damageTaken', 'Damage taken', ({ raid }) => raid.damageTaken),
    text('leader', 'Leader', ({ raid }) => raid.leader.name),
    text('guild', 'Guild', ({ raid }) => raid.guild?.name ?? null),
    text('server', 'Server', ({ raid }) => raid.server.name),
    text('name', 'Raid', ({ raid }) => raid.name),
    list('oddities', 'Does not fit', ({ raid }) => raid.oddities.map((oddity) => oddityNames[oddity])),
    flag('starred', 'Starred', ({ raid }) => raid.isStarred),
    list('tags', 'Tags', ({ raid }) => raid.tags),
    text('note', 'Note', ({ note }) => note),
    text('id', 'Id', ({ raid }) => raid.id),
  ];
}

/** Null where no participants are listed: then it is not known, rather than none. */
function countRole({ composition }: Raid, role: RaidRole): number | null {
  if (composition.length === 0) return null;
  return composition.reduce((sum, part) => (part.role === role ? sum + part.count : sum), 0);
}

function totalColumns<Item extends PullTotals>(zone: string): readonly RaidColumn<Item>[] {
  const { number } = columnsIn<Item>(zone);
  return [
    number('pullCount', 'Pulls', ({ pullCount }) => pullCount),
    number('killCount', 'Kills', ({ killCount }) => killCount),
    number('wipeCount', 'Wipes', ({ wipeCount }) => wipeCount),
    number('fightSeconds', 'Fought (seconds)', ({ fightSeconds }) => fightSeconds),
    number('deaths', 'Deaths', ({ deaths }) => deaths),
    number('bestHealth', 'Least boss health left (%)', ({ bestHealth }) => bestHealth),
  ];
}

/** Of the table `nights`. */
export function nightColumns(zone: string): readonly RaidColumn<RaidNight>[] {
  const { text, time, number } = columnsIn<RaidNight>(zone);
  return [
    text('night', 'Night', ({ night }) => night),
    time('firstAt', 'First pull began', ({ firstAt }) => firstAt),
    time('lastAt', 'Last pull ended', ({ lastAt }) => lastAt),
    number('bossCount', 'Bosses', ({ bossCount }) => bossCount),
    number('killedBossCount', 'Bosses killed', ({ killedBossCount }) => killedBossCount),
    ...totalColumns<RaidNight>(zone),
  ];
}

/** Of the table `progression`. */
export function progressionColumns(zone: string): readonly RaidColumn<BossProgress>[] {
  const { text, time, number } = columnsIn<BossProgress>(zone);
  return [
    text('boss', 'Boss', ({ boss }) => boss),
    text('difficulty', 'Difficulty', ({ difficulty }) => difficulty),
    ...totalColumns<BossProgress>(zone),
    number('deathsPerPull', 'Deaths per pull', ({ deathsPerPull }) => deathsPerPull),
    number('nightCount', 'Nights', ({ nightCount }) => nightCount),
    time('firstAt', 'First pull', ({ firstAt }) => firstAt),
    time('lastAt', 'Last pull', ({ lastAt }) => lastAt),
    time('firstKillAt', 'First kill', ({ firstKill }) => firstKill?.at ?? null),
    text('firstKillNight', 'Night of the first kill', ({ firstKill }) => firstKill?.night ?? null),
    number('firstKillPulls', 'Pulls to the first kill', ({ firstKill }) => firstKill?.pullCount ?? null),
    number(
      'firstKillSeconds',
      'Fought to the first kill (seconds)',
      ({ firstKill }) => firstKill?.fightSeconds ?? null,
    ),
    text('firstKillId', 'Id of the first kill', ({ firstKill }) => firstKill?.raidId ?? null),
  ];
}

/** Of the table `bossPulls`. */
export function bossPullColumns(zone: string): readonly RaidColumn<ProgressPull>[] {
  const { text, time, number } = columnsIn<ProgressPull>(zone);
  return [
    number('number', 'Pull', (pull) => pull.number),
    text('night', 'Night', ({ night }) => night),
    time('startedAt', 'Began', ({ startedAt }) => startedAt),
    text('result', 'Result', ({ result }) => result),
    number('healthLeft', 'Boss health left (%)', ({ healthLeft }) => healthLeft),
    number('bestSoFar', 'Best so far (%)', ({ bestSoFar }) => bestSoFar),
    number('deaths', 'Deaths', ({ deaths }) => deaths),
    number('durationSeconds', 'Length (seconds)', ({ durationSeconds }) => durationSeconds),
    text('raidId', 'Id', ({ raidId }) => raidId),
  ];
}
