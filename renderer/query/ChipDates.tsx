import { TextInput } from '@mantine/core';
import classes from './ChipRow.module.css';

interface ChipDatesProps {
  readonly filterKey: string;
  /** The whole filter: `date:2025-11-01..2025-11-15`. */
  readonly part: string;
  readonly onChange: (part: string) => void;
}

/** Days to choose from a calendar, for a filter that can also be typed. */
export function ChipDates({ filterKey, part, onChange }: ChipDatesProps) {
  const value = part.slice(part.indexOf(':') + 1);
  if (filterKey === 'before' || filterKey === 'after') {
    return (
      <TextInput
        type="date"
        label="Day"
        value={dayOf(value)}
        onChange={({ currentTarget }) => onChange(`${filterKey}:${currentTarget.value}`)}
      />
    );
  }
  const [from = '', to = from] = value.split('..').map(dayOf);
  const write = (low: string, high: string) =>
    onChange(`${filterKey}:${low === high ? low : low > high && high !== '' ? `${high}..${low}` : `${low}..${high}`}`);
  return (
    <div className={classes.dates}>
      <TextInput
        type="date"
        label="From"
        value={from}
        onChange={({ currentTarget }) => write(currentTarget.value, to === '' ? currentTarget.value : to)}
      />
      <TextInput
        type="date"
        label="To"
        value={to}
        onChange={({ currentTarget }) => write(from === '' ? currentTarget.value : from, currentTarget.value)}
      />
    </div>
  );
}

/** The day that a date value names; empty for a month, a year or `yesterday`, which no calendar field can show. */
function dayOf(value: string): string {
  return /^\d{4}-\d\d-\d\d(?=$|T| )/.exec(value.replaceAll('"', ''))?.[0] ?? '';
}
