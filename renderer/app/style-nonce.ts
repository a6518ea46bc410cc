/**
 * The nonce under which the page's policy accepts style elements. The host writes a fresh one into the page at each
 * start; browsers hide the attribute's text but keep it in the `nonce` property.
 */
export function readStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
