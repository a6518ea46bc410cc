/**
 * Puts text on the clipboard from within a click. The clipboard's own interface asks for a permission, and every
 * permission is denied to this page; copying a selection needs none.
 */
export function copyText(text: string): boolean {
  const source = document.createElement('textarea');
  source.value = text;
  source.readOnly = true;
  source.style.cssText = 'position:fixed;opacity:0';
  const focused = document.activeElement;
  document.body.append(source);
  source.select();
  const isCopied = document.execCommand('copy');
  source.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
