import type { Database } from '../library/open-database.ts';
import { runSql } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';

/**
 * The only writer of `summary_raids`, `summary_performances` and of the messages among `raid_events`; reads `temp.told`.
 * Everything is made anew: two thousand raids take a fifth of a second.
 */
export function summariseRaids(database: Database): void {
  database.exec('DELETE FROM summary_raids; DELETE FROM summary_performances;');
  numberRaids(database);
  sumUpParticipants(database);
  findGuilds(database);
  rankPerformances(database);
  database.exec(`DELETE FROM raid_events WHERE source IN ('message', 'message_by_time')`);
  readEvents(database);
  findMessagesByTime(database);
}

/** In the order in which they began; a length that would be negative is none. */
function numberRaids(database: Database): void {
  database.exec(`
    INSERT INTO summary_raids (number, raid_id, server_id, began_at, started_at, ended_at, seconds, listed_count)
    SELECT row_number() OVER (ORDER BY coalesce(started_at, created_at) NULLS FIRST, length(id), id), id, server_id,
      coalesce(started_at, created_at), started_at,
      iif(ended_at >= started_at, ended_at, started_at + iif(recorded >= 0, recorded, NULL)),
      coalesce(iif(recorded >= 0, recorded, NULL), iif(ended_at >= started_at, ended_at - started_at, NULL)),
      0
    FROM (
      SELECT id, server_id, unixepoch(created_at) AS created_at, unixepoch(start_time) AS started_at,
        unixepoch(end_time) AS ended_at, CAST(duration_seconds AS INTEGER) AS recorded
      FROM raids
    );
  `);
}

function sumUpParticipants(database: Database): void {
  database.exec(`
    UPDATE summary_raids SET listed_count = listed.players, deaths = listed.deaths, damage = listed.damage,
      healing = listed.healing, damage_taken = listed.damage_taken, composition = listed.composition
    FROM (
      SELECT raid_id, sum(players) AS players, sum(deaths) AS deaths, sum(damage) AS damage, sum(healing) AS healing,
        sum(damage_taken) AS damage_taken, json_group_array(json_array(role, class, players)) AS composition
      FROM (
        SELECT raid_id, role, class, count(*) AS players, sum(coalesce(deaths, 0)) AS deaths,
          sum(coalesce(damage_dealt, 0)) AS damage, sum(coalesce(healing, 0)) AS healing,
          sum(coalesce(damage_taken, 0)) AS damage_taken
        FROM raid_participants GROUP BY raid_id, role, class
      ) GROUP BY raid_id
    ) AS listed
    WHERE listed.raid_id = summary_raids.raid_id;
  `);
}

/** A raid belongs to a guild when more than half of its participants are members: there can be several such guilds. */
function findGuilds(database: Database): void {
  database.exec(`
    UPDATE summary_raids SET guild_id = found.guild_id
    FROM (
      SELECT raid_id, guild_id, row_number() OVER (PARTITION BY raid_id ORDER BY members DESC, guild_id) AS place
      FROM (
        SELECT p.raid_id, m.guild_id, count(*) AS members
        FROM raid_participants AS p JOIN guild_members AS m ON m.user_id = p.user_id
        GROUP BY p.raid_id, m.guild_id
      ) AS counted
      WHERE counted.members * 2 > (SELECT listed_count FROM summary_raids WHERE raid_id = counted.raid_id)
    ) AS found
    WHERE found.place = 1 AND found.raid_id = summary_raids.raid_id;
  `);
}

/**
 * SQLite's percent_rank is (rank - 1) / (rows - 1): of the others, the share that is lower. Ranks are found over narrow rows
 * first: sorting all columns along takes twice as long.
 */
function rankPerformances(database: Database): void {
  database.exec(`
    INSERT INTO summary_performances (user_id, role, class, raid_number, damage, healing, damage_taken, deaths,
      uptime_percentage, percentile, compared_count)
    WITH
      raced AS (
        SELECT p.rowid AS held, s.encounter || p.role AS race,
          coalesce(iif(p.role = 'healer', p.healing, p.damage_dealt), 0) * 1.0 / s.seconds AS rate
        FROM raid_participants AS p JOIN (
          SELECT raid_id, seconds, json_array(r.boss_name, r.difficulty) AS encounter
          FROM summary_raids JOIN raids AS r ON r.id = raid_id WHERE seconds > 0
        ) AS s ON s.raid_id = p.raid_id
      ),
      ranked AS MATERIALIZED (
        SELECT held, percent_rank() OVER (PARTITION BY race ORDER BY rate) AS percentile,
          count(*) OVER (PARTITION BY race) AS compared
        FROM raced
      )
    SELECT p.user_id, p.role, p.class, s.number, coalesce(p.damage_dealt, 0), coalesce(p.healing, 0),
      coalesce(p.damage_taken, 0), coalesce(p.deaths, 0), coalesce(p.uptime_percentage, 100),
      iif(ranked.compared > 1, ranked.percentile, NULL), coalesce(ranked.compared, 0)
    FROM raid_participants AS p JOIN summary_raids AS s ON s.raid_id = p.raid_id LEFT JOIN ranked ON ranked.held = p.rowid
    ORDER BY p.user_id, p.role, p.class, s.number;
  `);
}

/** `seq >> 20` is the second; only a time with a fraction is read again. */
const atMs = sql`iif(length(told.created_at) > 19, CAST(round(unixepoch(told.created_at, 'subsec') * 1000) AS INTEGER), (told.seq >> 20) * 1000)`;

const insertEvents = sql`INSERT INTO raid_events (raid_id, at_ms, source, source_key, event, boss_health, user_id)`;
const told = sql`told.event, iif(told.boss_health BETWEEN 0 AND 100, told.boss_health, NULL), told.player`;

function readEvents(database: Database): void {
  runSql(
    database,
    sql`${insertEvents}
      SELECT told.raid, ${atMs}, 'message', told.seq, ${told}
      FROM temp.told AS told WHERE told.raid IN (SELECT raid_id FROM summary_raids) ORDER BY 1, 2, 4`,
  );
}

/** A pull that has no end is taken to have gone on for so long, or until the next one begins. */
const longestPullSeconds = 12 * 3600;

/**
 * Messages of type raid that name no raid belong to the pull that was under way on their server; of several at a time, to
 * one that the author takes part in, else to the one that began last.
 */
function findMessagesByTime(database: Database): void {
  const second = sql`(told.seq >> 20)`;
  const isWriter = sql`EXISTS (SELECT 1 FROM raid_participants AS p WHERE p.raid_id = s.raid_id AND p.user_id = told.author)`;
  const underWay = sql`SELECT s.raid_id FROM summary_raids AS s
    WHERE s.server_id = told.server_id AND s.started_at BETWEEN ${second} - ${longestPullSeconds} AND ${second}
      AND coalesce(s.ended_at, s.started_at + ${longestPullSeconds}) >= ${second}
    ORDER BY ${isWriter} DESC, s.started_at DESC, s.raid_id LIMIT 1`;
  runSql(
    database,
    sql`${insertEvents}
      SELECT found, ${atMs}, 'message_by_time', told.seq, ${told}
      FROM (SELECT *, (${underWay}) AS found FROM temp.told AS told WHERE told.type = 'raid' AND told.raid IS NULL) AS told
      WHERE found IS NOT NULL ORDER BY 1, 2, 4`,
  );
}
