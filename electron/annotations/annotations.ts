import { tagKey } from '../../shared/annotations/tag-key.ts';
import type { Annotation, Subject, TagCount } from '../../shared/annotations/types.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows, firstRow, runSql, singleNumber } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { readPageAnnotations } from './page-annotations.ts';

/** What a person asked for, and when (UTC, `YYYY-MM-DD HH:MM:SS`). */
export type AnnotationChange = ParsedInputOf<'annotations.set'> & { readonly at: string };

interface NoteRow {
  readonly note: string;
  readonly updated_at: string;
}

/** All that a person put on a subject. */
export function getAnnotation({ database }: OperationContext, { subject }: { readonly subject: Subject }): Annotation {
  const { isStarred, tags } = readPageAnnotations(database, subject.kind, [subject.id])(subject.id);
  const note = firstRow<NoteRow>(database, sql`SELECT note, updated_at FROM kept_notes WHERE ${isOf(subject)}`);
  return { subject, isStarred, tags, note: note?.note ?? null, noteUpdatedAt: note?.updated_at ?? null };
}

/**
 * Changes what a person put on a subject and answers all of it; one transaction on the writer. Throws `not_found` when
 * something is put on a subject that is not in the library: it would be kept where nobody sees it.
 */
export function setAnnotation(context: OperationContext, change: AnnotationChange): Annotation {
  const { database } = context;
  const { subject, isStarred, tags, note, at } = change;
  const adds = isStarred === true || (tags ?? []).length > 0 || (note ?? '').trim() !== '';
  if (adds && !isInLibrary(database, subject)) {
    throw new RaidscopeError('not_found', `This ${subject.kind} is no longer in the library.`, { id: subject.id });
  }
  database
    .transaction(() => {
      if (isStarred !== undefined) setStar(database, subject, isStarred, at);
      if (tags !== undefined) setTags(database, subject, tags, at);
      if (note !== undefined) setNote(database, subject, note, at);
    })
    .immediate();
  return getAnnotation(context, { subject });
}

function isOf(subject: Subject): SqlFragment {
  return sql`subject_kind = ${subject.kind} AND subject_id = ${subject.id}`;
}

function isInLibrary(database: Database, { kind, id }: Subject): boolean {
  const rows =
    kind === 'raid'
      ? sql`SELECT 1 FROM raids WHERE id = ${id}`
      : sql`SELECT 1 FROM messages WHERE id = ${id} UNION ALL SELECT 1 FROM direct_messages WHERE id = ${id}`;
  return singleNumber(database, sql`SELECT EXISTS (${rows})`) === 1;
}

function setStar(database: Database, { kind, id }: Subject, isStarred: boolean, at: string): void {
  runSql(
    database,
    isStarred
      ? sql`INSERT INTO kept_stars (subject_kind, subject_id, starred_at) VALUES (${kind}, ${id}, ${at}) ON CONFLICT DO NOTHING`
      : sql`DELETE FROM kept_stars WHERE ${isOf({ kind, id })}`,
  );
}

/** A tag that stays keeps its time; one that comes in another spelling takes that on. */
function setTags(database: Database, { kind, id }: Subject, tags: readonly string[], at: string): void {
  const byKey = new Map(tags.map((tag) => [tagKey(tag), tag.normalize('NFC').replaceAll(/\s+/g, ' ')]));
  runSql(
    database,
    sql`DELETE FROM kept_tags WHERE ${isOf({ kind, id })}
      AND tag_key NOT IN (SELECT value FROM json_each(${JSON.stringify([...byKey.keys()])}))`,
  );
  for (const [key, tag] of byKey) {
    runSql(
      database,
      sql`INSERT INTO kept_tags (subject_kind, subject_id, tag_key, tag, tagged_at) VALUES (${kind}, ${id}, ${key}, ${tag}, ${at})
        ON CONFLICT DO UPDATE SET tag = excluded.tag`,
    );
  }
}

function setNote(database: Database, { kind, id }: Subject, note: string, at: string): void {
  runSql(
    database,
    note.trim() === ''
      ? sql`DELETE FROM kept_notes WHERE ${isOf({ kind, id })}`
      : sql`INSERT INTO kept_notes (subject_kind, subject_id, note, updated_at) VALUES (${kind}, ${id}, ${note}, ${at})
          ON CONFLICT DO UPDATE SET note = excluded.note, updated_at = excluded.updated_at WHERE note <> excluded.note`,
  );
}

interface TagRow {
  readonly tag_key: string;
  readonly tag: string;
  readonly count: number;
}

/** Each tag with how many subjects of a kind have it, from the index of tags alone; spellings of one tag together. */
export function tagsStatement(kind: string): SqlFragment {
  return sql`SELECT tag_key, tag, count(*) AS count FROM kept_tags WHERE subject_kind = ${kind} GROUP BY tag_key, tag`;
}

/** The tags in use, most frequent first. */
export function listTags(
  { database }: OperationContext,
  { kind, text, limit }: ParsedInputOf<'annotations.listTags'>,
): readonly TagCount[] {
  const wanted = tagKey(text);
  const rows = allRows<TagRow>(database, tagsStatement(kind)).filter((row) => row.tag_key.includes(wanted));
  return [...Map.groupBy(rows, (row) => row.tag_key).values()]
    .map((spellings): TagCount => {
      const [mostFrequent] = spellings.toSorted((one, other) => other.count - one.count);
      return { tag: mostFrequent?.tag ?? '', count: spellings.reduce((sum, { count }) => sum + count, 0) };
    })
    .toSorted((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1))
    .slice(0, limit);
}

export const annotationOperations = {
  'annotations.get': getAnnotation,
  'annotations.set': setAnnotation,
  'annotations.listTags': listTags,
} as const;
