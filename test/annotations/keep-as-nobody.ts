/** Tries to keep something in a library as an account that may not write it. Started as root; argument: the library. */
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelName, InputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { startApp } from '../bench/app-session.ts';

const nobody = 65_534;
const [library] = process.argv.slice(2);
if (library === undefined || process.setgid === undefined || process.setuid === undefined) {
  throw new Error('needs a library, and accounts');
}
const folder = mkdtempSync(join(tmpdir(), 'raidscope-nobody-'));
try {
  chownSync(folder, nobody, nobody);
  process.setgid(nobody);
  process.setuid(nobody);
  const session = startApp(join(folder, 'app'));
  await session.app.openLibrary(library);
  const codeOf = <Name extends ChannelName>(channel: Name, input: InputOf<Name>): Promise<string> =>
    session.request(channel, input).then(
      () => 'done',
      (thrown: unknown) => (thrown instanceof RaidscopeError ? thrown.code : String(thrown)),
    );
  const [message] = (await session.request('messages.search', { limit: 1 })).items;
  const subject = { kind: 'message', id: message?.id ?? '' } as const;
  const answer = {
    isStarred: message?.isStarred,
    set: await codeOf('annotations.set', { subject, isStarred: false }),
    save: await codeOf('searches.save', { name: 'Wipes', query: 'wipe' }),
    record: await codeOf('searches.record', { query: 'wipe' }),
    setMe: await codeOf('library.setMe', { userIds: [] }),
    tags: await session.request('annotations.listTags', {}),
    saved: await session.request('searches.list', {}),
    me: await session.request('library.getMe', {}),
  };
  await session.close();
  process.stdout.write(JSON.stringify(answer));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
