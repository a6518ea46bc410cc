const longestPart = 50;

/** What a file of a search's hits may be called, without the day. */
export function nameOfSearch(query: string): string {
  const words = query.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
  const part = Array.from(words).slice(0, longestPart).join('').trim();
  return part === '' ? 'Messages' : `Messages ${part}`;
}

/** With the day on which the file is made, as this computer counts days. */
export function withDay(name: string, today: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${name} ${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
}
