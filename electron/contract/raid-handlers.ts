import type { HandlerParts } from './handlers.ts';
import type { Handlers } from './dispatcher.ts';

type RaidChannel = Extract<keyof Handlers, `raids.${string}`>;

/** Raids are read on the readers; a person's marks wait behind an import that holds the writer. */
export function raidHandlers({ keeper, options }: HandlerParts): Pick<Handlers, RaidChannel> {
  /** UTC, as the library's other times. */
  const now = (): string => new Date(options.clock()).toISOString().slice(0, 19).replace('T', ' ');
  return {
    'raids.list': (input, { signal }) => keeper.getCurrent().read('raids.list', input, { signal }),
    'raids.nights': (input, { signal }) => keeper.getCurrent().read('raids.nights', input, { signal }),
    'raids.timeline': (input, { signal }) => keeper.getCurrent().read('raids.timeline', input, { signal }),
    'raids.players': (input, { signal }) => keeper.getCurrent().read('raids.players', input, { signal }),
    'raids.get': (input, { signal }) => keeper.getCurrent().read('raids.get', input, { signal }),
    'raids.messages': (input, { signal }) => keeper.getCurrent().read('raids.messages', input, { signal }),
    'raids.compare': (input, { signal }) => keeper.getCurrent().read('raids.compare', input, { signal }),
    'raids.playerPulls': (input, { signal }) => keeper.getCurrent().read('raids.playerPulls', input, { signal }),
    'raids.progression': (input, { signal }) => keeper.getCurrent().read('raids.progression', input, { signal }),
    'raids.bossPulls': (input, { signal }) => keeper.getCurrent().read('raids.bossPulls', input, { signal }),
    'raids.listGuilds': (input, { signal }) => keeper.getCurrent().read('raids.listGuilds', input, { signal }),
    'raids.suggest': (input, { signal }) => keeper.getCurrent().read('raids.suggest', input, { signal }),
    'raids.addMark': (input) => keeper.getCurrent().write('raids.addMark', { ...input, at: now() }),
    'raids.changeMark': (input) => keeper.getCurrent().write('raids.changeMark', { ...input, at: now() }),
    'raids.removeMark': (input) => keeper.getCurrent().write('raids.removeMark', input),
  };
}
