/** Entry of the command line: `npm run -s raidscope -- <command>`. */
import { keepCompiledCode } from '../compiled-code-cache.ts';

keepCompiledCode();
const { runCli } = await import('./run-cli.ts');

// A reader that has seen enough (`| head`) closes the pipe; that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), { out: process.stdout, err: process.stderr });
