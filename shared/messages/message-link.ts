/** Scheme of the links that Raidscope makes and opens. */
export const linkScheme = 'raidscope';

const longestId = 1000;
const linkPattern = /^raidscope:\/\/message\/([^\s/?#]+)\/?$/i;

/** `raidscope://message/<id>`: a link that opens a message in its conversation, in a library that holds it. */
export function printMessageLink(id: string): string {
  return `${linkScheme}://message/${encodeURIComponent(id)}`;
}

/**
 * The id in a link; null for any other text. A link comes from anywhere, so nothing but the id is taken from it, and of
 * that no control character.
 */
export function readMessageLink(text: string): string | null {
  const [, encoded] = linkPattern.exec(text.trim()) ?? [];
  if (encoded === undefined) return null;
  const id = decode(encoded);
  // oxlint-disable-next-line no-control-regex -- these are what an id must not bring along
  return id === null || id.length > longestId || /[\u0000-\u001f\u007f]/.test(id) ? null : id;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
