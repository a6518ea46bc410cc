/** The classes of the game that are known, each with two letters that no other one has and a hue of its own. */
const known: Readonly<Record<string, string>> = {
  warrior: 'Wr',
  paladin: 'Pa',
  warden: 'Wd',
  'death knight': 'DK',
  priest: 'Pr',
  druid: 'Dr',
  shaman: 'Sh',
  cleric: 'Cl',
  mage: 'Ma',
  rogue: 'Ro',
  hunter: 'Hu',
  warlock: 'Wl',
  monk: 'Mo',
  ranger: 'Ra',
};

interface ClassLook {
  readonly letters: string;
  /** Names the colour in `ClassBadge.module.css`; null for a class that is not known. */
  readonly tone: string | null;
}

/** How a class is shown. One that is not known: the first letters of its words, or its first two letters. */
export function classLook(name: string): ClassLook {
  const key = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ');
  const letters = known[key];
  if (letters !== undefined) return { letters, tone: key.replace(' ', '-') };
  const words = name.trim().split(/[\s_-]+/u);
  const [first = '', second = ''] = words;
  const initials = words.length > 1 ? firstLetters(first, 1) + firstLetters(second, 1) : firstLetters(first, 2);
  return { letters: initials === '' ? '?' : initials, tone: null };
}

function firstLetters(word: string, count: number): string {
  return Array.from(word).slice(0, count).join('');
}
