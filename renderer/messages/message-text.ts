import type { TextRange } from '../../shared/query/types.ts';

/** A stretch of text, highlighted or not. */
export interface TextSegment {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
  readonly isHit: boolean;
}

/** Longest text that a row draws: more than the widest window shows on one line. */
const rowTextLimit = 500;
/** A hit that would begin beyond this is brought into view by leaving out what stands before it. */
const hitVisibleWithin = 70;
const contextBeforeHit = 30;

/** Characters that a single line cannot show; each stands for one, so that positions stay right. */
const visibleControls: Readonly<Record<string, string>> = { '\0': '␀', '\n': '⏎', '\r': ' ', '\t': ' ' };

/** One line's worth of a message, with its hits marked and the first of them in view. */
export function rowSegments(content: string, highlights: readonly TextRange[]): readonly TextSegment[] {
  const firstHit = highlights[0]?.[0] ?? 0;
  const start = firstHit > hitVisibleWithin ? wholeCharacterAt(content, firstHit - contextBeforeHit) : 0;
  const end = wholeCharacterAt(content, Math.min(content.length, start + rowTextLimit));
  const segments = segmentsBetween(content, highlights, start, end).map(({ text, start: position, isHit }) => ({
    start: position,
    isHit,
    text: text.replace(/[\0\n\r\t]/g, (control) => visibleControls[control] ?? control),
  }));
  return start > 0 ? [{ text: '… ', start: -1, isHit: false }, ...segments] : segments;
}

/** The text with its NUL characters made visible, for reading at length. */
export function readableText(content: string): string {
  return content.replaceAll('\0', '␀');
}

function segmentsBetween(
  content: string,
  highlights: readonly TextRange[],
  start: number,
  end: number,
): readonly TextSegment[] {
  const segments: TextSegment[] = [];
  let position = start;
  for (const [from, to] of highlights) {
    const hitStart = Math.max(from, position);
    const hitEnd = Math.min(to, end);
    if (hitEnd <= hitStart) continue;
    if (hitStart > position) segments.push({ text: content.slice(position, hitStart), start: position, isHit: false });
    segments.push({ text: content.slice(hitStart, hitEnd), start: hitStart, isHit: true });
    position = hitEnd;
  }
  if (position < end) segments.push({ text: content.slice(position, end), start: position, isHit: false });
  return segments;
}

/** Moves a position back out of the middle of a surrogate pair. */
function wholeCharacterAt(content: string, position: number): number {
  const code = content.charCodeAt(position);
  return position > 0 && code >= 0xdc00 && code <= 0xdfff ? position - 1 : position;
}
