import type { SubjectKind } from '../../shared/annotations/types.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';

/** What a line of a list shows of a subject's annotation. */
export interface PageAnnotation {
  readonly isStarred: boolean;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
}

interface AnnotationRow {
  readonly part: 'star' | 'tag' | 'note';
  readonly id: string;
  readonly tag: string;
}

/** Stars, tags and notes of some subjects, each by its primary key; tags in alphabetical order. */
export function pageAnnotationsStatement(kind: SubjectKind, ids: readonly string[]): SqlFragment {
  const page = sql`FROM json_each(${JSON.stringify(ids)}) AS page CROSS JOIN`;
  const isKept = sql`AS kept ON kept.subject_kind = ${kind} AND kept.subject_id = page.value`;
  return sql`SELECT 'star' AS part, kept.subject_id AS id, '' AS tag ${page} kept_stars ${isKept}
    UNION ALL SELECT 'note', kept.subject_id, '' ${page} kept_notes ${isKept}
    UNION ALL SELECT * FROM (SELECT 'tag', kept.subject_id, kept.tag ${page} kept_tags ${isKept} ORDER BY kept.tag_key)`;
}

const nothing: PageAnnotation = { isStarred: false, tags: [], hasNote: false };

/** Looks up the annotations of a page of subjects in one statement; answers the function that knows each one's. */
export function readPageAnnotations(
  database: Database,
  kind: SubjectKind,
  ids: readonly string[],
): (id: string) => PageAnnotation {
  const rows = Map.groupBy(allRows<AnnotationRow>(database, pageAnnotationsStatement(kind, ids)), (row) => row.id);
  return (id) => {
    const parts = rows.get(id);
    if (parts === undefined) return nothing;
    return {
      isStarred: parts.some(({ part }) => part === 'star'),
      tags: parts.filter(({ part }) => part === 'tag').map(({ tag }) => tag),
      hasNote: parts.some(({ part }) => part === 'note'),
    };
  };
}
