import { Alert, Popover, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { CopyableId } from '../../app/CopyableId.tsx';
import { Moment } from '../../app/Moment.tsx';
import type { TimeFormat } from '../../app/time-format.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import { NameText } from '../../messages/NameText.tsx';
import { formatHour } from '../night-format.ts';
import { dash, explainOddity } from '../raid-format.ts';
import { listFigures } from './raid-facts.ts';
import classes from './RaidHeadline.module.css';

interface RaidFactsProps {
  readonly detail: RaidDetail;
  readonly timeFormat: TimeFormat;
  readonly nightStartHour: number;
}

const guildNote = 'The guild of which more than half of the participants are members';

/** When, where, who, how long: the facts of a raid in a few lines, each with what it counts. */
export function RaidFacts({ detail, timeFormat, nightStartHour }: RaidFactsProps) {
  const { raid, importId } = detail;
  const figures = listFigures(detail);
  const nightNote = `A raid night goes from ${formatHour(nightStartHour)} to ${formatHour(nightStartHour)} (${timeFormat.zone}); it is named after the evening`;
  const hasBegun = raid.startedAt !== null;
  return (
    <>
      <dl className={classes.facts}>
        <Fact
          name={hasBegun ? 'Began' : 'Drawn up'}
          explanation={hasBegun ? 'When the pull began' : 'When the raid was drawn up; it has no start'}
        >
          <Moment utc={raid.startedAt ?? raid.createdAt} timeFormat={timeFormat} />
        </Fact>
        <Fact name="Night" explanation={nightNote}>
          {raid.night ?? dash}
        </Fact>
        {figures.map(({ name, value, explanation }) => (
          <Fact key={name} name={name} explanation={explanation}>
            {value}
          </Fact>
        ))}
        <Fact name="Server" explanation="The server of the raid">
          <NameText reference={raid.server} />
        </Fact>
        <Fact name="Leader" explanation="Who led the raid">
          <NameText reference={raid.leader} />
        </Fact>
        <Fact name="Guild" explanation={guildNote}>
          {raid.guild === null ? <span className={classes.quiet}>none</span> : <NameText reference={raid.guild} />}
        </Fact>
        {raid.name !== '' && raid.name !== raid.boss && (
          <Fact name="Raid" explanation="The raid’s name in the backup">
            <bdi>{raid.name}</bdi>
          </Fact>
        )}
        <Fact name="Import" explanation="The import whose version of this raid is shown">
          <ImportName importId={importId} />
        </Fact>
        <Fact name="Id" explanation="The raid’s id on the server">
          <CopyableId id={raid.id} />
        </Fact>
        <CountedHelp
          facts={[
            ...figures.map(({ name, explanation }) => ({ name, explanation })),
            { name: 'Night', explanation: `${nightNote}.` },
            { name: 'Guild', explanation: `${guildNote}.` },
          ]}
        />
      </dl>
      {raid.oddities.length > 0 && (
        <Alert data-tone="warning" p="xs" icon={<TriangleAlert size="1rem" aria-hidden />} data-testid="oddities">
          {raid.oddities.map((oddity) => (
            <div key={oddity}>
              {explainOddity(oddity, raid)}
              {oddity === 'ends_before_start' && raid.durationSeconds === null && ' So it has no length, and no rates.'}
            </div>
          ))}
        </Alert>
      )}
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly explanation: string;
  readonly children: ReactNode;
}

function Fact({ name, explanation, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt title={explanation}>{name}</dt>
      <dd title={explanation} data-fact={name}>
        {children}
      </dd>
    </div>
  );
}

/** What the pointer shows of each figure, for those who use none. */
function CountedHelp({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly explanation: string }[];
}) {
  return (
    <div className={classes.fact}>
      <dt hidden>Help</dt>
      <dd>
        <Popover position="bottom-end" shadow="md" width="24rem" withinPortal>
          <Popover.Target>
            <UnstyledButton className={classes.help ?? ''}>
              <CircleHelp size="0.75rem" aria-hidden /> What is counted
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown aria-label="What is counted">
            <dl className={classes.explanations}>
              {facts.map(({ name, explanation }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{explanation}</dd>
                </div>
              ))}
            </dl>
          </Popover.Dropdown>
        </Popover>
      </dd>
    </div>
  );
}

function ImportName({ importId }: { readonly importId: number | null }) {
  const client = useClient();
  const { data } = useQuery({ queryKey: keys.imports, queryFn: () => client.call('imports.list', {}) });
  if (importId === null) return <span className={classes.quiet}>none</span>;
  const record = data?.find(({ id }) => id === importId);
  return <bdi>{record ? record.source : `Import ${importId}`}</bdi>;
}
