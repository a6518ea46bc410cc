import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import { tagKey } from './tag-key.ts';
import { annotationLimits, subjectKinds, type Annotation, type TagCount } from './types.ts';

const subject = z.strictObject({ kind: z.enum(subjectKinds), id: z.string().min(1).max(1000) });

const tag = z
  .string()
  .trim()
  .min(1)
  .max(annotationLimits.tagLength)
  .regex(/^\P{Cc}*$/u, 'holds a control character')
  .refine((text) => tagKey(text) !== '', 'holds nothing that could be searched for');

export const annotationChannels = {
  /**
   * Changes what is given and leaves the rest; `tags` are all that the subject then has, an empty `note` removes it.
   * Waits while an import writes. Throws `not_found` for a subject that is not in the library, unless the change only
   * takes away; `read_only`.
   */
  'annotations.set': channel(
    z.strictObject({
      subject,
      isStarred: z.boolean().optional(),
      tags: z.array(tag).max(annotationLimits.tagsPerSubject).optional(),
      note: z.string().max(annotationLimits.noteLength).optional(),
    }),
  ).answers<Annotation>(),
  'annotations.get': channel(z.strictObject({ subject })).answers<Annotation>(),
  /** The tags in use that hold `text` (folded as names are), most frequent first, then by name. */
  'annotations.listTags': channel(
    z.strictObject({
      kind: z.enum(subjectKinds).default('message'),
      text: z.string().max(annotationLimits.tagLength).default(''),
      limit: z.int().min(1).max(1000).default(200),
    }),
  ).answers<readonly TagCount[]>(),
} as const;
