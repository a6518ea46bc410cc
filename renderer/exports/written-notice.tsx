import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { copyText } from '../app/copy-text.ts';

interface WrittenFile {
  readonly id: string;
  readonly title: string;
  /** What is in the file: `12 rows, 3.4 kB`. */
  readonly facts: string;
  readonly path: string;
  /** Null where the host cannot. */
  readonly showInFolder: (() => void) | null;
}

/** Tells that a file was written and where it is. */
export function showWritten({ id, title, facts, path, showInFolder }: WrittenFile): void {
  notifications.show({
    id,
    title,
    autoClose: 30_000,
    message: (
      <div data-testid="export-done" data-path={path}>
        <Text size="sm" c="var(--mantine-color-text)">
          {facts}
        </Text>
        <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
          {path}
        </Text>
        <Group gap="xs" mt={4}>
          <Button variant="light" size="compact-xs" onClick={() => copyText(path)}>
            Copy path
          </Button>
          {showInFolder && (
            <Button variant="light" size="compact-xs" onClick={showInFolder}>
              Show in folder
            </Button>
          )}
        </Group>
      </div>
    ),
  });
}
