import { raidRoles, type RaidRole } from '../../../shared/raids/types.ts';
import type { HealthSample, Participant, RaidDetail, RaidEvent } from '../../../shared/raids/pull-types.ts';
import { findTimeZone } from '../../../shared/query/time-zone.ts';
import { ZoneClock } from '../../exports/zone-clock.ts';
import type { OptionValues } from './command.ts';
import { withLibrary } from './library-session.ts';
import { describeRaid } from './list-raids.ts';
import { countText, durationText, momentText, nameText, percentText, rateText, resultText } from './raid-figures.ts';
import type { NightClock } from './read-options.ts';
import { alignColumns, groupDigits, printable, type Terminal } from './terminal.ts';

/** Throws `not_found`. */
export async function showRaid(
  terminal: Terminal,
  id: string,
  options: OptionValues,
  nightClock: NightClock,
): Promise<void> {
  await withLibrary(options, 'required', terminal, async (session) => {
    const detail = await session.request('raids.get', { id, ...nightClock });
    const { pullCount, previousId, nextId, bestId } = detail.series;
    terminal.answer(
      {
        ...describeRaid(detail.raid),
        participants: detail.participants.map((participant) => describeParticipant(participant)),
        events: detail.events.map((event) => describeEvent(event)),
        samples: detail.samples.map((sample) => describeSample(sample)),
        series: { pullCount, previousId, nextId, bestId },
      },
      () => detailLines(detail, nightClock.timeZone),
    );
  });
}

function describeParticipant(participant: Participant): Readonly<Record<string, string | number | null>> {
  return {
    id: participant.player.id,
    name: participant.player.name,
    role: participant.role,
    class: participant.class,
    rank: participant.rank,
    percentile: participant.percentile,
    damage: participant.damage,
    damagePerSecond: participant.damagePerSecond,
    damageShare: inPercent(participant.damageShare),
    healing: participant.healing,
    healingPerSecond: participant.healingPerSecond,
    healingShare: inPercent(participant.healingShare),
    damageTaken: participant.damageTaken,
    damageTakenPerSecond: participant.damageTakenPerSecond,
    damageTakenShare: inPercent(participant.damageTakenShare),
    deaths: participant.deaths,
    uptimePercent: participant.uptimePercent,
  };
}

function inPercent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

function describeEvent(event: RaidEvent): Readonly<Record<string, string | number | null>> {
  return {
    at: utcText(event.atMs),
    second: event.second,
    event: event.event,
    health: event.health,
    player: event.player?.name ?? null,
    text: event.text,
    messageId: event.messageId,
  };
}

function describeSample(sample: HealthSample): Readonly<Record<string, string | number | null>> {
  return { at: utcText(sample.atMs), second: sample.second, health: sample.health, messageId: sample.messageId };
}

/** As the other times of the JSON; milliseconds only where there are some. */
function utcText(atMs: number): string {
  return new Date(atMs)
    .toISOString()
    .replace('T', ' ')
    .replace(/(?:\.000)?Z$/u, '');
}

function detailLines(detail: RaidDetail, timeZone: string): string[] {
  return [...headline(detail, timeZone), ...participantLines(detail.participants), ...eventLines(detail.events)];
}

function headline({ raid, series, messageCount, note }: RaidDetail, timeZone: string): string[] {
  const zone = findTimeZone(timeZone) ?? 'UTC';
  const clock = new ZoneClock(zone);
  const localTime = (utc: string | null): string => (utc === null ? '-' : (clock.read(utc)?.local ?? utc));
  const pull = raid.pullNumber === null ? '' : `, pull ${raid.pullNumber} of ${series.pullCount}`;
  const facts: (readonly [string, string])[] = [
    ['raid', `${printable(raid.name)} (${printable(raid.id)})`],
    [`began (${zone})`, localTime(raid.startedAt)],
    ['ended', localTime(raid.endedAt)],
    ['length', durationText(raid.durationSeconds)],
    ['night', raid.night ?? '-'],
    ['server', nameText(raid.server)],
    ['guild', nameText(raid.guild)],
    ['leader', nameText(raid.leader)],
    ['players', groupDigits(raid.playerCount)],
    ['deaths', raid.deaths === null ? '-' : groupDigits(raid.deaths)],
    ['damage', `${raid.damage === null ? '-' : groupDigits(raid.damage)}, ${rateText(raid.damagePerSecond)}`],
    ['messages', groupDigits(messageCount)],
    ...(raid.tags.length > 0 ? [['tags', raid.tags.map(printable).join(', ')] as const] : []),
    ...(note === null ? [] : [['note', printable(note)] as const]),
  ];
  return [`${printable(raid.boss)}, ${raid.difficulty}: ${resultText(raid)}${pull}`, ...alignColumns(facts)];
}

const roleGroups: Readonly<Record<RaidRole, readonly [one: string, many: string]>> = {
  tank: ['tank', 'tanks'],
  healer: ['healer', 'healers'],
  dps: ['damage dealer', 'damage dealers'],
};

function participantLines(participants: readonly Participant[]): string[] {
  if (participants.length === 0) return ['', 'The backup lists no participants.'];
  return raidRoles.flatMap((role) => {
    const members = participants.filter((participant) => participant.role === role).sort((a, b) => a.rank - b.rank);
    if (members.length === 0) return [];
    const [one, many] = roleGroups[role];
    const rows = members.map((member) => [
      member.rank,
      nameText(member.player),
      printable(member.class),
      `damage ${rateText(member.damagePerSecond)}`,
      percentText(inPercent(member.damageShare)),
      `healing ${rateText(member.healingPerSecond)}`,
      percentText(inPercent(member.healingShare)),
      `taken ${rateText(member.damageTakenPerSecond)}`,
      countText(member.deaths, 'death'),
      `uptime ${percentText(member.uptimePercent)}`,
      member.percentile === null ? '' : `better than ${percentText(member.percentile)}`,
    ]);
    return ['', `${members.length} ${members.length === 1 ? one : many}`, ...alignColumns(rows)];
  });
}

function eventLines(events: readonly RaidEvent[]): string[] {
  if (events.length === 0) return [];
  const rows = events.map(({ second, event, health, player, text }) => [
    momentText(second),
    printable(event),
    percentText(health),
    nameText(player),
    text === null ? '' : printable(text),
  ]);
  return ['', countText(events.length, 'event'), ...alignColumns(rows)];
}
