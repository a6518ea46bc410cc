export interface Boss {
  readonly name: string;
  /** Length of a kill on normal. */
  readonly fightSeconds: number;
  /** Remaining health at which the fight changes, falling. */
  readonly phases: readonly number[];
  /** What the raid dies of. */
  readonly dangers: readonly string[];
}

export interface RaidInstance {
  readonly name: string;
  readonly bosses: readonly Boss[];
}

/** One raid instance for each half year of the sample, in order. */
export const raidInstances: readonly RaidInstance[] = [
  {
    name: 'Ashen Citadel',
    bosses: [
      { name: 'Gatekeeper Orlun', fightSeconds: 260, phases: [50], dangers: ['cleave', 'falling gate', 'ember rain'] },
      {
        name: 'The Cinder Twins',
        fightSeconds: 320,
        phases: [70, 35],
        dangers: ['twin brand', 'cinder wave', 'the tether'],
      },
      {
        name: 'Vorgath the Unburnt',
        fightSeconds: 350,
        phases: [65, 30],
        dangers: ['magma orb', 'frontal breath', 'adds'],
      },
      {
        name: 'Lady Scoria',
        fightSeconds: 390,
        phases: [75, 50, 25],
        dangers: ['glass shards', 'mirror phase', 'enrage'],
      },
      {
        name: 'Ashen Conclave',
        fightSeconds: 430,
        phases: [66, 33],
        dangers: ['interrupts', 'soul chain', 'void zone'],
      },
      {
        name: 'King Pyrrhos',
        fightSeconds: 500,
        phases: [80, 55, 20],
        dangers: ['crown of fire', 'meteor', 'last stand'],
      },
    ],
  },
  {
    name: 'Sunken Basilica',
    bosses: [
      { name: 'Tidewarden Nerea', fightSeconds: 270, phases: [60], dangers: ['undertow', 'bubble', 'geyser'] },
      { name: 'Drowned Choir', fightSeconds: 330, phases: [70, 40], dangers: ['dirge', 'silence', 'adds'] },
      {
        name: 'Kraul the Leviathan',
        fightSeconds: 370,
        phases: [75, 45, 15],
        dangers: ['tail swipe', 'swallow', 'tidal wave'],
      },
      {
        name: 'Mother of Pearls',
        fightSeconds: 390,
        phases: [60, 30],
        dangers: ['pearl beam', 'brood', 'poison pool'],
      },
      { name: 'Abbot Maelstrom', fightSeconds: 420, phases: [66, 33], dangers: ['whirlpool', 'lightning', 'soak'] },
      {
        name: 'The Hollow King',
        fightSeconds: 520,
        phases: [80, 50, 25],
        dangers: ['hollow gaze', 'grave tide', 'enrage'],
      },
    ],
  },
  {
    name: 'Spire of Whispers',
    bosses: [
      { name: 'Echo Sentinel', fightSeconds: 260, phases: [50], dangers: ['echo blast', 'mirror', 'laser'] },
      {
        name: 'Sister Veyra',
        fightSeconds: 310,
        phases: [70, 30],
        dangers: ['mind control', 'dark pact', 'shadow clone'],
      },
      {
        name: 'The Librarian',
        fightSeconds: 350,
        phases: [60],
        dangers: ['forbidden page', 'silence', 'falling shelf'],
      },
      { name: 'Umbral Hydra', fightSeconds: 400, phases: [80, 60, 40, 20], dangers: ['venom', 'head swap', 'breath'] },
      { name: 'Voidmaw', fightSeconds: 440, phases: [66, 33], dangers: ['devour', 'gravity well', 'void zone'] },
      {
        name: 'Archon Ysolde',
        fightSeconds: 540,
        phases: [75, 50, 25],
        dangers: ['whisper', 'star collapse', 'final hymn'],
      },
    ],
  },
  {
    name: 'Worldroot Hollow',
    bosses: [
      { name: 'Barkhide Colossus', fightSeconds: 270, phases: [55], dangers: ['stomp', 'root snare', 'splinters'] },
      { name: 'Queen Mycelia', fightSeconds: 330, phases: [70, 35], dangers: ['spores', 'fungal bloom', 'adds'] },
      { name: 'The Pale Stag', fightSeconds: 350, phases: [60, 30], dangers: ['charge', 'moonlight', 'fear'] },
      { name: 'Thornfather', fightSeconds: 400, phases: [75, 45, 15], dangers: ['thorn volley', 'impale', 'enrage'] },
      { name: 'Rot Oracle Senn', fightSeconds: 430, phases: [66, 33], dangers: ['plague circle', 'vision', 'decay'] },
      {
        name: 'Yggra, Heart of the World',
        fightSeconds: 560,
        phases: [80, 55, 30, 10],
        dangers: ['heartbeat', 'root cage', 'withering'],
      },
    ],
  },
];
