import type { z } from 'zod';

/** One request the main process answers: how its input is checked, and what it answers with. */
export interface Channel<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly input: Input;
  /** Exists in the type only; the main process is trusted to answer what its handler's type says. */
  readonly output?: Output;
}

/** Declares a channel: `channel(z.object({...})).answers<Page>()`. */
export function channel<Input extends z.ZodType>(input: Input) {
  return {
    answers: <Output>(): Channel<Input, Output> => ({ input }),
  };
}

export type ChannelInput<C> = C extends Channel<infer Input, unknown> ? z.input<Input> : never;
export type ChannelParsedInput<C> = C extends Channel<infer Input, unknown> ? z.output<Input> : never;
export type ChannelOutput<C> = C extends Channel<z.ZodType, infer Output> ? Output : never;
