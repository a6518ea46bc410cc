/** Names of the messages between the page's preload and the main process. */
export const ipcChannels = {
  call: 'raidscope:call',
  cancel: 'raidscope:cancel',
  event: 'raidscope:event',
  grantFile: 'raidscope:grant-file',
} as const;
