/** The page's scheme and host. A scheme of our own shares no cookies, storage or privileges with any web address. */
export const pageScheme = 'app';
export const pageUrl = `${pageScheme}://raidscope/`;

/** Whether an address is a document of the bundle. */
export function isPageUrl(url: string): boolean {
  return url.startsWith(pageUrl);
}
