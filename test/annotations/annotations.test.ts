import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getAnnotation, listTags, setAnnotation, tagsStatement } from '../../electron/annotations/annotations.ts';
import { pageAnnotationsStatement } from '../../electron/annotations/page-annotations.ts';
import type { Database } from '../../electron/library/open-database.ts';
import type { SqlFragment } from '../../electron/library/sql.ts';
import { getMessage } from '../../electron/messages/get-message.ts';
import { searchMessages } from '../../electron/messages/search-messages.ts';
import type { Annotation } from '../../shared/annotations/types.ts';
import { channels, type InputOf } from '../../shared/contract/channels.ts';
import { contextOf, createSearchLibrary, generateLibrary, searchDefaults } from '../messages/search-library.ts';

let database: Database;
const at = '2026-11-01 10:00:00';
const subject = { kind: 'message', id: 'm-7' } as const;

function set(change: Omit<InputOf<'annotations.set'>, 'subject'>, when = at): Annotation {
  const input = channels['annotations.set'].input.parse({ subject, ...change });
  return setAnnotation(contextOf(database), { ...input, at: when });
}

beforeAll(() => {
  database = createSearchLibrary(generateLibrary(100));
});
beforeEach(() => {
  database.exec('DELETE FROM kept_stars; DELETE FROM kept_tags; DELETE FROM kept_notes;');
});
afterAll(() => {
  database.close();
});

describe('setting an annotation', () => {
  it('changes what is given and leaves the rest', () => {
    set({ isStarred: true });
    set({ tags: ['Loot'] });
    expect(set({ note: 'Ask Anna' })).toEqual({
      subject,
      isStarred: true,
      tags: ['Loot'],
      note: 'Ask Anna',
      noteUpdatedAt: at,
    });
    expect(set({ isStarred: false })).toMatchObject({ isStarred: false, tags: ['Loot'], note: 'Ask Anna' });
  });

  it('takes a note away when it is blank', () => {
    set({ note: 'Ask Anna' });
    expect(set({ note: ' \n' })).toMatchObject({ note: null, noteUpdatedAt: null });
    expect(database.prepare('SELECT count(*) FROM kept_notes').pluck().get()).toBe(0);
  });

  it('keeps the time of a note that is saved as it was', () => {
    set({ note: 'Ask Anna' });
    expect(set({ note: 'Ask Anna' }, '2026-12-01 00:00:00').noteUpdatedAt).toBe(at);
    expect(set({ note: 'Ask Ben' }, '2026-12-01 00:00:00').noteUpdatedAt).toBe('2026-12-01 00:00:00');
  });

  it('has each tag once in whatever spelling, in alphabetical order, the last spelling as it is', () => {
    set({ tags: ['händel', 'wipe'] });
    expect(set({ tags: ['Wipe', 'Handel', 'HÄNDEL', '  two   words '] }).tags).toEqual(['HÄNDEL', 'two words', 'Wipe']);
    expect(set({ tags: [] }).tags).toEqual([]);
  });

  it('finds tags of emoji and of scripts without spaces', () => {
    expect(set({ tags: ['🔥', '今日', '🔥🔥'] }).tags.toSorted()).toEqual(['今日', '🔥', '🔥🔥'].toSorted());
  });

  it.each([
    ['a tag without a letter or sign', { tags: ['\u0301'] }],
    ['a blank tag', { tags: ['  '] }],
    ['a tag with a line break', { tags: ['a\nb'] }],
    ['a note beyond all measure', { note: 'x'.repeat(20_001) }],
    ['a kind of subject that there is not', { subject: { kind: 'planet', id: '1' } }],
  ])('refuses %s', (_, change) => {
    expect(channels['annotations.set'].input.safeParse({ subject, ...change }).success).toBe(false);
  });

  it('puts nothing on a message that is not in the library, but takes off what is there', () => {
    const gone = { kind: 'message', id: 'gone' } as const;
    const put = (): unknown => setAnnotation(contextOf(database), { subject: gone, isStarred: true, at });
    expect(put).toThrow(expect.objectContaining({ code: 'not_found' }));
    database.exec(`INSERT INTO kept_stars VALUES ('message', 'gone', '${at}')`);
    expect(setAnnotation(contextOf(database), { subject: gone, isStarred: false, at })).toMatchObject({
      isStarred: false,
    });
    expect(database.prepare('SELECT count(*) FROM kept_stars').pluck().get()).toBe(0);
  });
});

describe('an annotated message', () => {
  it('shows its star, tags and note in the list and in its detail', () => {
    set({ isStarred: true, tags: ['Loot', 'anna'], note: 'Ask Anna' });
    const { items } = searchMessages(contextOf(database), {
      ...searchDefaults,
      query: '',
    });
    const other = { isStarred: false, tags: [], hasNote: false };
    expect(items.find(({ id }) => id === subject.id)).toMatchObject({
      isStarred: true,
      tags: ['anna', 'Loot'],
      hasNote: true,
    });
    expect(items.find(({ id }) => id === 'm-8')).toMatchObject(other);
    expect(getMessage(contextOf(database), { id: subject.id })).toMatchObject({
      isStarred: true,
      tags: ['anna', 'Loot'],
      hasNote: true,
      note: 'Ask Anna',
    });
    expect(getMessage(contextOf(database), { id: 'm-8' })).toMatchObject({ ...other, note: null });
  });

  it('is told apart from a raid of the same id', () => {
    set({ isStarred: true, note: 'Ask Anna' });
    expect(getAnnotation(contextOf(database), { subject: { kind: 'raid', id: subject.id } })).toMatchObject({
      isStarred: false,
      note: null,
    });
  });
});

describe('the list of tags', () => {
  it('counts spellings together, under the most frequent one, most frequent tag first', () => {
    const tagsById: Readonly<Record<string, readonly string[]>> = {
      'm-1': ['Loot', 'wipe'],
      'm-2': ['Loot'],
      'm-3': ['LOOT', 'Ärger'],
    };
    for (const [id, tags] of Object.entries(tagsById)) {
      setAnnotation(contextOf(database), { subject: { kind: 'message', id }, tags: [...tags], at });
    }
    const list = (text: string): unknown => listTags(contextOf(database), { kind: 'message', text, limit: 10 });
    expect(list('')).toEqual([
      { tag: 'Loot', count: 3 },
      { tag: 'wipe', count: 1 },
      { tag: 'Ärger', count: 1 },
    ]);
    expect(list('ARG')).toEqual([{ tag: 'Ärger', count: 1 }]);
  });
});

describe('the plans', () => {
  const planOf = (statement: SqlFragment): readonly string[] =>
    database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement.text}`)
      .all(...statement.parameters)
      .map(({ detail }) => detail);

  it('look annotations of a page up by key', () => {
    const plan = planOf(pageAnnotationsStatement('message', ['m-1', 'm-2']));
    const lookups = plan.filter((detail) => detail.includes(' kept'));
    expect(lookups).toHaveLength(3);
    for (const lookup of lookups) expect(lookup).toMatch(/^SEARCH kept USING .*\(subject_kind=\? AND subject_id=\?\)$/);
  });

  it('count tags from their index alone', () => {
    expect(planOf(tagsStatement('message'))).toEqual([
      'SEARCH kept_tags USING COVERING INDEX idx_kept_tags_tag_key (subject_kind=?)',
    ]);
  });
});
