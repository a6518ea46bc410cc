import { periodEnd } from './calendar.ts';
import type { Boss, RaidInstance } from './lists/bosses.ts';
import type { Random } from './random.ts';
import { gatherParty, substitute } from './raid-roster.ts';
import { usualFightSeconds, type Difficulty, type Pull, type Raider, type RaidingGuild } from './raid-types.ts';

const difficulties: readonly Difficulty[] = ['normal', 'hard', 'mythic'];
/** Pulls until the first kill of an instance's first boss, and how much more each further boss needs. */
const learningPulls: Readonly<Record<Difficulty, readonly [first: number, more: number]>> = {
  normal: [1, 1.3],
  hard: [2, 1.9],
  mythic: [6, 4.5],
};
/** Now and then a pull goes wrong before it has begun, and a wipe often comes just after the fight has changed. */
const mishapChance = 0.05;
const phaseWallChance = 0.35;
const substitutionChance = 0.1;
const mostSubstitutions = 2;

interface Evening {
  readonly startsAt: number;
  readonly endsAt: number;
  /** Bosses come back to life each week. */
  readonly week: number;
  /** After so many pulls everyone goes to bed, if not before. */
  readonly mostPulls: number;
}

interface Outcome {
  readonly health: number;
  readonly seconds: number;
}

/** The evening on which the sample ends stops within a pull: no pause may reach over the end. */
const lastPause = 90;

function startOfLastPull(now: number, seconds: number): number {
  return now + seconds > periodEnd ? now : periodEnd + 15 - seconds;
}

/**
 * A guild's way through one raid instance. Each night it first clears the bosses it can already kill, then learns the
 * next one: the remaining health at the wipe falls from pull to pull until the boss dies; after the last boss the next
 * difficulty begins.
 */
export class RaidProgress {
  readonly instance: RaidInstance;
  readonly #random: Random;
  readonly #raiding: RaidingGuild;
  #difficulty = 0;
  /** Bosses killed at least once on this difficulty. */
  #learned = 0;
  #attempts = 0;
  #week = -1;
  /** Bosses already dead this week. */
  #cleared = 0;

  constructor(random: Random, raiding: RaidingGuild, instance: RaidInstance) {
    this.#random = random;
    this.#raiding = raiding;
    this.instance = instance;
  }

