import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dispatcher, type Handlers } from '../../electron/contract/dispatcher.ts';
import { channels, type ChannelName } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { startApp, type AppSession } from '../bench/app-session.ts';

const names = Object.keys(channels) as ChannelName[]; // The map's own keys.
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const trusted = { isTrusted: true };

/** Handlers that all do the same, for what the dispatcher does around them. */
function handlersThat(answer: (signal: AbortSignal) => unknown): Handlers {
  const handle = (_input: unknown, { signal }: { readonly signal: AbortSignal }): unknown => answer(signal);
  return Object.fromEntries(names.map((name) => [name, handle])) as unknown as Handlers; // One answer cannot have every channel's type.
}

/** An input that each channel accepts. */
const goodInputs: Record<ChannelName, unknown> = {
  'app.getInfo': {},
  'settings.get': {},
  'settings.update': { theme: 'dark' },
  'library.getStatus': {},
  'library.create': { name: 'Guild' },
  'library.createElsewhere': {},
  'library.choose': {},
  'library.open': { file: 'token' },
  'library.listRecent': {},
  'library.openRecent': { id: 'a' },
  'library.forgetRecent': { id: 'a' },
  'library.close': {},
  'imports.chooseFiles': {},
  'imports.inspect': { files: ['token'] },
  'imports.start': { files: ['token'] },
  'imports.startSample': { messageCount: 1000 },
  'imports.list': {},
  'imports.listIssues': { importId: 1 },
  'imports.undo': { importId: 1 },
  'jobs.list': {},
  'jobs.cancel': { jobId: 'a' },
  'messages.search': { query: 'wipe' },
  'messages.count': { query: 'wipe' },
  'messages.get': { id: 'm1' },
  'messages.listDays': {},
  'messages.histogram': { query: 'wipe' },
  'messages.facets': { query: 'wipe' },
  'messages.suggest': { query: 'from:an', position: 7 },
  'raids.list': { query: 'boss:voidmaw' },
  'raids.nights': {},
  'raids.timeline': { lanes: 'boss' },
  'raids.players': { sort: 'dps' },
  'raids.get': { id: 'r1' },
  'raids.messages': { id: 'r1' },
  'raids.compare': { ids: ['r1', 'r2'] },
  'raids.playerPulls': { playerId: 'u1' },
  'raids.progression': {},
  'raids.bossPulls': { boss: 'Voidmaw', difficulty: 'hard' },
  'raids.listGuilds': {},
  'raids.suggest': { query: 'boss:vo', position: 7 },
  'raids.addMark': { raidId: null, atMs: 0, text: 'New tier' },
  'raids.changeMark': { id: 1, text: 'New tier' },
  'raids.removeMark': { id: 1 },
  'conversations.list': { kind: 'direct' },
  'exports.chooseFile': { suggestedName: 'Messages', format: 'csv' },
  'exports.start': { source: { kind: 'messages', query: 'wipe' }, format: 'csv', file: 'token' },
  'exports.copy': { source: { kind: 'messages', query: 'wipe' }, format: 'tsv' },
  'exports.writeImage': { file: 'token', format: 'svg', content: '<svg/>' },
  'exports.showInFolder': { jobId: 'a' },
  'sql.fromQuery': { query: 'wipe' },
  'sql.run': { statement: 'SELECT 1' },
  'library.getMe': {},
  'library.setMe': { userIds: ['u1'] },
  'library.findPlayers': { text: 'ann' },
  'annotations.set': { subject: { kind: 'message', id: 'm1' }, isStarred: true },
  'annotations.get': { subject: { kind: 'message', id: 'm1' } },
  'annotations.listTags': {},
  'searches.list': {},
  'searches.save': { name: 'Wipes', query: 'wipe' },
  'searches.rename': { id: 1, name: 'Wipes' },
  'searches.remove': { id: 1 },
  'searches.move': { id: 1, position: 0 },
  'searches.listHistory': {},
  'searches.record': { query: 'wipe' },
  'searches.clearHistory': {},
  'session.get': {},
  'session.save': { view: 'messages', query: '', position: null },
};

