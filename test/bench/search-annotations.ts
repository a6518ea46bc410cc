import type { AppSession } from './app-session.ts';
import { benchTags } from './search-arguments.ts';
import type { SourceNames } from './search-cases.ts';

const keptPerMonth = 15;

/** Stars, tags and notes a few hundred messages of all months, and says who one is. */
export async function prepareAnnotations(session: AppSession, { authors }: SourceNames): Promise<void> {
  for (let index = 0; index < 24; index++) {
    const at = new Date(Date.UTC(2024, 11 + index, 1)).toISOString().slice(0, 10);
    const { items } = await session.request('messages.search', { at, limit: keptPerMonth * 2 });
    for (const [place, { id }] of items.filter((_, position) => position % 2 === 0).entries()) {
      await session.request('annotations.set', {
        subject: { kind: 'message', id },
        isStarred: true,
        tags: [benchTags[place % benchTags.length] ?? ''],
        note: place % 3 === 0 ? 'bench note' : '',
      });
    }
  }
  const [me] = await session.request('library.findPlayers', { text: authors[10] ?? '', limit: 1 });
  if (me === undefined) throw new Error('The sample lacks its own author');
  await session.request('library.setMe', { userIds: [me.id] });
}
