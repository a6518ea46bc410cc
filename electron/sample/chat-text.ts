import { raidInstances } from './lists/bosses.ts';
import { classesByRole } from './lists/classes.ts';
import { englishPhrases, englishTails } from './lists/phrases-english.ts';
import { worldPhrases } from './lists/phrases-world.ts';
import type { Language } from './lists/realms.ts';
import {
  dungeons,
  emoji,
  feelings,
  hobbies,
  itemKinds,
  itemOrigins,
  materials,
  places,
  rareWords,
  skills,
} from './lists/things.ts';
import type { Random } from './random.ts';
import { Weighted } from './weighted.ts';

/** What a line of chat may speak of. */
export interface TextContext {
  readonly random: Random;
  /** Somebody who was heard lately. */
  readonly mention: string;
  readonly boss?: string;
  readonly instance?: string;
  readonly danger?: string;
}

interface Template {
  readonly literals: readonly string[];
  readonly slots: readonly ((context: TextContext) => string)[];
}

const allBosses = raidInstances.flatMap((instance) => instance.bosses);
const roles = ['tank', 'healer', 'dps', 'dps'] as const;
const linkSites = ['wiki.example.org/guide', 'logs.example.org/report', 'img.example.net/shot', 'clips.example.com/v'];

const slots: Readonly<Record<string, (context: TextContext) => string>> = {
  mention: ({ mention }) => `@${mention}`,
  boss: ({ random, boss }) => boss ?? random.pick(allBosses).name,
  instance: ({ random, instance }) => instance ?? random.pick(raidInstances).name,
  danger: ({ random, danger }) => danger ?? random.pick(random.pick(allBosses).dangers),
  item: ({ random }) => `[${itemName(random)}]`,
  material: ({ random }) => random.pick(materials),
  place: ({ random }) => random.pick(places),
  dungeon: ({ random }) => random.pick(dungeons),
  skill: ({ random }) => random.pick(skills),
  class: ({ random }) => random.pick(classesByRole[random.pick(roles)]).toLowerCase(),
  role: ({ random }) => random.pick(roles),
  hobby: ({ random }) => random.pick(hobbies),
  feeling: ({ random }) => random.pick(feelings),
  emoji: ({ random }) => random.pick(emoji),
  n: ({ random }) => String(random.chance(0.7) ? random.between(2, 12) : random.between(13, 99)),
  pct: ({ random }) => String(random.between(1, 99)),
  level: ({ random }) => String(random.between(2, 120)),
  ilvl: ({ random }) => String(random.between(380, 2400)),
  gold: ({ random }) =>
    `${random.chance(0.5) ? random.between(5, 95) * 10 : random.between(1, 40)}${random.pick(['g', 'k', ' gold'])}`,
  time: ({ random }) => `${random.between(17, 23)}:${random.pick(['00', '15', '30', '45'])}`,
  link: ({ random }) => `https://${random.pick(linkSites)}/${random.next().toString(36)}`,
};

export function itemName(random: Random): string {
  return `${random.pick(itemKinds)} of ${random.pick(itemOrigins)}`;
}

/** Splits `a {slot} b` once, so that filling it in is joining strings. */
function compile(text: string): Template {
  const literals: string[] = [];
  const fillers: ((context: TextContext) => string)[] = [];
  text.split(/\{(\w+)\}/).forEach((part, index) => {
    if (index % 2 === 0) {
      literals.push(part);
      return;
    }
    const slot = slots[part];
    if (slot === undefined) throw new Error(`A phrase asks for {${part}}, which nothing fills in: ${text}`);
    fillers.push(slot);
  });
  return { literals, slots: fillers };
}

function render(template: Template, context: TextContext): string {
  let text = template.literals[0] ?? '';
  template.slots.forEach((slot, index) => {
    text += slot(context) + (template.literals[index + 1] ?? '');
  });
  return text;
}

function compileAll<Key extends string>(
  lists: Readonly<Record<Key, readonly string[]>>,
): ReadonlyMap<string, readonly Template[]> {
  return new Map(Object.entries<readonly string[]>(lists).map(([key, list]) => [key, list.map(compile)]));
}

const english = compileAll(englishPhrases);
const tails = englishTails.map(compile);
const foreign = new Map(
  Object.entries(worldPhrases).map(([language, lists]) => [language, compileAll(lists)] as const),
);
const rare = new Weighted(rareWords, (_, index) => 1 / (index + 1));

/** Writes chat in a player's language; each line is one or two thoughts. */
export class ChatWriter {
  readonly #rareChance: number;

  constructor(messageCount: number) {
    // Some three hundred in all, whatever the size: the first of the list dozens of times, the last once or twice.
    this.#rareChance = Math.min(0.02, 300 / Math.max(1, messageCount));
  }

  /** `place`: a channel's name, or guild, party, dm, raid, system. */
  write(place: string, language: Language, context: TextContext): string {
    const { random } = context;
    const isForeign = language !== 'en' && place !== 'system' && random.chance(0.72);
    let text = isForeign
      ? this.#writeForeign(place, language, context)
      : render(random.pick(english.get(place) ?? english.get('general') ?? []), context);
    if (!isForeign && place !== 'system' && random.chance(place === 'raid' ? 0.06 : 0.26)) {
      text = `${text}${random.pick([', ', '. ', ' - ', '; '])}${render(random.pick(tails), context)}`;
    }
    if (random.chance(0.05)) text = `${text} ${random.pick(emoji)}`;
    if (random.chance(this.#rareChance)) text = `${text}, what ${rare.draw(random)}`;
    return text;
  }

  #writeForeign(place: string, language: Language, context: TextContext): string {
    const lists = foreign.get(language);
    const templates = lists?.get(place === 'raid' ? 'raid' : 'talk') ?? [];
    const first = render(context.random.pick(templates), context);
    if (place === 'raid' || !context.random.chance(0.15)) return first;
    return `${first} ${render(context.random.pick(templates), context)}`;
  }
}
