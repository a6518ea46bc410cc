/**
 * Address of the page. `.invalid` never resolves, by standard, and every request is answered by the host itself: no
 * socket is ever opened. `https:` makes it a secure context without any certificate being involved.
 */
export const pageUrl = 'https://raidscope.invalid/';

export function isPageUrl(url: string): boolean {
  return url.startsWith(pageUrl);
}