  /** The pulls of one evening, in order, up to the sample's end. */
  play(evening: Evening): Pull[] {
    const random = this.#random;
    if (evening.week !== this.#week) this.#cleared = 0;
    this.#week = evening.week;
    let party = gatherParty(random, this.#raiding.roster, this.#raiding.raidSize);
    let substitutions = 0;
    const pulls: Pull[] = [];
    const breakAfter = evening.startsAt + 6300;
    let hadBreak = false;
    let now = evening.startsAt + random.between(60, 700);
    while (now < evening.endsAt - 300 && pulls.length < evening.mostPulls) {
      const boss = this.#currentBoss();
      const difficulty = this.#currentDifficulty();
      const outcome = this.#fight(boss, difficulty);
      const isLast = now + outcome.seconds > periodEnd - lastPause;
      const startedAt = isLast ? startOfLastPull(now, outcome.seconds) : now;
      pulls.push(this.#pull({ boss, difficulty, lineup: party.lineup, startedAt, outcome, isLast }));
      if (isLast) break;
      this.#learn(outcome);
      if (substitutions < mostSubstitutions && random.chance(substitutionChance)) {
        party = substitute(random, party);
        substitutions += 1;
      }
      now += outcome.seconds + (outcome.health === 0 ? random.between(330, 560) : random.between(190, 420));
      if (!hadBreak && now > breakAfter) {
        hadBreak = true;
        now += random.between(480, 780);
      }
      now = Math.min(now, periodEnd - 60);
    }
    return pulls;
  }

  /** Tomorrow's raid, drawn up but not begun. */
  announce(createdAt: number): Pull {
    const random = this.#random;
    return {
      id: random.uuid(),
      raiding: this.#raiding,
      instance: this.instance,
      boss: this.#currentBoss(),
      difficulty: this.#currentDifficulty(),
      status: 'preparing',
      createdAt,
      startedAt: null,
      endedAt: null,
      foughtSeconds: 0,
      health: 100,
      lineup: gatherParty(random, this.#raiding.roster, this.#raiding.raidSize).lineup,
      seed: random.next(),
    };
  }

  #pull(parts: {
    boss: Boss;
    difficulty: Difficulty;
    lineup: readonly Raider[];
    startedAt: number;
    outcome: Outcome;
    isLast: boolean;
  }): Pull {
    const { startedAt, outcome } = parts;
    const endsAt = startedAt + outcome.seconds;
    const isOver = !parts.isLast;
    const foughtSeconds = Math.min(outcome.seconds, periodEnd - startedAt);
    const fought = foughtSeconds / outcome.seconds;
    return {
      id: this.#random.uuid(),
      raiding: this.#raiding,
      instance: this.instance,
      boss: parts.boss,
      difficulty: parts.difficulty,
      status: isOver ? (outcome.health === 0 ? 'victory' : 'wipe') : 'in_progress',
      createdAt: startedAt - this.#random.between(20, 55),
      startedAt,
      endedAt: isOver ? endsAt : null,
      foughtSeconds,
      health: isOver ? outcome.health : Math.max(1, Math.round(100 - (100 - outcome.health) * fought)),
      lineup: parts.lineup,
      seed: this.#random.next(),
    };
  }

  #currentDifficulty(): Difficulty {
    return difficulties[this.#difficulty] ?? 'mythic';
  }

  #currentBoss(): Boss {
    const index = Math.min(this.#cleared, this.instance.bosses.length - 1);
    return this.instance.bosses[index] as Boss; // within the list by the line above
  }

  /** Known bosses nearly always die; a new one dies once the guild has seen it often enough. */
  #fight(boss: Boss, difficulty: Difficulty): Outcome {
    const random = this.#random;
    const [first, more] = learningPulls[difficulty];
    const isKnown = this.#cleared < this.#learned;
    const needed = (first + more * this.#cleared) / this.#raiding.skill;
    const progress = isKnown ? 1.2 : this.#attempts / needed;
    const isKill = progress >= 1 && random.chance(isKnown ? 0.92 : Math.min(0.8, 0.45 * progress));
    const fullSeconds = usualFightSeconds(boss, difficulty) * (1 + 0.08 * random.wobble());
    if (isKill) return { health: 0, seconds: Math.round(fullSeconds * (isKnown ? 0.88 : 1)) };
    const health = this.#wipeHealth(boss, progress);
    return { health, seconds: Math.max(35, Math.round(fullSeconds * (1 - health / 100) ** 0.9)) };
  }

  /** The health left at a wipe: less and less while the guild learns, a few percent once it is ready to kill. */
  #wipeHealth(boss: Boss, progress: number): number {
    const random = this.#random;
    if (random.chance(mishapChance)) return random.between(84, 96);
    const expected =
      progress >= 1
        ? random.between(1, Math.max(3, Math.round(14 / progress ** 2)))
        : 4 + 78 * (1 - progress) ** 1.3 + 9 * random.wobble();
    const wall = boss.phases.find((threshold) => Math.abs(threshold - expected) < 9);
    const health = wall !== undefined && random.chance(phaseWallChance) ? wall - random.between(1, 5) : expected;
    return Math.min(96, Math.max(1, Math.round(health)));
  }

  #learn(outcome: Outcome): void {
    if (outcome.health > 0) {
      if (this.#cleared >= this.#learned) this.#attempts += 1;
      return;
    }
    if (this.#cleared >= this.#learned) {
      this.#learned = this.#cleared + 1;
      this.#attempts = 0;
    }
    this.#cleared += 1;
    if (this.#cleared < this.instance.bosses.length) return;
    // All dead: on to the next difficulty; after mythic the guild goes round again.
    this.#cleared = 0;
    if (this.#difficulty < difficulties.length - 1) {
      this.#difficulty += 1;
      this.#learned = 0;
    }
  }
}
