import { fork } from 'node:child_process';

/** A process of ours that runs one module, as far as the app needs to know it; hosts differ in how they start one. */
export interface ChildProcess {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, whether it ended or was killed. */
  onExit(listener: () => void): void;
  /** At once, whatever it does. */
  kill(): void;
}

export type StartChildProcess = (modulePath: string) => ChildProcess;

/** How plain Node starts one. */
export function forkChildProcess(modulePath: string): ChildProcess {
  const child = fork(modulePath, [], {
    // None of our own flags, which may name a debugger's port.
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    send: (message) => {
      // A process that could not start has no channel; its end is told by `onExit`.
      if (child.connected) child.send(message as Parameters<typeof child.send>[0], () => undefined); // structured clone takes what we send
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', listener);
      child.once('error', listener);
    },
    kill: () => child.kill('SIGKILL'),
  };
}
