import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';

/** After so many rows a long statement looks up. */
const rowsBetweenLooks = 1024;

/**
 * Progress of set-based work. SQL calls `raidscope_tick()` once for each row that it reads (0.13 us), or `raidscope_tick(n)`
 * once for n rows, which counts, reports and stops when the person cancels. Each phase owns a stretch of the whole, so that the bar never goes back.
 */
export class ImportProgress {
  readonly #context: Pick<OperationContext, 'throwIfCancelled' | 'report'>;
  readonly #totalRows: number;
  #phase = '';
  #from = 0;
  #to = 0;
  #expectedTicks = 1;
  #ticks = 0;
  #nextLook = rowsBetweenLooks;

  constructor(context: Pick<OperationContext, 'throwIfCancelled' | 'report'>, totalRows: number) {
    this.#context = context;
    this.#totalRows = totalRows;
  }

  /** Makes `raidscope_tick()` known to a connection. It answers 1, so that it can stand in any condition. */
  register(database: Database): void {
    database.function('raidscope_tick', { directOnly: true, varargs: true }, (rowCount: unknown) => {
      this.#ticks += typeof rowCount === 'number' ? rowCount : 1;
      if (this.#ticks >= this.#nextLook) this.#lookUp();
      return 1;
    });
  }

  /** Begins a phase that takes the whole from `from` to `to` (0 to 1) and ticks about `expectedTicks` times. */
  begin(phase: string, from: number, to: number, expectedTicks = 1): void {
    this.#phase = phase;
    this.#from = from;
    this.#to = to;
    this.#expectedTicks = Math.max(1, expectedTicks);
    this.#ticks = 0;
    this.#lookUp();
  }

  #lookUp(): void {
    this.#nextLook = this.#ticks + rowsBetweenLooks;
    this.#context.throwIfCancelled();
    const within = Math.min(1, this.#ticks / this.#expectedTicks);
    const fraction = this.#from + (this.#to - this.#from) * within;
    this.#context.report({ phase: this.#phase, done: Math.round(fraction * this.#totalRows), total: this.#totalRows });
  }
}
