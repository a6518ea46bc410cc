import { utilityProcess } from 'electron';
import type { ChildProcess } from '../../sql/child-process.ts';

/**
 * A process of ours under Electron. Node's own way would start the app's program as a plain Node, which its fuses forbid.
 */
export function forkUtilityProcess(modulePath: string): ChildProcess {
  const child = utilityProcess.fork(modulePath, [], { serviceName: 'Raidscope SQL', stdio: 'ignore' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}
