import { Alert, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { describeError } from './error-sentences.ts';

/** A failure in full: headline, what exactly, what it means and what to do, and its code for support. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const { title, message, advice, code } = describeError(error);
  return (
    <Alert
      data-tone="danger"
      title={title}
      icon={<CircleAlert size="1.125rem" aria-hidden />}
      role="alert"
      data-error-code={code}
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {message}
      </Text>
      <Text size="sm" mt={4}>
        {advice}
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        Code: {code}
      </Text>
    </Alert>
  );
}
