import type { Bridge } from '../shared/contract/bridge.ts';

declare global {
  interface Window {
    /** Provided by the host before the page's scripts run. */
    readonly raidscope: Bridge;
  }
  /** Read by the scroll lock that dialogs use, for the style element it adds. */
  var __webpack_nonce__: string | undefined;
}
