import packageJson from '../../package.json' with { type: 'json' };

/** Raidscope's own version; the bundler puts it into the built files. */
export const packageVersion: string = packageJson.version;
