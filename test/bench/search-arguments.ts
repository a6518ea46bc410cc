/** A kind of search by name, and its text for each of many arguments. */
export type Query = readonly [name: string, query: (index: number) => string];

export const commonWords =
  'raid need night anyone sell boss with time last please healer guild gold tank still today looking again after before'.split(
    ' ',
  );
export const mediumWords =
  'pancakes lagging reroll crafter enchanter summon flasks rotation trial attendance undercut screenshot horse vendor'.split(
    ' ',
  );
export const types = ['user', 'raid', 'guild', 'party', 'system', 'dm'];
export const channelNames = ['general', 'trade', 'lfg', 'raids', 'pvp', 'help', 'off-topic', 'officers'];

export function at<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item; // the lists here and in the sample are not empty
}

/** One of the 24 months of the sample, from November 2024 on. */
export function month(index: number): string {
  const months = 2024 * 12 + 10 + (index % 24);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Tags and notes that `prepareAnnotations` puts on messages. */
export const benchTags = ['bench loot', 'bench report', 'bench rules'] as const;
