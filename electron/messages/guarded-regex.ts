import { createContext, Script, type Context } from 'node:vm';
import type { TextRange } from '../../shared/query/types.ts';
import { processorMs } from './processor-time.ts';

/** A batch is interrupted after so long: whoever cancels waits no longer, and a pattern that hangs is found out. */
const batchMs = 50;
/**
 * A text that takes so much of the processor by itself is given up. Time on the clock would not do: on a busy machine any
 * text can be the one at which the thread had to wait.
 */
const hangMs = 25;
/** Highlights are not worth more. */
const mostHungToFind = 2;

/**
 * A regular expression that cannot hang its thread: it runs inside a script with a time limit, which does interrupt
 * catastrophic backtracking (`/(a+)+$/`). Starting one takes 0.1 ms, so texts come in batches.
 */
export class GuardedRegex {
  readonly #regex: RegExp;
  readonly #finder: RegExp;
  #hungCount = 0;

  constructor(regex: RegExp) {
    this.#regex = regex;
    this.#finder = new RegExp(regex.source, `${regex.flags}g`);
  }

  get source(): string {
    return this.#regex.source;
  }

  get flags(): string {
    return this.#regex.flags;
  }

  /** Texts that took too long and count as not fitting. */
  get hungCount(): number {
    return this.#hungCount;
  }

  /** Which texts it stands in. `pause` is called between batches and may throw. */
  test(texts: readonly string[], pause: () => void = () => {}): readonly boolean[] {
    const { answers, hungCount } = run(texts, (text) => this.#regex.test(text), false, pause);
    this.#hungCount += hungCount;
    return answers;
  }

  /** Where it stands in each text; empty matches are left out, and nothing is looked at after a few texts that take too long. */
  find(texts: readonly string[], pause: () => void = () => {}): readonly (readonly TextRange[])[] {
    return run(texts, (text) => this.#findIn(text), [], pause, mostHungToFind).answers;
  }

  #findIn(text: string): readonly TextRange[] {
    const ranges: TextRange[] = [];
    for (const match of text.matchAll(this.#finder)) {
      if (match[0] !== '') ranges.push([match.index, match.index + match[0].length]);
    }
    return ranges;
  }
}

interface Looked<Answer> {
  readonly answers: readonly Answer[];
  readonly hungCount: number;
}

/** Looks at each text, in batches; `otherwise` is the answer for those that take too long. */
function run<Answer>(
  texts: readonly string[],
  look: (text: string) => Answer,
  otherwise: Answer,
  pause: () => void,
  mostHung = Infinity,
): Looked<Answer> {
  const answers: Answer[] = [];
  let hungCount = 0;
  /** After an interruption, the text that it fell on is looked at by itself, as often as it is interrupted. */
  let isAlone = false;
  let usedAloneMs = 0;
  const batch = (): void => {
    const end = isAlone ? answers.length + 1 : texts.length;
    for (const text of texts.slice(answers.length, end)) answers.push(look(text));
  };
  while (answers.length < texts.length && hungCount < mostHung) {
    const before = processorMs();
    const isDone = runForAWhile(batch);
    if (isAlone) usedAloneMs += processorMs() - before;
    const isHung = !isDone && usedAloneMs >= hangMs;
    if (isHung) {
      answers.push(otherwise);
      hungCount += 1;
    }
    isAlone = !isDone && !isHung;
    if (!isAlone) usedAloneMs = 0;
    if (!isDone) pause();
  }
  return { answers: [...answers, ...texts.slice(answers.length).map(() => otherwise)], hungCount };
}

interface Sandbox {
  work: () => void;
}

const sandbox: Sandbox = { work: () => {} };
const script = new Script('work()');
let context: Context | null = null;

/** False if the work was interrupted; what it did before stays done. */
function runForAWhile(work: () => void): boolean {
  context ??= createContext(sandbox);
  sandbox.work = work;
  try {
    script.runInContext(context, { timeout: batchMs });
    return true;
  } catch (thrown) {
    if (isTimeout(thrown)) return false;
    throw thrown;
  }
}

/** It comes from the script's own realm, so it is no `Error` of ours. */
function isTimeout(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
