import { expect, it, onTestFinished } from 'vitest';
import { compareRaids } from '../../electron/raids/compare-raids.ts';
import { contextOf } from '../messages/search-library.ts';
import { createRaidLibrary } from './raid-library.ts';

const clock = { timeZone: 'UTC', nightStartHour: 6 };

it('the best pull of the series has each sample and participant once, also where it is one of those compared', () => {
  const database = createRaidLibrary({
    raids: [
      { id: 'wipe', status: 'wipe', health: 40, start: '2025-11-22 20:00:00', seconds: 300 },
      { id: 'kill', start: '2025-11-22 20:10:00', seconds: 400 },
    ],
    participants: ['wipe', 'kill'].map((raid) => ({ raid, user: 'lead', damage: 1200 })),
    messages: ['20:10:00', '20:11:00'].map((time, index) => ({
      id: `m${index}`,
      at: `2025-11-22 ${time}`,
      metadata: { raid_id: 'kill', boss_health: 100 - 30 * index },
    })),
  });
  onTestFinished(() => {
    database.close();
  });
  const { pulls, best } = compareRaids(contextOf(database), { ids: ['wipe', 'kill'], ...clock });
  expect(best?.raid.id).toBe('kill');
  for (const pull of [pulls[1], best]) {
    expect(pull?.samples.map(({ second, health }) => [second, health])).toEqual([
      [0, 100],
      [60, 70],
    ]);
    expect(pull?.participants.map(({ player }) => player.id)).toEqual(['lead']);
  }
});
