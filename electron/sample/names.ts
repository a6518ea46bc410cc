import { emojiMarks, guildFirstWords, guildForeignNames, guildSecondWords, nameParts } from './lists/names.ts';
import type { Script } from './lists/realms.ts';
import type { Random } from './random.ts';

/** Makes up names, each only once: the server's schema wants them unique. */
export class NameMaker {
  readonly #random: Random;
  readonly #taken = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  playerName(script: Script): string {
    const random = this.#random;
    const parts = nameParts[script];
    const middle = random.chance(0.45) ? random.pick(parts.middles) : '';
    const name = `${random.pick(parts.beginnings)}${middle}${random.pick(parts.ends)}`;
    return this.#claim(this.#decorate(name, script));
  }

  guildName(): string {
    const random = this.#random;
    if (random.chance(0.25)) return this.#claim(random.pick(guildForeignNames));
    return this.#claim(`${random.pick(guildFirstWords)} ${random.pick(guildSecondWords)}`);
  }

  /** Takes a name as it is, or with the first number that makes it unique. */
  #claim(name: string): string {
    let candidate = name;
    for (let number = 2; this.#taken.has(candidate); number += 1) candidate = `${name}${number}`;
    this.#taken.add(candidate);
    return candidate;
  }

  #decorate(name: string, script: Script): string {
    const random = this.#random;
    if (random.chance(0.02)) return `${name}${random.pick(emojiMarks)}`;
    if (random.chance(0.06)) return `${name}${random.between(1, 99)}`;
    if (script === 'latin' && random.chance(0.03)) return `x${name}x`;
    if (script === 'latin' && random.chance(0.03)) return `Sir ${name}`;
    return name;
  }
}
