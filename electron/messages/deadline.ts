/** When work that may take long has to give up and say how far it came. */
export class Deadline {
  readonly #endsAt: number;

  private constructor(endsAt: number) {
    this.#endsAt = endsAt;
  }

  static after(seconds: number): Deadline {
    return new Deadline(performance.now() + seconds * 1000);
  }

  get isOver(): boolean {
    return performance.now() >= this.#endsAt;
  }

  get millisecondsLeft(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }
}

/** For work that ends only when it is done or cancelled. */
export const noDeadline = Deadline.after(Infinity);
