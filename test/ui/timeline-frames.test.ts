import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/library/open-database.ts';
import { makeFolder, makeLibrary } from './backups.ts';
import { nightsOfPulls } from './raid-timelines.ts';
import { lengthOf, openTimelinePage, picture, sceneOf } from './timeline-page.ts';

/** Ten years of nights, as rows alone: participants would take minutes and are not drawn. */
function addRaids(path: string, count: number): void {
  const database = openDatabase(path);
  const servers = database.prepare('SELECT id FROM servers ORDER BY id').pluck().all() as string[];
  const leader = database.prepare('SELECT id FROM users LIMIT 1').pluck().get();
  const insert = database.prepare(
    `INSERT INTO raids (id, name, boss_name, difficulty, server_id, leader_id, status, health_percentage, start_time,
       end_time, duration_seconds, participant_count) VALUES (?, 'Night', ?, ?, ?, ?, ?, ?, ?, ?, ?, 20)`,
  );
  const text = (second: number) => new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
  database.transaction(() => {
    for (const [number, pull] of nightsOfPulls(count, servers.length).entries()) {
      insert.run(
        `many-${number}`,
        `Boss ${pull.boss}`,
        pull.difficulty,
        servers[pull.lane ?? 0],
        leader,
        pull.result === 'kill' ? 'victory' : 'wipe',
        pull.health,
        text(pull.start),
        text(pull.start + (pull.length ?? 0)),
        pull.length,
      );
    }
  })();
  database.close();
}

describe('a timeline of 50,000 pulls', () => {
  it('zooms and pans smoothly', async () => {
    const many = makeFolder();
    const large = await makeLibrary(many.path, 2000, (backup) => addRaids(backup, 50_000));
    const { page } = await openTimelinePage(large, { width: 1920, height: 1080 });
    await page.getByText(/^50,\d{3} pulls, a lane/u).waitFor();
    const before = await sceneOf(page, 1);
    const box = (await picture(page).boundingBox())!;
    const measure = () =>
      picture(page).evaluate(
        (element, at) =>
          new Promise<{ frames: number[]; work: number[] }>((resolve) => {
            const frames: number[] = [];
            const work: number[] = [];
            let last = performance.now();
            let step = 0;
            const turn = () => {
              const now = performance.now();
              frames.push(now - last);
              last = now;
              if (step === 150) return resolve({ frames: frames.slice(2), work: work.slice(2) });
              step += 1;
              element.dispatchEvent(
                new WheelEvent('wheel', {
                  deltaY: step <= 75 ? -60 : 60,
                  clientX: at.x,
                  clientY: at.y,
                  bubbles: true,
                  cancelable: true,
                }),
              );
              requestAnimationFrame(turn);
              // From the turn of the wheel until all that the frame needs was drawn.
              const channel = new MessageChannel();
              requestAnimationFrame(() => {
                channel.port1.addEventListener('message', () => work.push(performance.now() - last));
                channel.port1.start();
                channel.port2.postMessage(null);
              });
              return undefined;
            };
            requestAnimationFrame(turn);
          }),
        { x: box.x + box.width * 0.6, y: box.y + 60 },
      );
    const { frames, work } = await measure();
    const figure = (values: readonly number[], part: number) =>
      values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? 0;
    const told = (values: readonly number[]) =>
      `median ${figure(values, 0.5).toFixed(1)} ms, p95 ${figure(values, 0.95).toFixed(1)} ms`;
    process.stdout.write(`timeline of 50,000 pulls at 1920x1080: a frame ${told(frames)}; work in it ${told(work)}\n`);
    // A display's frame is 16.7 ms: at the median none is left out, whatever else a slow machine does in between.
    expect(figure(frames, 0.5)).toBeLessThan(25);
    // As often out as in: it shows all of the time again.
    expect(lengthOf(await sceneOf(page, 1))).toBe(lengthOf(before));
    many.remove();
  });
});
