import { annotationChannels } from '../annotations/channels.ts';
import { appChannels } from '../app/channels.ts';
import { exportChannels } from '../exports/channels.ts';
import { conversationChannels } from '../conversations/channels.ts';
import { importChannels } from '../imports/channels.ts';
import { jobChannels } from '../jobs/channels.ts';
import { libraryChannels } from '../library/channels.ts';
import { messageChannels } from '../messages/channels.ts';
import { raidChannels } from '../raids/channels.ts';
import { searchChannels } from '../searches/channels.ts';
import { sessionChannels } from '../session/channels.ts';
import type { ChannelInput, ChannelOutput, ChannelParsedInput } from './channel.ts';
import { sqlChannels } from '../sql/channels.ts';

/**
 * Every request that a window, a script or a test can make, by name (`feature.verb`). The bridge, the client, the
 * dispatcher, the command line's `call` and the contract tests are all derived from this map.
 */
export const channels = {
  ...appChannels,
  ...libraryChannels,
  ...importChannels,
  ...jobChannels,
  ...messageChannels,
  ...raidChannels,
  ...conversationChannels,
  ...exportChannels,
  ...sqlChannels,
  ...annotationChannels,
  ...searchChannels,
  ...sessionChannels,
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type InputOf<Name extends ChannelName> = ChannelInput<Channels[Name]>;
export type ParsedInputOf<Name extends ChannelName> = ChannelParsedInput<Channels[Name]>;
export type OutputOf<Name extends ChannelName> = ChannelOutput<Channels[Name]>;

export function isChannelName(name: string): name is ChannelName {
  return Object.hasOwn(channels, name);
}
