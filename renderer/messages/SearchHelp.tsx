import { ActionIcon, Popover, Text, Title } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { messageLanguage } from '../../shared/messages/language.ts';
import { definitionOf, keyNamesOf } from '../../shared/query/language.ts';
import classes from './SearchBox.module.css';

type HelpEntry = readonly [example: string, meaning: string];

const words: readonly HelpEntry[] = [
  ['pull boss', 'both words, anywhere in the message'],
  ['"ready check"', 'exactly this phrase'],
  ['heal*', 'words that begin with it'],
  ['*storm*', 'inside of words'],
  ['wipe OR reset', 'either; AND, OR and NOT in capitals'],
  ['-afk', 'without it; a minus works before filters and brackets too'],
  ['(wipe OR reset) boss', 'parentheses group'],
  [String.raw`/\d+k dps/i`, 'a regular expression; i: upper and lower case are the same'],
];

const values: readonly HelpEntry[] = [
  ['from:anna,ben', 'either of them; "quotes" around blanks'],
  ['has:link has:emoji', 'both; from:anna from:ben means either, since a message has one author'],
  ['date:2025-11', 'a day, a month or a year; also today, yesterday, last-week, this-month, -7d'],
  ['date:2025-11-01..2025-11-15', 'both ends included; one end may be left open'],
  ['bosshp:<20', 'also <=, > and >=; 10..20; k and m for thousands and millions'],
  ['boss:none', 'those without one; any: those that have one'],
  ['from:me', 'the persons that you said you are'],
];

const filters: readonly HelpEntry[] = keyNamesOf(messageLanguage).map((key) => {
  const { help, example } = definitionOf(messageLanguage, key);
  return [example, help];
});

/** What the search box understands, by example. */
export function SearchHelp() {
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus returnFocus width="min(36rem, 90vw)">
      <Popover.Target>
        <ActionIcon size="sm" aria-label="How to search">
          <CircleHelp size="1rem" aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="How to search" mah="80vh" style={{ overflowY: 'auto' }} tabIndex={0}>
        <Title order={2} size="h3" mb="xs">
          How to search
        </Title>
        <Section title="Words" entries={words} />
        <Section title="Filters: messages ..." entries={filters} />
        <Section title="Values" entries={values} />
        <Text size="xs" c="dimmed" mt="sm">
          Case and accents make no difference. Dates are read in the time zone beside the box. In the box: arrow keys
          and Tab choose a suggestion, Alt and the down key ask for some. In the list: arrow keys (or j and k) move,
          Home and End go to its ends, the space bar shows a message beside the list, Enter shows it in its
          conversation, Esc closes or leads back, Alt and the left or right key go back and forward, / comes back here.
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}

function Section({ title, entries }: { readonly title: string; readonly entries: readonly HelpEntry[] }) {
  return (
    <>
      <Title order={3} size="h4" mt="sm" mb={4}>
        {title}
      </Title>
      <dl className={classes.help}>
        {entries.map(([example, meaning]) => (
          <Entry key={example} example={example} meaning={meaning} />
        ))}
      </dl>
    </>
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
