import type { Annotation, Subject } from '../../shared/annotations/types.ts';

/** What a person changes of an annotation; what is not given stays. */
export interface AnnotationChange {
  readonly isStarred?: boolean;
  readonly tags?: readonly string[];
  /** Empty: the note goes. */
  readonly note?: string;
}

/** What is known of a subject's annotation beyond what its page said when it was fetched. */
export interface KnownAnnotation {
  /** As the library has it now; null until it has changed once. */
  readonly kept: Annotation | null;
  /** What was asked for and is not kept yet, oldest first: an import that writes keeps it waiting. */
  readonly pending: readonly AnnotationChange[];
}

/** A part of a subject's editor that a key leads to. */
export type AnnotationField = 'tags' | 'note';

export interface FieldRequest {
  readonly subject: Subject;
  readonly field: AnnotationField;
}

/**
 * Annotations that changed since the window shows this library. Pages of messages and raids are not fetched again for
 * them, and which cached pages hold one is not this store's business: each row asks for its own by id. It grows by
 * what a person stars, tags and notes, which is little.
 */
export class AnnotationStore {
  readonly #known = new Map<string, KnownAnnotation>();
  readonly #listeners = new Set<() => void>();
  #fieldRequest: FieldRequest | null = null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes; undefined while the page that brought the message is right. */
  find(subject: Subject): KnownAnnotation | undefined {
    return this.#known.get(subjectKey(subject));
  }

  /** The library has this now. */
  keep(annotation: Annotation): void {
    const { subject } = annotation;
    this.#set(subject, { ...this.#get(subject), kept: annotation });
  }

  /** Shows a change before it is kept; answers the function that ends that. */
  begin(subject: Subject, change: AnnotationChange): () => void {
    const known = this.#get(subject);
    this.#set(subject, { ...known, pending: [...known.pending, change] });
    return () => {
      const now = this.#get(subject);
      this.#set(subject, { ...now, pending: now.pending.filter((other) => other !== change) });
    };
  }

  get fieldRequest(): FieldRequest | null {
    return this.#fieldRequest;
  }

  requestField(request: FieldRequest | null): void {
    this.#fieldRequest = request;
    this.#tell();
  }

  #get(subject: Subject): KnownAnnotation {
    return this.find(subject) ?? { kept: null, pending: [] };
  }

  #set(subject: Subject, known: KnownAnnotation): void {
    this.#known.set(subjectKey(subject), known);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A raid and a message may bear the same id. */
function subjectKey({ kind, id }: Subject): string {
  return `${kind} ${id}`;
}

export function isSameSubject(one: Subject, other: Subject): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** What a message or a raid shows of its annotation. */
export interface ShownAnnotation {
  readonly isStarred: boolean;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
  /** True while a change waits to be kept. */
  readonly isPending: boolean;
}

/** An annotation as its subject's page had it, with everything that happened since. */
export function shownAnnotation(
  page: Omit<ShownAnnotation, 'isPending'>,
  known: KnownAnnotation | undefined,
): ShownAnnotation {
  const { isStarred, tags, hasNote } = page;
  if (known === undefined) return { isStarred, tags, hasNote, isPending: false };
  const { kept, pending } = known;
  const base = kept === null ? { isStarred, tags, hasNote } : { ...kept, hasNote: kept.note !== null };
  const note = latest(pending, 'note');
  return {
    isStarred: latest(pending, 'isStarred') ?? base.isStarred,
    tags: latest(pending, 'tags') ?? base.tags,
    hasNote: note === undefined ? base.hasNote : note.trim() !== '',
    isPending: pending.length > 0,
  };
}

/** The note's text as it is or is about to be; `fetched` is what the subject had when it was read. */
export function shownNote(fetched: string | null, known: KnownAnnotation | undefined): string {
  const kept = known?.kept === undefined || known.kept === null ? fetched : known.kept.note;
  return latest(known?.pending ?? [], 'note') ?? kept ?? '';
}

function latest<Part extends keyof AnnotationChange>(
  pending: readonly AnnotationChange[],
  part: Part,
): AnnotationChange[Part] | undefined {
  return pending.findLast((change) => change[part] !== undefined)?.[part];
}
