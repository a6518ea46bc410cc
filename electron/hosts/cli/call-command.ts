import { channels } from '../../../shared/contract/channels.ts';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { Command } from './command.ts';
import { throwUnlessDone, withLibrary } from './library-session.ts';

/** Any channel of the contract, for what has no command of its own. */
export const callCommand: Command = {
  name: 'call',
  usage: "<channel> ['<json>']",
  summary: 'Calls any channel of the contract and prints what it answers, as JSON',
  help: `
Calls a channel with the given input ({} by default) and prints its answer as JSON.
Where the contract takes a file, its path is given. A job that the call starts is waited for.

Channels:
${Object.keys(channels)
  .sort()
  .map((name) => `  ${name}`)
  .join('\n')}

Example: raidscope call messages.search '{"query":"from:lera","limit":5}'
`,
  options: {},
  valueCount: [1, 2],
  async run({ terminal, values, options }) {
    const [channel = '', inputText = '{}'] = values;
    const input = parseInput(inputText);
    await withLibrary(options, 'optional', terminal, async (session) => {
      const value = await session.requestAny(channel, input);
      const jobId = startedJob(value);
      if (jobId !== null) throwUnlessDone(await session.waitForJob(jobId));
      terminal.answer(value, () => [JSON.stringify(value, null, 2)]);
    });
  },
};

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new RaidscopeError('bad_input', `The input is not JSON: ${String(thrown)}`, {}, { cause: thrown });
  }
}

/** Closing the library would cancel a job, so one that a call started has to be known. */
function startedJob(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('jobId' in value)) return null;
  return typeof value.jobId === 'string' ? value.jobId : null;
}
