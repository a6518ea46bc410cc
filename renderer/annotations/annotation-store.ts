import type { Annotation } from '../../shared/annotations/types.ts';

/** What a person changes of an annotation; what is not given stays. */
export interface AnnotationChange {
  readonly isStarred?: boolean;
  readonly tags?: readonly string[];
  /** Empty: the note goes. */
  readonly note?: string;
}

/** What is known of a message's annotation beyond what its page said when it was fetched. */
export interface KnownAnnotation {
  /** As the library has it now; null until it has changed once. */
  readonly kept: Annotation | null;
  /** What was asked for and is not kept yet, oldest first: an import that writes keeps it waiting. */
  readonly pending: readonly AnnotationChange[];
}

/** A part of the message panel that a key of the list leads to. */
export type AnnotationField = 'tags' | 'note';

export interface FieldRequest {
  readonly messageId: string;
  readonly field: AnnotationField;
}

/**
 * Annotations that changed since the window shows this library. Pages of messages are not fetched again for them, and
 * which cached pages hold a message is not this store's business: each row asks for its own message by id. It grows by
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
  find(messageId: string): KnownAnnotation | undefined {
    return this.#known.get(messageId);
  }

  /** The library has this now. */
  keep(annotation: Annotation): void {
    if (annotation.subject.kind !== 'message') return;
    this.#set(annotation.subject.id, { ...this.#get(annotation.subject.id), kept: annotation });
  }

  /** Shows a change before it is kept; answers the function that ends that. */
  begin(messageId: string, change: AnnotationChange): () => void {
    const known = this.#get(messageId);
    this.#set(messageId, { ...known, pending: [...known.pending, change] });
    return () => {
      const now = this.#get(messageId);
      this.#set(messageId, { ...now, pending: now.pending.filter((other) => other !== change) });
    };
  }

  get fieldRequest(): FieldRequest | null {
    return this.#fieldRequest;
  }

  requestField(request: FieldRequest | null): void {
    this.#fieldRequest = request;
    this.#tell();
  }

  #get(messageId: string): KnownAnnotation {
    return this.#known.get(messageId) ?? { kept: null, pending: [] };
  }

  #set(messageId: string, known: KnownAnnotation): void {
    this.#known.set(messageId, known);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What a message shows of its annotation. */
export interface ShownAnnotation {
  readonly isStarred: boolean;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
  /** True while a change waits to be kept. */
  readonly isPending: boolean;
}

/** A message's annotation as its page had it, with everything that happened since. */
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

/** The note's text as it is or is about to be; `fetched` is what the message had when it was read. */
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
