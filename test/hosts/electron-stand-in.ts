/**
 * A stand-in for the `electron` module, because the real one needs its runtime and a display. It shows no window and
 * decides nothing: it records what the host asks of Electron, and lets a test play the events that Electron would send.
 * What Electron itself does with those requests is for test/electron-e2e, where the runtime exists.
 */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';

export type IpcHandler = (event: { senderFrame: unknown }, ...values: unknown[]) => unknown;

export class WebContentsStandIn extends EventEmitter {
  url = '';
  readonly mainFrame = { url: 'app://raidscope/index.html' };
  readonly sent: { readonly channel: string; readonly payload: unknown }[] = [];
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;
  reloadCount = 0;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  getURL(): string {
    return this.url;
  }
  send(channel: string, payload: unknown): void {
    this.sent.push({ channel, payload });
  }
  reload(): void {
    this.reloadCount += 1;
  }
}

export class BrowserWindowStandIn extends EventEmitter {
  static readonly all: BrowserWindowStandIn[] = [];
  readonly webContents = new WebContentsStandIn();
  readonly options: Record<string, unknown>;
  isShown = false;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindowStandIn.all.push(this);
    appStandIn.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    return Promise.resolve();
  }
  show(): void {
    this.isShown = true;
  }
  isDestroyed(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  focus(): void {}
}

class AppStandIn extends EventEmitter {
  readonly isPackaged = false;
  readonly switches = new Map<string, string | undefined>();
  readonly paths = new Map<string, string>();
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => void this.switches.set(name, value),
  };
  isSandboxEnabled = false;
  hasInstanceLock = true;
  quitCount = 0;
  exitCode: number | null = null;

  enableSandbox(): void {
    this.isSandboxEnabled = true;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? tmpdir();
  }
  requestSingleInstanceLock(): boolean {
    return this.hasInstanceLock;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  quit(): void {
    this.quitCount += 1;
  }
  exit(code: number): void {
    this.exitCode = code;
  }
}

type PermissionRequestHandler = (contents: unknown, permission: string, answer: (isGranted: boolean) => void) => void;
type RequestFilter = (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void;

class SessionStandIn extends EventEmitter {
  permissionRequestHandler: PermissionRequestHandler | null = null;
  permissionCheckHandler: ((contents: unknown, permission: string) => boolean) | null = null;
  devicePermissionHandler: (() => boolean) | null = null;
  requestFilter: RequestFilter | null = null;
  readonly webRequest = {
    onBeforeRequest: (filter: RequestFilter): void => {
      this.requestFilter = filter;
    },
  };

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this.permissionRequestHandler = handler;
  }
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void {
    this.permissionCheckHandler = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermissionHandler = handler;
  }
}

class IpcMainStandIn extends EventEmitter {
  readonly handlers = new Map<string, IpcHandler>();

  handle(channel: string, handler: IpcHandler): void {
    this.handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const appStandIn = new AppStandIn();
export const sessionStandIn = new SessionStandIn();
export const ipcMainStandIn = new IpcMainStandIn();

export const protocolStandIn = {
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]): void {
    this.schemes.push(...schemes);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    this.handlers.set(scheme, handler);
  },
};

export const dialogStandIn = {
  /** Index of the button that the person will press. */
  response: 0,
  openPaths: [] as string[],
  savePath: '',
  questions: [] as { message: string; detail: string }[],
  errors: [] as string[],
  showMessageBox(...values: unknown[]): Promise<{ response: number }> {
    this.questions.push(values.at(-1) as { message: string; detail: string }); // the options come last
    return Promise.resolve({ response: this.response });
  },
  showOpenDialog(): Promise<{ canceled: boolean; filePaths: string[] }> {
    return Promise.resolve({ canceled: this.openPaths.length === 0, filePaths: this.openPaths });
  },
  showSaveDialog(): Promise<{ canceled: boolean; filePath: string }> {
    return Promise.resolve({ canceled: this.savePath === '', filePath: this.savePath });
  },
  showErrorBox(title: string, content: string): void {
    this.errors.push(`${title}: ${content}`);
  },
};

export const shellStandIn = {
  opened: [] as string[],
  showItemInFolder(path: string): void {
    this.opened.push(path);
  },
  openExternal(url: string): Promise<void> {
    this.opened.push(url);
    return Promise.resolve();
  },
};

export const menuStandIn = {
  applicationMenu: null as unknown,
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu(menu: unknown): void {
    this.applicationMenu = menu;
  },
};

/** A process of plain Node in the clothes of Electron's. */
export const utilityProcessStandIn = {
  fork(modulePath: string, _values: readonly string[], _options: object) {
    const child = fork(modulePath, [], { execArgv: [], serialization: 'advanced' });
    return {
      postMessage: (message: object) => child.send(message),
      on: (name: string, listener: (value: unknown) => void) => child.on(name, listener),
      once: (name: string, listener: (value: unknown) => void) => child.once(name, listener),
      kill: () => child.kill('SIGKILL'),
    };
  },
};

/** What `import ... from 'electron'` gives the main process. */
export const electronStandIn = {
  app: appStandIn,
  BrowserWindow: BrowserWindowStandIn,
  dialog: dialogStandIn,
  ipcMain: ipcMainStandIn,
  Menu: menuStandIn,
  nativeTheme: { shouldUseDarkColors: false, themeSource: 'system' },
  protocol: protocolStandIn,
  session: { defaultSession: sessionStandIn },
  shell: shellStandIn,
  utilityProcess: utilityProcessStandIn,
};