describe('every channel', () => {
  const answering = new Dispatcher(
    handlersThat(() => 'answer'),
    log,
  );
  const failing = new Dispatcher(
    handlersThat(() => {
      throw new RaidscopeError('corrupt_file', 'Damaged.', { page: 7 });
    }),
    log,
  );

  it.each(names)('%s answers a good call', async (channel) => {
    expect(await answering.dispatch({ requestId: '1', channel, input: goodInputs[channel], sender: trusted })).toEqual({
      ok: true,
      value: 'answer',
    });
  });

  it.each(names)('%s refuses input that its schema does not know', async (channel) => {
    for (const input of [{ ...(goodInputs[channel] as object), surprise: true }, null, 'text', undefined]) {
      const envelope = await answering.dispatch({ requestId: '1', channel, input, sender: trusted });
      expect(envelope).toMatchObject({ ok: false, error: { code: 'bad_input', details: { channel } } });
    }
  });

  it.each(names)('%s refuses a sender that is not our own page, before it looks at the input', async (channel) => {
    const envelope = await answering.dispatch({ requestId: '1', channel, input: null, sender: { isTrusted: false } });
    expect(envelope).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it.each(names)('%s answers a thrown error with its code and details', async (channel) => {
    expect(await failing.dispatch({ requestId: '1', channel, input: goodInputs[channel], sender: trusted })).toEqual({
      ok: false,
      error: { code: 'corrupt_file', message: 'Damaged.', details: { page: 7 } },
    });
  });
});

describe('the dispatcher', () => {
  it.each(['messages.erase', '', '__proto__', 'constructor'])(
    'answers the unknown channel %j with bad_input',
    async (channel) => {
      const dispatcher = new Dispatcher(
        handlersThat(() => 'answer'),
        log,
      );
      const envelope = await dispatcher.dispatch({ requestId: '1', channel, input: {}, sender: trusted });
      expect(envelope).toMatchObject({ ok: false, error: { code: 'bad_input' } });
    },
  );

  it('answers what nobody foresaw as internal, and logs it', async () => {
    const logged: string[] = [];
    const dispatcher = new Dispatcher(
      handlersThat(() => {
        throw new TypeError('x is not a function');
      }),
      { ...log, error: (message) => logged.push(message) },
    );
    const envelope = await dispatcher.dispatch({ requestId: '1', channel: 'jobs.list', input: {}, sender: trusted });
    expect(envelope).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(logged).toEqual(['jobs.list failed']);
  });

  it('tells a handler when its call is cancelled, by the id of the request', async () => {
    const dispatcher = new Dispatcher(
      handlersThat(
        (signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new RaidscopeError('cancelled', 'Stopped.')));
          }),
      ),
      log,
    );
    const call = dispatcher.dispatch({ requestId: 'mine', channel: 'jobs.list', input: {}, sender: trusted });
    dispatcher.cancel('another');
    dispatcher.cancel('mine');
    expect(await call).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});

describe('the real handlers without a library', () => {
  let folder: string;
  let session: AppSession;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'raidscope-contract-'));
    session = startApp(folder);
  });
  afterAll(async () => {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(
    names.filter(
      (name) => /^(messages|imports|annotations|searches|session)\./.test(name) && !/chooseFiles|inspect/.test(name),
    ),
  )('%s says that none is open', async (channel) => {
    const envelope = await session.app.dispatch({
      requestId: '1',
      channel,
      input: goodInputs[channel],
      sender: trusted,
    });
    expect(envelope).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('settings are kept on disk', async () => {
    await session.request('settings.update', { timeZone: 'Europe/Berlin', hiddenColumns: { pulls: ['deaths'] } });
    await session.request('settings.update', { hiddenColumns: { players: ['taken'] } });
    const next = startApp(folder);
    expect(await next.request('settings.get', {})).toEqual({
      theme: 'system',
      timeZone: 'Europe/Berlin',
      showsPersonalData: false,
      showsFacets: false,
      nightStartHour: 6,
      hiddenColumns: { pulls: ['deaths'], players: ['taken'] },
    });
    await next.close();
  });

  it('a time zone that nobody knows is refused', async () => {
    const input = { timeZone: 'Mars/Olympus' };
    expect(
      await session.app.dispatch({ requestId: '1', channel: 'settings.update', input, sender: trusted }),
    ).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    });
  });
});
