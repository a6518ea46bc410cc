import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { Command, OptionValues } from './command.ts';
import { listRaids } from './list-raids.ts';
import { readNightClock } from './read-options.ts';
import { showRaid } from './show-raid.ts';

export const raidsCommand: Command = {
  name: 'raids',
  usage:
    'list ["<query>"] [--limit N] [--cursor C] [--sort column] [--asc] | show <id>  [--time-zone Z] [--night-start H]',
  summary: 'Lists pulls night by night, or shows one with its participants and events',
  help: `
raids list finds pulls as the search box over raids does: boss:, difficulty:, result:, hp:, with:, night:
and so on (docs/search.md); without a query, all of them. raids show tells all of one pull.
A mistake in the query is a warning on standard error; the rest of the query still counts.

  --limit N        How many pulls to list (default 50, at most 100000)
  --cursor C       Goes on where a list before ended: its "next", with the same query, sort and direction
  --sort column    night (default), began, boss, difficulty, result, pull, duration, deaths, players, dps,
                   leader, guild or server
  --asc            From the least to the most; the default is the other way round, the newest night first
  --time-zone Z    Zone of the nights, of the query's dates and of the times in text (default UTC; "local",
                   or as Europe/Berlin)
  --night-start H  Hour at which a night ends and the next begins, 0 to 23 (default 6)

Times in JSON are UTC; health, shares and uptime are percent, rates are per second, null is not known.

JSON of list: {"total","killCount","wipeCount","items":[RAID],"next"}
  RAID: {"id","name","boss","difficulty","result","healthLeft","startedAt","endedAt","durationSeconds",
         "night","pullNumber","server","guild","leader","playerCount","deaths","damagePerSecond"}
  "result" is kill, wipe, live or preparing; "difficulty" is normal, hard or mythic.
JSON of show: RAID with {"participants","events","samples","series"}
  "participants": [{"id","name","role","class","rank","percentile","damage","damagePerSecond","damageShare",
                    "healing","healingPerSecond","healingShare","damageTaken","damageTakenPerSecond",
                    "damageTakenShare","deaths","uptimePercent"}]
  "events": [{"at","second","event","health","player","text","messageId"}]
  "samples": [{"at","second","health","messageId"}]
  "series": {"pullCount","previousId","nextId","bestId"}

Example: raidscope raids list "result:kill during:2025-11" --library guild.raidscope
`,
  options: {
    limit: { type: 'string' },
    cursor: { type: 'string' },
    sort: { type: 'string' },
    asc: { type: 'boolean' },
    'time-zone': { type: 'string' },
    'night-start': { type: 'string' },
  },
  valueCount: [1, 2],
  async run({ terminal, values, options }) {
    const [verb, value] = values;
    if (verb === 'list') return listRaids(terminal, value ?? '', options, readNightClock(options));
    if (verb === 'show' && value !== undefined) {
      assertShowOptions(options);
      return showRaid(terminal, value, options, readNightClock(options));
    }
    throw new RaidscopeError('bad_input', 'Usage: raidscope raids list ["<query>"], or raidscope raids show <id>');
  },
};

function assertShowOptions(options: OptionValues): void {
  const surplus = ['limit', 'cursor', 'sort', 'asc'].find((name) => options[name] !== undefined);
  if (surplus !== undefined) throw new RaidscopeError('bad_input', `--${surplus} is for raids list.`);
}
