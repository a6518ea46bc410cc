import { listParts } from './list-text.ts';

export const itemKinds = listParts(
  `Greaves, Helm, Pauldrons, Gauntlets, Cloak, Ring, Amulet, Longsword, Warhammer, Dagger, Staff, Bow, Shield, Robe,
   Boots, Belt, Crown, Tome, Orb, Lantern, Quiver, Spear, Wand, Bracers, Mantle, Idol, Trinket, Charm`,
);
export const itemOrigins = listParts(
  `the Ashen Vow, the Drowned Choir, Endless Night, the Pale Stag, Forgotten Kings, the First Flame, Broken Oaths,
   the Tidewarden, Hollow Stars, the Last Winter, Quiet Thunder, the Worldroot, Silver Rain, the Lost Caravan,
   Burning Sands, the Blind Oracle, Seven Sorrows, the Iron Court, Whispered Names, the Red Moon, Deep Roots,
   the Shattered Mirror, Stolen Time, the Grey Wolf, Morning Frost, the Black Harbor, Patient Stone, the Wild Hunt`,
);
export const materials = listParts(
  `iron ore, moonsilk, dragon scales, frost lotus, ember shards, void crystals, thick leather, star dust, oak planks,
   mithril bars, raw topaz, silverleaf, spider silk, obsidian, sunpetals, salmon, honey, royal jelly, runecloth,
   arcane dust, primal fire, living water, ghost mushrooms, kingsblood, truesilver, coal, pearl powder`,
);
export const places = listParts(
  `the old bridge, Ravenmoor docks, the auction house, the bank, Goldfield, the Shivering Pass, Lantern Bay, Dusthaven,
   the north gate, Mirefen, the arena, Hightower, the crossroads, Saltmarsh, Emberfall, the flight master, Wolfwood,
   Cinder Peak, the sewers, Moonwell Glade, the world tree, Frostgate, the fishing pier, Sunspire, Deepholm, the inn`,
);
export const dungeons = listParts(
  `Crypt of Thorns, Sunken Mines, Frostgate Keep, The Gilded Vault, Spider Hollow, Temple of Ash, Clockwork Foundry,
   Widow's Lair, Blackwater Prison, The Sleeping Garden, Hall of Echoes, Serpent Terrace`,
);
export const skills = listParts(
  `battle res, bloodlust, shield wall, divine hymn, ice block, tranquility, spirit link, smoke bomb, combat potion,
   healthstone, mana tide, rallying cry, innervate, misdirect, stun, interrupt, dispel, taunt, kick, cleanse,
   barrier, cooldowns, defensives, personal, raid cooldown`,
);
export const hobbies = listParts(
  `coffee, pizza, my cat, the football match, exam week, night shift, the new season, my router, the weather, laundry,
   the keyboard, dinner, the dentist, a flat tyre, vacation, the neighbours, moving house, my headset, ramen, the dog`,
);
export const feelings = listParts(
  `so happy, tired, a bit lost, pretty sure, not amused, impressed, hungry, half asleep, confused, ready, worried,
   thrilled, annoyed, curious, done with it, all in, ashamed, lucky, bored, grateful`,
);
export const emoji = listParts(
  '😂, 😭, 🔥, 👍, ❤️, 🎉, 💀, 🙏, 😅, 🤔, 👀, 😎, 🐉, ⚔️, 🛡️, 🍀, 😴, 🥳, 🤦, 🧙, 🏹, 💰, ☕, 🍕',
);
export const reactions = listParts('👍, ❤️, 😂, 🎉, 🔥, 👀, 💀, 😮, 🙏, gg, +1, lol');

/** Words that occur a handful of times in the whole sample, so that rare hits can be searched for. */
export const rareWords = listParts(
  `vellichor, petrichor, apricity, sonder, quixotic, lagniappe, ephemeral, susurrus, defenestrate, mellifluous,
   absquatulate, borborygmus, callipygian, discombobulated, effervescent, flibbertigibbet, gobbledygook, hullabaloo,
   ineffable, juxtapose, kerfuffle, lackadaisical, mumpsimus, nincompoop, onomatopoeia, perspicacious, quagmire,
   rigmarole, skedaddle, taradiddle, ultracrepidarian, verisimilitude, widdershins, xylophone, yesternight, zephyr,
   bamboozle, cattywampus, doozy, fandango, gardyloo, higgledy-piggledy, kakorrhaphiophobia, limerence, nudiustertian,
   oubliette, pandiculation, sesquipedalian, tittynope, wamble`,
);

export const deletionReasons = listParts(
  'spam, insult, gold selling, off-topic, posted twice, personal data, advertising, removed by author',
);
export const territories = listParts(
  'Cinder Peak, Goldfield, Saltmarsh, Lantern Bay, Frostgate, Mirefen, Wolfwood, Sunspire, Dusthaven, Emberfall',
);
export const clientNames = listParts(
  'RaidClient/5.2 (Windows), RaidClient/5.2 (macOS), RaidClient/5.1 (Linux), RaidMobile/3.8 (Android), RaidMobile/3.8 (iOS), RaidClient/4.9 (Windows)',
);
