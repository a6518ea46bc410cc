import type { OperationContext } from '../library/operation.ts';
import { raidCatalogueOf } from './catalogue.ts';
import { compareRaids } from './compare-raids.ts';
import { getRaid } from './get-raid.ts';
import { listPlayerPulls } from './list-player-pulls.ts';
import { listRaidMessages } from './list-raid-messages.ts';
import { listRaidPlayers } from './list-raid-players.ts';
import { listNights, listRaids } from './list-raids.ts';
import { addMark, changeMark, removeMark } from './marks.ts';
import { listRaidingGuilds, readBossPulls, readProgression } from './progression.ts';
import { readTimeline } from './raid-timeline.ts';
import { suggestRaids } from './suggest-raids.ts';

/** Reads ahead what every question about raids begins with. */
function warmRaids({ database }: OperationContext, _input: null): null {
  raidCatalogueOf(database);
  return null;
}

/** What worker threads answer about raids; marks are written on the writer. */
export const raidOperations = {
  'raids.list': listRaids,
  'raids.nights': listNights,
  'raids.timeline': readTimeline,
  'raids.players': listRaidPlayers,
  'raids.get': getRaid,
  'raids.messages': listRaidMessages,
  'raids.compare': compareRaids,
  'raids.playerPulls': listPlayerPulls,
  'raids.progression': readProgression,
  'raids.bossPulls': readBossPulls,
  'raids.listGuilds': listRaidingGuilds,
  'raids.suggest': suggestRaids,
  'raids.warm': warmRaids,
  'raids.addMark': addMark,
  'raids.changeMark': changeMark,
  'raids.removeMark': removeMark,
} as const;
