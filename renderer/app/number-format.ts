const grouped = new Intl.NumberFormat('en');
const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `12,345` */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** `1 message`, `12,345 messages` */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${grouped.format(count)} ${count === 1 ? singular : plural}`;
}

/** `1.4 MB`; decimal units, as file managers show them. */
export function formatBytes(sizeBytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let size = sizeBytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${oneDecimal.format(size)} ${units[unit] ?? ''}`;
}

/** `0.4 s`, `12 s`, `3 min 05 s` */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${oneDecimal.format(seconds)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
