import { classesByRole, type Role } from './lists/classes.ts';
import type { Random } from './random.ts';
import type { Raider } from './raid-types.ts';
import type { Player } from './world.ts';

/** The raiders of a guild: its first members, each with the role and class of all its raids. */
export function buildRoster(random: Random, members: readonly Player[], size: number): readonly Raider[] {
  return members.slice(0, size).map((player, index) => {
    const role = roleOf(index);
    return { player, role, className: random.pick(classesByRole[role]), skill: 1 + 0.22 * random.wobble() };
  });
}

/** Three tanks, one healer for every five, the rest deal damage; mixed, so that any cut of the roster can raid. */
function roleOf(index: number): Role {
  if (index === 0 || index === 9 || index === 21) return 'tank';
  return index % 5 === 2 ? 'healer' : 'dps';
}

/** Who is there on an evening. */
export interface Party {
  /** The leader first. */
  readonly lineup: readonly Raider[];
  readonly bench: readonly Raider[];
}

/** Who comes this evening: two tanks, a fifth healers, and as many as are there of the rest. */
export function gatherParty(random: Random, roster: readonly Raider[], size: number): Party {
  const present = roster.filter((_, index) => index === 0 || random.chance(0.86));
  const healers = Math.max(2, Math.round(size * 0.2));
  const chosen = [
    ...present.filter((raider) => raider.role === 'tank').slice(0, 2),
    ...present.filter((raider) => raider.role === 'healer').slice(0, healers),
  ];
  const rest = present.filter((raider) => raider.role === 'dps').slice(0, size - chosen.length);
  const lineup = [...chosen, ...rest];
  const isIn = new Set(lineup);
  return { lineup, bench: present.filter((raider) => !isIn.has(raider)) };
}

/** Somebody other than the leader goes to bed and another of the same role takes the place, if there is one. */
export function substitute(random: Random, { lineup, bench }: Party): Party {
  const leaving = random.between(1, lineup.length - 1);
  const substitutes = bench.filter(({ role }) => role === lineup[leaving]?.role);
  if (substitutes.length === 0) return { lineup, bench };
  const substitutedBy = random.pick(substitutes);
  // Who has left for the night does not come back to the bench.
  return { lineup: lineup.with(leaving, substitutedBy), bench: bench.filter((raider) => raider !== substitutedBy) };
}
