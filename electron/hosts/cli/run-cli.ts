import { parseArgs } from 'node:util';
import { RaidscopeError, toRaidscopeError } from '../../../shared/contract/errors.ts';
import { packageVersion } from '../package-version.ts';
import { callCommand } from './call-command.ts';
import type { Command, OptionValues } from './command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { inspectCommand } from './inspect-command.ts';
import { raidsCommand } from './raids-command.ts';
import { sampleCommand } from './sample-command.ts';
import { searchCommand } from './search-command.ts';
import { createTerminal } from './terminal.ts';
import type { TerminalStreams } from './terminal.ts';

const commands: readonly Command[] = [
  sampleCommand,
  inspectCommand,
  importCommand,
  searchCommand,
  raidsCommand,
  exportCommand,
  callCommand,
];

const commonOptions = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs one command line and resolves with the exit status: 0, 1 after an error, 130 when stopped. */
export async function runCli(values: readonly string[], streams: TerminalStreams): Promise<number> {
  // Known before anything is parsed, so that a mistake in the line itself is also told in JSON.
  const terminal = createTerminal(values.includes('--json'), streams);
  try {
    if (values[0] === '--version') {
      streams.out.write(`${packageVersion}\n`);
      return 0;
    }
    const command = commands.find(({ name }) => name === values[0]);
    if (!command) return withoutCommand(values, streams);
    const { options, positionals } = parseLine(command, values.slice(1));
    if (options['help'] === true) {
      streams.out.write(commandHelp(command));
      return 0;
    }
    const [least, most] = command.valueCount;
    if (positionals.length < least || positionals.length > most) {
      throw new RaidscopeError('bad_input', `Usage: raidscope ${command.name} ${command.usage}`);
    }
    await command.run({ terminal, values: positionals, options });
    return 0;
  } catch (thrown) {
    const error = toRaidscopeError(thrown);
    terminal.fail(error.serialize());
    // What shells expect of a program that Ctrl+C ended; nothing else cancels a command.
    return error.code === 'cancelled' ? 130 : 1;
  }
}

function withoutCommand(values: readonly string[], streams: TerminalStreams): number {
  const first = values.find((value) => value !== '--json');
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    streams.out.write(overview());
    return 0;
  }
  throw new RaidscopeError('bad_input', `There is no command ${JSON.stringify(first)}. See raidscope --help.`);
}

function parseLine(command: Command, args: readonly string[]): { options: OptionValues; positionals: string[] } {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...commonOptions, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    return { options: parsed.values, positionals: parsed.positionals };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new RaidscopeError('bad_input', `${reason} See raidscope ${command.name} --help.`, {}, { cause: thrown });
  }
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Raidscope ${packageVersion}: opens a game server's chat and raid logs offline.

Usage: npm run -s raidscope -- <command> [options]

Commands:
${lines.join('\n')}

Options of every command:
  --library <file>  The library to work on. Default: Raidscope.raidscope in the libraries folder,
                    which RAIDSCOPE_DATA can move.
  --json            Answers in JSON on standard output; errors as {"error":{"code","message","details"}}
                    on standard error.
  --help            What a command does, its options and its JSON.

Exit status: 0, 1 after an error, 130 after Ctrl+C.
`;
}

function commandHelp(command: Command): string {
  return `Usage: npm run -s raidscope -- ${command.name} ${command.usage} [--library <file>] [--json]\n\n${command.help.trim()}\n`;
}
