import { listWords } from './list-text.ts';
import type { Script } from './realms.ts';

/** Parts that names are put together from: a beginning, sometimes a middle, an end. */
export interface NameParts {
  readonly beginnings: readonly string[];
  readonly middles: readonly string[];
  readonly ends: readonly string[];
}

export const nameParts: Readonly<Record<Script, NameParts>> = {
  latin: {
    beginnings: listWords(
      `Ael Bjørn Bran Cael Cíar Dra Éli Fen Fréy Gar Håk Ísa Jór Kael Lér Lún Mal Mór Nad Nóx Ør Pyr Quel Rav Rhî
       Sé Sîl Sören Tal Thal Thór Úrs Val Vex Wyn Xan Ysé Zar Zoë Zül Kra Ner Dün Ash Ember Frost Grim Iron Storm Night`,
    ),
    middles: listWords('a e i o u ae ia el ar or an en il al ys ir on'),
    ends: listWords(
      `dor rin thas wyn mir las gar dûn ric nor vain lith dra nax zar mund bert wen lyn dis fjord son blade fang heart
       song shade claw brand ward weaver walker bane born fire hild rún çal ña ês ão ette ux ix ön`,
    ),
  },
  cyrillic: {
    beginnings: listWords(
      'Вол Рад Яр Мир Свет Бор Влад Зор Лад Оле Рус Тих Гор Дар Жел Иск Кра Лют Мор Нев Пла Сне Чер Тур Вед',
    ),
    middles: listWords('о и е я а'),
    ends: listWords('мир слав гор дан вой бор град нар лик вар дей рог мила яна ник хват зар тур лес вей'),
  },
  greek: {
    beginnings: listWords('Αλε Νικ Θεό Δημ Λεω Πυρ Ηρα Καλ Αρι Ευ Φιλ Ξεν Μελ Οδυ Περ Ρόδ Σωκ Τιμ Χρυ Ζην'),
    middles: listWords('ο α ι ε υ'),
    ends: listWords('δωρος κλής νωρ μαχος φόρος στόμος γένης κράτης φων λάος ρίων τέλης θέα νίκη λίνα'),
  },
  chinese: {
    beginnings: listWords('风 云 雷 火 冰 月 星 夜 龙 虎 凤 玄 青 白 黑 赤 金 银 紫 碧 孤 狂 醉 清 墨 霜 雪 雨 天 剑'),
    middles: listWords('影 之 小 大 千 无 落 飞 流 听'),
    ends: listWords('剑 刃 心 歌 舞 者 客 王 狐 狼 鹰 灵 魂 尘 痕 羽 海 川 山 林 竹 梅 兰 舟 笛 侠 仙 魔 神 猫'),
  },
  japanese: {
    beginnings: listWords(
      'さくら はる あき ゆき つき ほし かぜ そら うみ もり りゅう きつね くろ しろ あお カイ レン リク ユウ ハヤ 桜 月 影 炎 雷 氷',
    ),
    middles: listWords('の ノ み ま た と'),
    ends: listWords(
      'まる ひめ たろう すけ みや はな おう ねこ いぬ とり ライト ブレード ナイト スター 丸 姫 侍 忍 狐 猫 龍 花',
    ),
  },
  korean: {
    beginnings: listWords(
      '하늘 바람 달빛 별빛 불꽃 얼음 천둥 그림 푸른 붉은 검은 하얀 은빛 강철 은하 미르 새벽 노을 가람 아라',
    ),
    middles: listWords('의 속 위 빛'),
    ends: listWords(
      '용사 검사 마법사 늑대 여우 호랑이 기사 전사 바다 나무 노래 그림자 수호자 사냥꾼 고양이 토끼 왕자 공주',
    ),
  },
  thai: {
    beginnings: listWords('ฟ้า ดาว เมฆ ลม ไฟ น้ำ เสือ มังกร หมอก ทอง เงิน แสง เงา จันทร์ ตะวัน เพชร พยัคฆ์ สายฟ้า'),
    middles: listWords('แห่ง ใน ของ'),
    ends: listWords('คราม ทมิฬ นิรันดร์ ราตรี พิทักษ์ น้อย ใหญ่ แดง ดำ ขาว สวรรค์ มรกต วายุ นักรบ จอมเวท'),
  },
  arabic: {
    beginnings: listWords('نور سيف ليل نجم قمر صقر أسد برق رعد بدر فارس شمس نسر ريح بحر ظل نمر'),
    middles: listWords('ال و'),
    ends: listWords('الدين الليل الصحراء الحق النار الفجر البحر السماء الذهب الزمان القمر الشرق'),
  },
};

export const guildFirstWords = listWords(
  `Ember Iron Silver Crimson Hollow Frozen Golden Ashen Silent Last Broken Midnight Wandering Burning Eternal Savage
   Azure Verdant Obsidian Radiant Fallen Hidden Lucky Sleepy Angry Northern Forgotten Thunder Velvet Electric`,
);
export const guildSecondWords = listWords(
  `Watch Covenant Legion Order Pact Wolves Ravens Lanterns Company Syndicate Circle Vanguard Exiles Hearth Crown Tide
   Oath Banner Foxes Turtles Cartel Alliance Chapter Pilgrims Sentinels Ducks Council Brotherhood Dawn Requiem`,
);
export const guildForeignNames = listWords(
  `夜航船 星海公会 龙之谷 月影騎士団 黒猫亭 さくら連合 불꽃기사단 달빛여관 Волчья_Стая Северный_Ветер Ἀργοναῦται Φοίνικες
   ราชันย์ราตรี فرسان_الصحراء Lobos_da_Lua Guardiões Österreich-Express Café_Crème Ñandú`,
).map((name) => name.replaceAll('_', ' '));

export const emojiMarks = listWords('🔥 ⚔️ 🐉 🌙 ⭐ 🦊 🐺 💀 🍀 👑');
