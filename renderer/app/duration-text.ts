const units: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'min'],
  [1, 's'],
];

/** `40 s`, `5 min`, `2 hours`, `3 days`: in its largest whole unit, as one would say it. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [size, name] = units.find(([size]) => seconds >= size) ?? [1, 's'];
  const count = Math.floor(seconds / size);
  return `${count} ${name}${count === 1 || size <= 60 ? '' : 's'}`;
}
