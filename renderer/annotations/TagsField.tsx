import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tagKey } from '../../shared/annotations/tag-key.ts';
import { annotationLimits, type Subject } from '../../shared/annotations/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { useRequestedFocus } from './use-requested-focus.ts';

interface TagsFieldProps {
  readonly subject: Subject;
  readonly tags: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (tags: readonly string[]) => void;
}

/** A subject's tags, with those in use on others of its kind as suggestions. Every change is kept at once. */
export function TagsField({ subject, tags, isReadOnly, onChange }: TagsFieldProps) {
  const client = useClient();
  const input = useRequestedFocus<HTMLInputElement>(subject, 'tags');
  const { kind } = subject;
  const { data: known } = useQuery({
    queryKey: [...keys.tags, kind],
    queryFn: ({ signal }) => client.call('annotations.listTags', { kind, limit: 1000 }, { signal }),
  });
  const has = (tag: string, among: readonly string[]) => among.some((other) => tagKey(other) === tagKey(tag));
  return (
    <TagsInput
      ref={input}
      label="Tags"
      size="xs"
      placeholder={tags.length === 0 ? 'Add a tag and press Enter' : ''}
      value={[...tags]}
      data={(known ?? []).map(({ tag }) => tag)}
      limit={50}
      readOnly={isReadOnly}
      maxTags={annotationLimits.tagsPerSubject}
      maxLength={annotationLimits.tagLength}
      isDuplicate={has}
      onChange={onChange}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
