import type { ParseArgsOptionsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** Values of the options after parsing, by name without the dashes. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

export interface CommandContext {
  readonly terminal: Terminal;
  /** What stands beside the options, without the command's own name. */
  readonly values: readonly string[];
  readonly options: OptionValues;
}

export interface Command {
  readonly name: string;
  /** What follows the name: `<file...>`. */
  readonly usage: string;
  /** One line of the overview. */
  readonly summary: string;
  /** Shown by `raidscope <command> --help`, below the usage: what it does, its options, its JSON. */
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  /** Bounds of how many values may stand beside the options. */
  readonly valueCount: readonly [least: number, most: number];
  /** Throws RaidscopeError; what it throws is printed and ends with status 1. */
  run(context: CommandContext): Promise<void>;
}
