/** Opens a library, says so, and holds it until it is killed. Arguments: app folder, library. */
import { startApp } from '../../bench/app-session.ts';

const [folder, library] = process.argv.slice(2);
if (folder === undefined || library === undefined) throw new Error('needs two paths');
await startApp(folder).app.openLibrary(library);
process.stdout.write('open\n');
process.stdin.resume();
