import { ActionIcon, Popover, Text, Title } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { definitionOf, keyNamesOf } from '../../shared/query/language.ts';
import { useBoxedSearch } from './BoxedSearchProvider.tsx';
import type { HelpEntry } from './help-texts.ts';
import classes from './SearchBox.module.css';

/** What the search box understands, by example. */
export function SearchHelp() {
  const { language, help } = useBoxedSearch();
  const filters = keyNamesOf(language).map((key): HelpEntry => {
    const { example, help: meaning } = definitionOf(language, key);
    return [example, meaning];
  });
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
        <Section title="Words" entries={help.words} />
        <Section title={`Filters: ${language.finds} ...`} entries={filters} />
        <Section title="Values" entries={help.values} />
        <Text size="xs" c="dimmed" mt="sm">
          Case and accents make no difference. Dates are read in the time zone beside the box. In the box: arrow keys
          and Tab choose a suggestion, Alt and the down key ask for some. In the list: {help.listKeys}, Esc closes or
          leads back, Alt and the left or right key go back and forward, / comes back here.
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
