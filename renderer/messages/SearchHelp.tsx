import { ActionIcon, Popover, Text, Title } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import classes from './SearchBox.module.css';

const entries: readonly (readonly [example: string, meaning: string])[] = [
  ['pull boss', 'both words, anywhere in the message'],
  ['"ready check"', 'exactly this phrase'],
  ['heal*', 'words that begin with it'],
  ['*storm*', 'inside of words'],
  ['wipe OR reset', 'either; AND, OR and NOT in capitals'],
  ['-afk', 'without it'],
  ['(wipe OR reset) boss', 'parentheses group'],
  ['from:name', 'written by; several with commas, "quotes" around blanks'],
  ['in:channel', 'in this channel'],
  ['server:name', 'on this server'],
  ['type:raid,guild', 'user, raid, guild, party, system or dm'],
  ['after:2025-11-01', 'on that day or later; after:-7d: in the last seven days'],
  ['before:2025-11', 'earlier than that day, month or year'],
  ['on:2025-11-22', 'on that day; also today, yesterday, a month or a year'],
  ['is:deleted', 'deleted on the server; is:edited: changed after it was sent'],
];

/** What the search box understands, by example. */
export function SearchHelp() {
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus returnFocus width="min(30rem, 90vw)">
      <Popover.Target>
        <ActionIcon size="sm" aria-label="How to search">
          <CircleHelp size="1rem" aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="How to search" mah="80vh" style={{ overflowY: 'auto' }} tabIndex={0}>
        <Title order={2} size="h3" mb="xs">
          How to search
        </Title>
        <dl className={classes.help}>
          {entries.map(([example, meaning]) => (
            <Entry key={example} example={example} meaning={meaning} />
          ))}
        </dl>
        <Text size="xs" c="dimmed" mt="sm">
          Case and accents make no difference. Dates are read in the time zone beside the box. In the list: arrow keys
          move, Enter opens, Esc closes, / comes back here.
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}

function Entry({ example, meaning }: { readonly example: string; readonly meaning: string }) {
  return (
    <>
      <dt>{example}</dt>
      <dd>{meaning}</dd>
    </>
  );
}
