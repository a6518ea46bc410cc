import type { FilterValue } from './query.ts';

/** The canonical text of one value of a filter. */
export function printValue(value: FilterValue): string {
  switch (value.kind) {
    case 'word':
      return value.isQuoted ? quote(value.text) : value.text;
    case 'regex':
      return printRegex(value);
    case 'range':
      return `${printEnd(value.low)}..${printEnd(value.high)}`;
    case 'compare':
      return value.operator + printEnd(value.text);
    default:
      return value.kind;
  }
}

function printEnd(text: string | null): string {
  return text !== null && /\s/.test(text) ? quote(text) : (text ?? '');
}

export function printRegex({
  pattern,
  ignoresCase,
}: {
  readonly pattern: string;
  readonly ignoresCase: boolean;
}): string {
  const escaped = pattern.replaceAll(/\\.|\//gs, (match) => (match === '/' ? String.raw`\/` : match));
  return `/${escaped}/${ignoresCase ? 'i' : ''}`;
}

export function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
