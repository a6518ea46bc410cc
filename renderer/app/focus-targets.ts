/** Ids of the places that keys move the focus to from anywhere. */
export const focusTargets = {
  search: 'search-box',
  messageList: 'message-list',
  raidList: 'raid-list',
  conversationList: 'conversation-list',
} as const;

/** Moves the focus; false when that place is not on screen. */
export function moveFocusTo(target: keyof typeof focusTargets): boolean {
  const element = document.getElementById(focusTargets[target]);
  element?.focus({ preventScroll: true });
  if (element instanceof HTMLInputElement) element.select();
  return element !== null;
}
