import { foldForSubstring } from '../query/tokenizer.ts';

/** What a tag is told apart by, and looked for by `tag:`: folded as names are, without regard to case and accents. */
export function tagKey(tag: string): string {
  return foldForSubstring(tag).trim().replaceAll(/\s+/g, ' ');
}
