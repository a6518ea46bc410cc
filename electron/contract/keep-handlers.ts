import type { HandlerParts } from './handlers.ts';
import type { Handlers } from './dispatcher.ts';

type KeepChannel = Extract<
  keyof Handlers,
  | `annotations.${string}`
  | `searches.${string}`
  | `session.${string}`
  | 'library.getMe'
  | 'library.setMe'
  | 'library.findPlayers'
>;

/** What a person keeps of their own. Writing waits behind an import that holds the writer; the window says so. */
export function keepHandlers(parts: HandlerParts): Pick<Handlers, KeepChannel> {
  const { keeper, options, sessions, emit } = parts;
  /** UTC as the library's other times, with milliseconds so that two searches of one second stay in order. */
  const now = (): string => new Date(options.clock()).toISOString().slice(0, 23).replace('T', ' ');
  return {
    'annotations.set': async (input) => {
      const annotation = await keeper.getCurrent().write('annotations.set', { ...input, at: now().slice(0, 19) });
      emit('annotations.changed', annotation);
      return annotation;
    },
    'annotations.get': (input, { signal }) => keeper.getCurrent().read('annotations.get', input, { signal }),
    'annotations.listTags': (input, { signal }) => keeper.getCurrent().read('annotations.listTags', input, { signal }),
    'searches.list': (_input, { signal }) => keeper.getCurrent().read('searches.list', null, { signal }),
    'searches.save': (input) => keeper.getCurrent().write('searches.save', { ...input, at: now().slice(0, 19) }),
    'searches.rename': (input) => keeper.getCurrent().write('searches.rename', input),
    'searches.remove': (input) => keeper.getCurrent().write('searches.remove', input),
    'searches.move': (input) => keeper.getCurrent().write('searches.move', input),
    'searches.listHistory': (input, { signal }) => keeper.getCurrent().read('searches.listHistory', input, { signal }),
    'searches.record': (input) => keeper.getCurrent().write('searches.record', { ...input, at: now() }),
    'searches.clearHistory': (input) => keeper.getCurrent().write('searches.clearHistory', input),
    'session.get': async () => {
      const library = keeper.getCurrent();
      const stored = sessions.find(library.path);
      if (stored === null || stored.state.position === null) return stored?.state ?? null;
      const { state, topPlace } = stored;
      const position = await library.read('session.renewPosition', { position: stored.state.position, topPlace });
      return { ...state, position };
    },
    'session.save': async (state) => {
      const library = keeper.getCurrent();
      const before = sessions.find(library.path);
      const topId = state.position?.topId;
      const isSameTop = topId !== undefined && topId === before?.state.position?.topId;
      // Written at once, because the app may be closing; where the message stands in time can come later.
      sessions.save(library.path, { state, topPlace: isSameTop ? before.topPlace : null });
      if (topId === undefined || isSameTop) return null;
      const topPlace = await library.read('session.findMessagePlace', { id: topId });
      if (sessions.find(library.path)?.state === state) sessions.save(library.path, { state, topPlace });
      return null;
    },
    'library.getMe': (_input, { signal }) => keeper.getCurrent().read('library.getMe', null, { signal }),
    'library.setMe': async (input) => {
      const players = await keeper.getCurrent().write('library.setMe', input);
      // What `from:me` finds is another thing now: as if rows had changed.
      await keeper.announce();
      return players;
    },
    'library.findPlayers': (input, { signal }) => keeper.getCurrent().read('library.findPlayers', input, { signal }),
  };
}
