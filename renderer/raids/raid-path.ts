import { raidDifficulties, type RaidDifficulty } from '../../shared/raids/types.ts';
import type { Place } from '../app/view-state.ts';

/** The pages that show all raids of the query. */
export const raidListPages = ['pulls', 'timeline', 'calendar', 'players', 'progression'] as const;
export type RaidListPage = (typeof raidListPages)[number];

/** A page of the raids view: one of the query's, or one thing. */
export type RaidPagePlace =
  | { readonly page: RaidListPage }
  /** One pull; at the moment of a message, if one is named. */
  | { readonly page: 'raid'; readonly raidId: string; readonly messageId?: string }
  | { readonly page: 'compare'; readonly raidIds: readonly string[] }
  /** One player across the pulls of the query. */
  | { readonly page: 'player'; readonly playerId: string }
  /** All pulls of one boss and difficulty; of one guild, or (null) of all. */
  | {
      readonly page: 'boss';
      readonly boss: string;
      readonly difficulty: RaidDifficulty;
      readonly guildId: string | null;
    };

/** Reads `Place.path`; what it does not know is the list of pulls. */
export function readRaidPath(path: string | undefined): RaidPagePlace {
  const [head = '', ...rest] = (path ?? '').split('/');
  const [first = '', second = '', third = ''] = rest.map(decode);
  if (head === 'raid' && first !== '') {
    return { page: 'raid', raidId: first, ...(second === '' ? {} : { messageId: second }) };
  }
  if (head === 'compare' && first !== '') return { page: 'compare', raidIds: rest.map(decode) };
  if (head === 'player' && first !== '') return { page: 'player', playerId: first };
  const difficulty = raidDifficulties.find((known) => known === first);
  if (head === 'boss' && difficulty !== undefined) {
    return { page: 'boss', difficulty, boss: second, guildId: third === '' ? null : third };
  }
  const list = raidListPages.find((known) => known === head);
  return { page: list ?? 'pulls' };
}

/** `Place.path` of a page; undefined for the list of pulls, on which the view begins. */
export function printRaidPath(place: RaidPagePlace): string | undefined {
  switch (place.page) {
    case 'raid':
      return joined('raid', [place.raidId, ...(place.messageId === undefined ? [] : [place.messageId])]);
    case 'compare':
      return joined('compare', place.raidIds);
    case 'player':
      return joined('player', [place.playerId]);
    case 'boss':
      return joined('boss', [place.difficulty, place.boss, ...(place.guildId === null ? [] : [place.guildId])]);
    case 'pulls':
      return undefined;
    default:
      return place.page;
  }
}

/** Where a message of a raid is shown beside the boss's health. */
export function placeInRaid(raidId: string, messageId: string): Place {
  return { view: 'raids', query: '', path: joined('raid', [raidId, messageId]), position: null };
}

function joined(head: string, parts: readonly string[]): string {
  return [head, ...parts.map(encodeURIComponent)].join('/');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
