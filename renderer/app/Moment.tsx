import { parseUtc, type TimeFormat } from './time-format.ts';

interface MomentProps {
  /** As rows have it; null: not recorded. */
  readonly utc: string | null;
  readonly timeFormat: TimeFormat;
}

/** A time in the person's zone; in UTC, as the backup has it, when the pointer rests on it. */
export function Moment({ utc, timeFormat }: MomentProps) {
  const moment = parseUtc(utc);
  if (utc === null || moment === null) return <span style={{ color: 'var(--text-dimmed)' }}>not recorded</span>;
  return (
    <time dateTime={new Date(moment).toISOString()} title={`${utc} UTC`}>
      {timeFormat.dateTime(moment)} <span style={{ color: 'var(--text-dimmed)' }}>{timeFormat.zone}</span>
    </time>
  );
}
