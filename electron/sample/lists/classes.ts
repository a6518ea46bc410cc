export type Role = 'tank' | 'dps' | 'healer';

/** Classes by the role they are brought for. */
export const classesByRole: Readonly<Record<Role, readonly string[]>> = {
  tank: ['Warrior', 'Paladin', 'Warden', 'Death Knight'],
  healer: ['Priest', 'Druid', 'Shaman', 'Cleric'],
  dps: ['Mage', 'Rogue', 'Hunter', 'Warlock', 'Warrior', 'Shaman', 'Druid', 'Death Knight', 'Monk', 'Ranger'],
};
