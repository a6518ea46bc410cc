import { listLines } from './list-text.ts';
import type { Language } from './realms.ts';

/** Everyday chat in the other languages of the sample's players; raid calls are marked by their own list. */
export const worldPhrases: Readonly<
  Record<Exclude<Language, 'en'>, { talk: readonly string[]; raid: readonly string[] }>
> = {
  de: {
    talk: listLines(`
      Hat jemand Zeit für {dungeon}? Wir brauchen noch einen Heiler und starten um {time}
      Verkaufe {item} für {gold}, bitte anflüstern, stehe an der Brücke
      Übrigens: der Händler in {place} hat jetzt {material} im Angebot
      Glückwunsch {mention}! Das war längst überfällig {emoji}
      Ich bin müde, morgen früh Prüfung, aber {boss} schaffen wir noch
      Weiß jemand, wo man {material} findet? Ich suche seit {n} Stunden
      schöne Grüße aus {place}, hier regnet es schon wieder`),
    raid: listLines(`
      Kampfrezz auf {mention} bitte
      raus aus dem Feuer
      Unterbrechen, ich habe Abklingzeit
      noch {n} Sekunden, dann alle in die Mitte`),
  },
  fr: {
    talk: listLines(`
      Quelqu'un pour {dungeon} ce soir à {time} ? Il nous manque un soigneur
      Je vends {item} à {gold}, dernier prix, près de la banque
      Bravo {mention}, ça fait plaisir à voir {emoji}
      Où est-ce qu'on trouve {material} ? J'ai cherché partout à {place}
      Désolé, le chat a débranché la box, je reviens dans {n} minutes
      {boss} m'a encore tué, c'était déjà la {n}e fois aujourd'hui`),
    raid: listLines(`
      rez de combat sur {mention}
      attention au sol
      on garde les cooldowns pour la fin
      très bien, on continue comme ça`),
  },
  es: {
    talk: listLines(`
      ¿Alguien para {dungeon}? Falta un sanador, salimos a las {time}
      Vendo {item} por {gold}, también cambio por {material}
      ¡Enhorabuena {mention}! Te lo mereces {emoji}
      ¿Dónde está el maestro de vuelo? Estoy perdido en {place} desde hace {n} minutos
      Mañana más, que ya son las {time} y trabajo temprano`),
    raid: listLines(`
      resurrección en {mention} por favor
      salid del fuego
      cuidado con la siguiente oleada`),
  },
  pt: {
    talk: listLines(`
      Alguém para {dungeon} hoje às {time}? Falta um curandeiro, com calma
      Vendo {item} por {gold}, aceito troca por {material}
      Parabéns {mention}, finalmente! {emoji}
      O servidor está lento ou é só aqui? O ping passou de {n}
      Não consigo passar do {boss}, alguém pode ajudar amanhã?
      Boa noite pessoal, até amanhã às {time}
      Onde fica o portal para {place}? Já andei {n} minutos à toa
      Que partida ontem, meu coração não aguenta`),
    raid: listLines(`
      ressuscita o {mention} por favor
      sai do fogo, gente
      falta pouco, {pct}%, não morre agora
      guarda tudo para a última fase`),
  },
  ru: {
    talk: listLines(`
      Кто-нибудь идёт в {dungeon} сегодня в {time}? Нужен лекарь и один боец
      Продам {item} за {gold}, пишите в личку, стою у банка
      Поздравляю {mention}, давно пора {emoji}
      Где добыть {material}? Уже {n} часов бегаю по округе
      Сервер опять лагает, пинг {n}, играть невозможно
      Завтра рейд в {time}, не забудьте зелья и еду
      Ёлки, опять этот {boss} убил нас на последних процентах`),
    raid: listLines(`
      боевое воскрешение на {mention}
      выходим из огня
      прерывайте заклинание
      осталось {pct} процентов, бьём всё`),
  },
  el: {
    talk: listLines(`
      Ποιος έρχεται για {dungeon} απόψε στις {time}; Χρειαζόμαστε έναν θεραπευτή
      Πουλάω {item} για {gold}, στείλτε μήνυμα
      Συγχαρητήρια {mention}, το άξιζες {emoji}
      Πού βρίσκω {material}; Ψάχνω εδώ και {n} ώρες
      Καλημέρα σε όλους, σήμερα θα πέσει ο {boss}`),
    raid: listLines(`
      ανάσταση στον {mention} παρακαλώ
      βγείτε από τη φωτιά
      όλοι στη μέση τώρα`),
  },
  zh: {
    talk: listLines(`
      今晚{time}有人打{dungeon}吗？缺一个治疗和一个坦克，老手优先，新人也可以来学习
      出售{item}，价格{gold}，可以小刀，在拍卖行门口等你
      恭喜{mention}终于毕业了，请客吃饭吧{emoji}
      请问{material}在哪里刷比较快？我已经刷了{n}个小时了，一个都没有掉
      服务器又卡了，延迟{n}，完全没法玩，官方什么时候修复啊
      明天公会战大家记得准时上线，药水和食物都准备好，不要迟到
      昨天我们公会首杀了{boss}，灭了{n}次，真的太不容易了
      这个副本的音乐真好听，风景也很漂亮，我在这里站了半个小时`),
    raid: listLines(`
      战复{mention}，快一点
      注意躲开地上的火，不要贪输出
      治疗注意团血，马上有大招
      全力输出，还有百分之{pct}`),
  },
  ja: {
    talk: listLines(`
      今夜{time}から{dungeon}に行きませんか？ヒーラーさんを一名募集しています
      {item}を{gold}で売ります、興味のある方はささやいてください
      {mention}さんおめでとうございます！ずっと頑張っていましたね{emoji}
      {material}はどこで採れますか？もう{n}時間も探しているのに見つかりません
      サーバーが重いみたいです、ピングが{n}もあります
      昨日ついに{boss}を倒しました、{n}回も全滅しましたけど楽しかったです
      明日は早いのでそろそろ寝ます、おやすみなさい`),
    raid: listLines(`
      {mention}さんに戦闘復活お願いします
      床の炎に気をつけてください
      ヒール厚めでお願いします、次に大ダメージが来ます
      残り{pct}パーセント、全力で攻撃`),
  },
  ko: {
    talk: listLines(`
      오늘 저녁 {time}에 {dungeon} 가실 분 있나요? 힐러 한 분 구합니다
      {item} {gold}에 팝니다, 귓속말 주세요
      {mention}님 축하드려요! 드디어 졸업이네요 {emoji}
      {material} 어디서 나오나요? {n}시간째 찾고 있어요
      서버가 또 느려요, 핑이 {n}까지 올라가네요
      내일 길드 레이드 있으니까 물약 꼭 챙겨 오세요`),
    raid: listLines(`
      {mention}님 전투 부활 부탁드려요
      바닥 조심하세요
      남은 체력 {pct}퍼센트, 모두 공격`),
  },
  th: {
    talk: listLines(`
      คืนนี้ตอน{time}มีใครไป{dungeon}ไหม ขาดคนรักษาหนึ่งคนนะ
      ขาย{item}ราคา{gold}ทักมาได้เลย
      ยินดีด้วยนะ{mention}ในที่สุดก็ได้สักที {emoji}
      ใครรู้บ้างว่า{material}หาได้ที่ไหน หามา{n}ชั่วโมงแล้ว
      เซิร์ฟเวอร์กระตุกอีกแล้ว เล่นไม่ได้เลย
      เมื่อวานเราฆ่า{boss}ได้แล้ว ตายไป{n}รอบแต่สนุกมาก`),
    raid: listLines(`
      ชุบชีวิต{mention}ด้วย
      ระวังไฟที่พื้น
      เหลืออีก{pct}เปอร์เซ็นต์ ตีเต็มที่`),
  },
  ar: {
    talk: listLines(`
      هل يوجد أحد للذهاب إلى {dungeon} الليلة الساعة {time}؟ نحتاج معالجا
      للبيع {item} بسعر {gold}، راسلوني
      مبروك {mention}، تستحق ذلك {emoji}
      أين أجد {material}؟ أبحث منذ {n} ساعات
      الخادم بطيء اليوم والاتصال سيئ جدا`),
    raid: listLines(`
      أحيوا {mention} من فضلكم
      ابتعدوا عن النار
      بقي {pct} بالمئة، اضربوا بقوة`),
  },
};
