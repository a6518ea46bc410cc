export type Script = 'latin' | 'cyrillic' | 'greek' | 'chinese' | 'japanese' | 'korean' | 'thai' | 'arabic';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'ru' | 'el' | 'zh' | 'ja' | 'ko' | 'th' | 'ar';

/** A game server of the sample: who plays there, and when its evenings are. */
export interface Realm {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly language: Language;
  readonly zone: string;
  /** Share of all players and of all chat. */
  readonly share: number;
  readonly capacity: number;
  readonly population: number;
  readonly pvp: boolean;
  readonly status: 'online' | 'maintenance' | 'offline';
  /** Who lives there: a script for the names, a language for the chat, a weight. */
  readonly peoples: readonly (readonly [script: Script, language: Language, weight: number])[];
}

export const realms: readonly Realm[] = [
  {
    id: 'eu-1',
    name: 'Ravenmoor',
    region: 'EU',
    language: 'en',
    zone: 'Europe/Berlin',
    share: 0.36,
    capacity: 8000,
    population: 5120,
    pvp: true,
    status: 'online',
    peoples: [
      ['latin', 'en', 40],
      ['latin', 'de', 16],
      ['latin', 'fr', 12],
      ['latin', 'es', 8],
      ['cyrillic', 'ru', 15],
      ['greek', 'el', 9],
    ],
  },
  {
    id: 'na-1',
    name: 'Stormhaven',
    region: 'NA',
    language: 'en',
    zone: 'America/New_York',
    share: 0.28,
    capacity: 6000,
    population: 3875,
    pvp: true,
    status: 'online',
    peoples: [
      ['latin', 'en', 84],
      ['latin', 'es', 9],
      ['arabic', 'ar', 4],
      ['korean', 'ko', 3],
    ],
  },
  {
    id: 'sa-1',
    name: 'Pedra da Lua',
    region: 'SA',
    language: 'pt',
    zone: 'America/Sao_Paulo',
    share: 0.16,
    capacity: 4000,
    population: 2210,
    pvp: false,
    status: 'online',
    peoples: [
      ['latin', 'pt', 72],
      ['latin', 'es', 16],
      ['latin', 'en', 12],
    ],
  },
  {
    id: 'ap-1',
    name: '翡翠港',
    region: 'AP',
    language: 'zh',
    zone: 'Asia/Tokyo',
    share: 0.2,
    capacity: 5000,
    population: 1490,
    pvp: true,
    status: 'maintenance',
    peoples: [
      ['chinese', 'zh', 36],
      ['japanese', 'ja', 28],
      ['korean', 'ko', 14],
      ['thai', 'th', 12],
      ['latin', 'en', 10],
    ],
  },
];

/** A channel that each server has. */
export interface ChannelKind {
  readonly name: string;
  readonly description: string;
  readonly visibility: 'public' | 'private' | 'restricted';
  readonly category: string;
  readonly minLevel: number;
  /** Share of the server's ordinary chat. */
  readonly weight: number;
}

export const channelKinds: readonly ChannelKind[] = [
  {
    name: 'general',
    description: 'Talk about anything in the game',
    visibility: 'public',
    category: 'Community',
    minLevel: 1,
    weight: 38,
  },
  {
    name: 'trade',
    description: 'Buying, selling, crafting orders',
    visibility: 'public',
    category: 'Market',
    minLevel: 10,
    weight: 17,
  },
  { name: 'lfg', description: 'Looking for group', visibility: 'public', category: 'Groups', minLevel: 10, weight: 15 },
  {
    name: 'raids',
    description: 'Raid planning and raid nights',
    visibility: 'restricted',
    category: 'Groups',
    minLevel: 60,
    weight: 9,
  },
  {
    name: 'pvp',
    description: 'Arenas, battlegrounds, world battles',
    visibility: 'public',
    category: 'Groups',
    minLevel: 20,
    weight: 7,
  },
  {
    name: 'help',
    description: 'Questions of newcomers',
    visibility: 'public',
    category: 'Community',
    minLevel: 1,
    weight: 6,
  },
  {
    name: 'off-topic',
    description: 'Everything else',
    visibility: 'public',
    category: 'Community',
    minLevel: 1,
    weight: 6,
  },
  {
    name: 'officers',
    description: 'Guild officers of the server',
    visibility: 'private',
    category: 'Staff',
    minLevel: 1,
    weight: 2,
  },
];
