/** Words that mean more than a name behind a filter's colon. */
const specialWords = new Set(['any', 'none', 'me', 'and', 'or', 'not']);

/** Letters, digits and emoji; in the middle also what joins them. */
const barePattern =
  /^[\p{L}\p{N}\p{Extended_Pictographic}](?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}_'-]|\u{200D}|\u{FE0F})*$/u;

/** How a name, an id or any other text is written behind a filter's colon so that it is read as just this. */
export function filterText(text: string): string {
  const isBare = barePattern.test(text) && !specialWords.has(text.toLowerCase());
  return isBare ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** As `filterText`, but always in quotes: a name that is the beginning of another one then stands for itself only. */
export function quotedFilterText(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
