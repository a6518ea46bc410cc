/** What a person can put a star, tags and a note on. */
export const subjectKinds = ['message', 'raid'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A row of the server's, by the id that the server gave it. Direct messages are of kind `message` too. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** All that a person put on one subject. A subject without any has no star, no tags and no note. */
export interface Annotation {
  readonly subject: Subject;
  readonly isStarred: boolean;
  /** As typed, in alphabetical order; no two differ by case or accents alone. */
  readonly tags: readonly string[];
  readonly note: string | null;
  /** UTC, `YYYY-MM-DD HH:MM:SS`; null without a note. */
  readonly noteUpdatedAt: string | null;
}

/** A tag in its most frequent spelling, and how many subjects have it. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

export const annotationLimits = { tagLength: 60, tagsPerSubject: 50, noteLength: 20_000 } as const;
