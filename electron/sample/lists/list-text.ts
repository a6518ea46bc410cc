/** Long lists are written as running text, which reads better than thousands of quotes. */
export function listWords(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

export function listLines(text: string): readonly string[] {
  return trimmed(text.split('\n'));
}

/** Parts between commas; line breaks do not matter. */
export function listParts(text: string): readonly string[] {
  return trimmed(text.replaceAll(/\s+/g, ' ').split(','));
}

function trimmed(parts: readonly string[]): readonly string[] {
  return parts.map((part) => part.trim()).filter((part) => part.length > 0);
}
