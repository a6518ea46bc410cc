import type { RaidPlayer } from '../../shared/raids/types.ts';
import type { Participant } from '../../shared/raids/pull-types.ts';
import type { PlayerPull } from '../../shared/raids/progress-types.ts';
import { columnsIn, type RaidColumn } from './raid-tables-columns.ts';

/** Of the table `players`. */
export function playerColumns(zone: string): readonly RaidColumn<RaidPlayer>[] {
  const { text, list, number, share } = columnsIn<RaidPlayer>(zone);
  return [
    text('player', 'Player', ({ player }) => player.name),
    text('server', 'Server', ({ server }) => server.name),
    list('roles', 'Roles', ({ roles }) => roles),
    list('classes', 'Classes', ({ classes }) => classes),
    number('pullCount', 'Pulls', ({ pullCount }) => pullCount),
    share('share', 'Share of pulls', (player) => player.share),
    number('killCount', 'Kills', ({ killCount }) => killCount),
    number('deaths', 'Deaths', ({ deaths }) => deaths),
    number('fightSeconds', 'Fought (seconds)', ({ fightSeconds }) => fightSeconds),
    number('damage', 'Damage', ({ damage }) => damage),
    number('damagePerSecond', 'Damage/s', ({ damagePerSecond }) => damagePerSecond),
    number('healing', 'Healing', ({ healing }) => healing),
    number('healingPerSecond', 'Healing/s', ({ healingPerSecond }) => healingPerSecond),
    number('damageTaken', 'Damage taken', ({ damageTaken }) => damageTaken),
    number('damageTakenPerSecond', 'Damage taken/s', ({ damageTakenPerSecond }) => damageTakenPerSecond),
    number('uptimePercent', 'Uptime (%)', ({ uptimePercent }) => uptimePercent),
    text('playerId', 'Player id', ({ player }) => player.id),
  ];
}

/** What stands of one participant in the tables `participants` and `playerPulls`. */
function performanceColumns<Item>(
  zone: string,
  participantOf: (item: Item) => Participant,
): readonly RaidColumn<Item>[] {
  const { text, number, share } = columnsIn<Item>(zone);
  const figure = (name: string, label: string, read: (participant: Participant) => number | null): RaidColumn<Item> =>
    number(name, label, (item) => read(participantOf(item)));
  const part = (name: string, label: string, read: (participant: Participant) => number | null): RaidColumn<Item> =>
    share(name, label, (item) => read(participantOf(item)));
  return [
    text('role', 'Role', (item) => participantOf(item).role),
    text('class', 'Class', (item) => participantOf(item).class),
    figure('rank', 'Rank in role', ({ rank }) => rank),
    figure('percentile', 'Percentile', ({ percentile }) => percentile),
    figure('comparedCount', 'Performances compared', ({ comparedCount }) => comparedCount),
    figure('damage', 'Damage', ({ damage }) => damage),
    figure('damagePerSecond', 'Damage/s', ({ damagePerSecond }) => damagePerSecond),
    part('damageShare', 'Share of damage', ({ damageShare }) => damageShare),
    figure('healing', 'Healing', ({ healing }) => healing),
    figure('healingPerSecond', 'Healing/s', ({ healingPerSecond }) => healingPerSecond),
    part('healingShare', 'Share of healing', ({ healingShare }) => healingShare),
    figure('damageTaken', 'Damage taken', ({ damageTaken }) => damageTaken),
    figure('damageTakenPerSecond', 'Damage taken/s', ({ damageTakenPerSecond }) => damageTakenPerSecond),
    part('damageTakenShare', 'Share of damage taken', ({ damageTakenShare }) => damageTakenShare),
    figure('deaths', 'Deaths', ({ deaths }) => deaths),
    figure('uptimePercent', 'Uptime (%)', ({ uptimePercent }) => uptimePercent),
  ];
}

/** Of the table `participants`. */
export function participantColumns(zone: string): readonly RaidColumn<Participant>[] {
  const { text } = columnsIn<Participant>(zone);
  return [
    text('player', 'Player', ({ player }) => player.name),
    ...performanceColumns<Participant>(zone, (participant) => participant),
    text('playerId', 'Player id', ({ player }) => player.id),
  ];
}

/** Of the table `playerPulls`. */
export function playerPullColumns(zone: string): readonly RaidColumn<PlayerPull>[] {
  const { text, time, number } = columnsIn<PlayerPull>(zone);
  return [
    text('night', 'Night', ({ raid }) => raid.night),
    time('startedAt', 'Began', ({ raid }) => raid.startedAt),
    text('boss', 'Boss', ({ raid }) => raid.boss),
    text('difficulty', 'Difficulty', ({ raid }) => raid.difficulty),
    number('pullNumber', 'Pull', ({ raid }) => raid.pullNumber),
    text('result', 'Result', ({ raid }) => raid.result),
    number('healthLeft', 'Boss health left (%)', ({ raid }) => raid.healthLeft),
    number('durationSeconds', 'Length (seconds)', ({ raid }) => raid.durationSeconds),
    ...performanceColumns<PlayerPull>(zone, ({ participant }) => participant),
    text('guild', 'Guild', ({ raid }) => raid.guild?.name ?? null),
    text('raidId', 'Id', ({ raid }) => raid.id),
  ];
}
