import { raidRoles, type RaidRole } from '../../shared/raids/types.ts';
import type { Participant } from '../../shared/raids/pull-types.ts';
import type { ComparedPull } from '../../shared/raids/progress-types.ts';
import type { NamedReference } from '../../shared/messages/types.ts';
import { columnsIn, type RaidColumn } from './raid-tables-columns.ts';

/** A player of the compared pulls, with what they did in each; undefined in a pull without them. */
export interface ComparedPlayer {
  readonly player: NamedReference;
  readonly roles: readonly RaidRole[];
  readonly classes: readonly string[];
  readonly parts: readonly (Participant | undefined)[];
}

/** Everybody in the pulls: tanks, healers, damage dealers (by the first role that they had in them), each by name. */
export function listComparedPlayers(pulls: readonly ComparedPull[]): readonly ComparedPlayer[] {
  const partsOf = pulls.map(({ participants }) => new Map(participants.map((each) => [each.player.id, each])));
  const players = new Map(pulls.flatMap(({ participants }) => participants).map(({ player }) => [player.id, player]));
  const compared = [...players.values()].map((player): ComparedPlayer => {
    const parts = partsOf.map((participants) => participants.get(player.id));
    const present = parts.filter((part) => part !== undefined);
    return {
      player,
      roles: [...new Set(present.map(({ role }) => role))],
      classes: [...new Set(present.map((part) => part.class))],
      parts,
    };
  });
  const placeOf = ({ roles: [first] }: ComparedPlayer): number => raidRoles.findIndex((role) => role === first);
  return compared.sort(
    (a, b) =>
      placeOf(a) - placeOf(b) || byCodePoint(a.player.name, b.player.name) || byCodePoint(a.player.id, b.player.id),
  );
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of the table `comparison`: a row for each player, and for each pull five figures, named `damagePerSecond_1` and on. */
export function comparisonColumns(zone: string, pulls: readonly ComparedPull[]): readonly RaidColumn<ComparedPlayer>[] {
  const { text, list, number } = columnsIn<ComparedPlayer>(zone);
  const figures: readonly (readonly [
    name: string,
    label: string,
    read: (participant: Participant) => number | null,
  ])[] = [
    ['damagePerSecond', 'damage/s', ({ damagePerSecond }) => damagePerSecond],
    ['healingPerSecond', 'healing/s', ({ healingPerSecond }) => healingPerSecond],
    ['damageTakenPerSecond', 'damage taken/s', ({ damageTakenPerSecond }) => damageTakenPerSecond],
    ['deaths', 'deaths', ({ deaths }) => deaths],
    ['uptimePercent', 'uptime (%)', ({ uptimePercent }) => uptimePercent],
  ];
  return [
    text('player', 'Player', ({ player }) => player.name),
    list('roles', 'Role', ({ roles }) => roles),
    list('classes', 'Class', ({ classes }) => classes),
    ...pulls.flatMap((pull, index) =>
      figures.map(([name, label, read]) =>
        number(`${name}_${index + 1}`, `${pullLabel(pull)}: ${label}`, ({ parts }) => {
          const part = parts[index];
          return part === undefined ? null : read(part);
        }),
      ),
    ),
    text('playerId', 'Player id', ({ player }) => player.id),
  ];
}

/** `Voidmaw mythic pull 12, wipe 34.2 %`. */
function pullLabel({ raid }: ComparedPull): string {
  const pull = raid.pullNumber === null ? '' : ` pull ${raid.pullNumber}`;
  const health = raid.result === 'kill' || raid.healthLeft === null ? '' : ` ${raid.healthLeft} %`;
  return `${raid.boss} ${raid.difficulty}${pull}, ${raid.result}${health}`;
}
