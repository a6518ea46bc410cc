import { saveSession } from './account-rows.ts';
import { formatTime, periodEnd } from './calendar.ts';
import type { ChatWriter } from './chat-text.ts';
import type { PartyBook } from './parties.ts';
import type { Random } from './random.ts';
import type { SampleFile } from './sample-file.ts';
import { drawPartner, drawSpeaker, type Moment, type Talk } from './talk.ts';

/** What happens on a day besides the chat: parties, private messages, visits. */
export class Besides {
  readonly #random: Random;
  readonly #writer: ChatWriter;
  readonly #file: SampleFile;
  readonly #talk: Talk;
  readonly #parties: PartyBook;

  constructor(random: Random, writer: ChatWriter, file: SampleFile, talk: Talk, parties: PartyBook) {
    this.#random = random;
    this.#writer = writer;
    this.#file = file;
    this.#talk = talk;
    this.#parties = parties;
  }

  formParties(day: number, count: number): void {
    for (const { at, server } of this.#talk.drawMoments(day, count)) {
      this.#parties.form(this.#random, this.#file, server, at, () => drawSpeaker(this.#random, server, at));
    }
  }

  writePrivately(day: number, count: number): void {
    for (const moment of this.#talk.drawMoments(day, count)) this.#writePrivately(moment);
  }

  logIn(day: number, count: number): void {
    for (const { at, server } of this.#talk.drawMoments(day, count)) {
      saveSession(this.#random, this.#file, drawSpeaker(this.#random, server, at), at);
    }
  }

  #writePrivately({ at, server }: Moment): void {
    const random = this.#random;
    const from = drawSpeaker(random, server, at);
    const to = drawPartner(random, server, at, from);
    const isRead = random.chance(0.88);
    const readAt = Math.min(periodEnd, at + random.between(2, 90_000));
    this.#file.insert('direct_messages', [
      random.uuid(),
      from.id,
      to.id,
      this.#writer.write('dm', from.language, { random, mention: drawSpeaker(random, server, at).name }),
      isRead ? 1 : 0,
      isRead ? formatTime(readAt) : null,
      formatTime(at),
    ]);
  }
}
