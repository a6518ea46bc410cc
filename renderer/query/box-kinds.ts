import { messageLanguage } from '../../shared/messages/language.ts';
import type { QueryLanguage } from '../../shared/query/language.ts';
import { raidLanguage } from '../../shared/raids/language.ts';
import type { focusTargets } from '../app/focus-targets.ts';
import { messageHelp, raidHelp, type HelpText } from './help-texts.ts';

/** What a search box is to one kind of view: the same for as long as the person stays there. */
export interface BoxKind {
  readonly language: QueryLanguage;
  readonly placeholder: string;
  /** The box's name for screen readers. */
  readonly label: string;
  readonly help: HelpText;
  readonly suggestChannel: 'messages.suggest' | 'raids.suggest';
  /** Where the keys lead from the box. */
  readonly list: keyof typeof focusTargets;
  /** Whether its searches are kept: remembered, and saved under a name. */
  readonly isKept: boolean;
}

export const messageBox: BoxKind = {
  language: messageLanguage,
  placeholder: 'Search messages: words, from:name in:channel type:raid date:2025-11 has:link',
  label: 'Search messages',
  help: messageHelp,
  suggestChannel: 'messages.suggest',
  list: 'messageList',
  isKept: true,
};

export const raidBox: BoxKind = {
  language: raidLanguage,
  placeholder: 'Search pulls: words, boss:name difficulty:mythic result:kill night:2025-11 with:me',
  label: 'Search pulls',
  help: raidHelp,
  suggestChannel: 'raids.suggest',
  list: 'raidList',
  isKept: false,
};
