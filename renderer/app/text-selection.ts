/** Whether text is selected: dragging over a row to copy a name ends in a click, which must not open the row. */
export function isTextSelected(): boolean {
  return window.getSelection()?.isCollapsed === false;
}
