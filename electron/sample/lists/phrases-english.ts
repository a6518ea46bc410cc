import { listLines } from './list-text.ts';

/**
 * English chat by the place where it is said. Words in braces are filled in (see `chat-text.ts`).
 */
export const englishPhrases: Readonly<Record<string, readonly string[]>> = {
  general: listLines(`
    anyone up for {dungeon} later tonight, {feeling} after {hobby} but I can tank if we start at {time}
    did they change {place} again? I swear the vendor stood right there yesterday
    just hit level {level}, thank you to everybody who helped me at {place} {emoji}
    {mention} you left your horse at {place} again
    is the server lagging or is it just {hobby}? ping is {n} here
    the patch notes say {skill} was changed, has anybody tested it against {boss}
    I waited {n} minutes for the boat to {place} and it sank
    good morning {place}, {feeling} today, who wants to quest
    does someone know where {material} drops? I have farmed {place} for {n} hours
    the music at {place} is still the best in the game, change my mind
    lost {gold} on the auction house because of one typo, {feeling}
    somebody is giving away {item} at {place}, hurry
    who is the person dancing at {place} for the last {n} hours {emoji}
    gg everyone, that was the best evening since {instance} came out
    remember when {boss} took us {n} tries? good times
    can we please have one day without {hobby} in this chat
    world boss is up near {place}, healers needed, tanks are there already
    if {class} gets nerfed again I will reroll, {feeling} about it
    {mention} thanks for the help earlier, the quest at {place} is finally done
    my guild cleared {instance} on hard yesterday, {n} wipes but worth it
    see the screenshot: {link}
    lol
    gz {mention}!
    no way {emoji}
    brb, {hobby}
    same here`),
  trade: listLines(`
    WTS {item} {gold}, also {n} stacks of {material}, whisper me
    WTB {material}, any amount, paying {gold} per stack until {time}
    selling {item} for {gold} or best offer, at {place} now
    LF crafter for {item}, I have all the mats and tip {gold}
    price check on {item}? saw one for {gold} last week
    {item} sold, thanks {mention}, pleasure as always
    WTS boost through {dungeon}, {gold} per run, two spots left
    the price of {material} has doubled since {instance} opened, {feeling}
    buying all {material} under {gold}, COD is fine, name your price
    enchanter at {place}, your mats, tips welcome, {n} recipes known
    careful, {mention} undercut by one copper, {n} times today {emoji}
    WTT {item} for {item}, can add {gold}
    anyone crafting flasks for tonight? need {n} of them before {time}`),
  lfg: listLines(`
    LF{n}M {dungeon}, need {role} and {role}, know the route please
    {role} LFG {dungeon} or anything before {time}, item level {ilvl}
    LFM {instance} normal, {n}/6 down, need {role}, link {item} or achievement
    forming {dungeon} at {time}, chill run, voice optional, {role} wanted
    {class} {role} looking for a raiding guild, weekdays after {time}, logs: {link}
    last spot for {dungeon}! {role} preferred, summon is ready at {place}
    need one more {role} for {boss}, {n} pulls in, fresh after dinner
    anyone for the weekly in {dungeon}? {feeling}, but I have bloodlust
    LF2M quests at {place}, killing {n} of those annoying wolves
    group left at the last boss of {dungeon}, need {role}, easy loot {emoji}
    full, thanks everyone`),
  raids: listLines(`
    sign up for {instance} please, we are short one {role} for {time}
    new plan for {boss}: {role} on the left, use {skill} at {pct}% and save the battle res for the end
    assignments are up: {link} read them before {time}
    who can bring {skill} for {boss} this week? {mention} maybe
    bench tonight: {mention}, you are in for the second half
    reminder: flasks, food and {n} potions each, raid starts at {time} sharp
    logs from last night: {link} our {role} uptime is much better
    we lost {n} pulls to {danger}, please watch the video again
    {boss} dies tonight, I feel it {emoji}
    moving the invite to {time} because of {hobby}
    if you cannot make it write here until {time}, {mention} keeps the list`),
  pvp: listLines(`
    enemy at {place}, {n} of them, need {role} now
    2v2 partner wanted, {class} here, rating {ilvl}, not a tryhard
    {class} is so broken in arena, {n} stuns in a row, {feeling}
    won {n} in a row with {mention}, best {class} on this server
    defend {place}! flag is down, {role} go middle
    queue is {n} minutes, time for {hobby}`),
  help: listLines(`
    how do I get to {place}? the map shows a road but there is only a cliff
    where do I learn {skill} as a {class}? the trainer sends me to {place}
    is {item} better than {item} for a {role}? {feeling}
    my quest log says {n} of {n} but it does not complete, any ideas
    {mention} open the settings, interface, and tick the second box, that fixed it for me
    new here, which server is good for a {class}? I like {dungeon}
    how many {material} do I need to reach {level}? the wiki {link} is out of date
    try to relog, that helped me with {boss} as well`),
  'off-topic': listLines(`
    {hobby} again, I will be late, sorry
    watching the match while farming {material}, {feeling}
    does anybody here work with databases? my boss wants a report by {time}
    {mention} how is {hobby}? hope everything is fine
    just made {n} pancakes and ate all of them {emoji}
    best film of the year? I say the one with the dragon
    my sister started playing and is level {level} after one weekend
    it is {n} degrees here, {feeling}`),
  officers: listLines(`
    {mention} got {n} warnings now, do we talk to them or remove
    trial of the new {role} went well, I would promote after {boss}
    loot council for {item}: attendance says {mention}, any objections
    complaint about trade chat, gold seller at {place}, already reported
    bank: {gold} left after repairs and flasks, we need {material}
    can somebody else lead on Sunday? {hobby}`),
  guild: listLines(`
    evening all, {feeling} today, what is the plan
    who used the last {material} from the bank? we need them for flasks
    grats {mention}! finally {item} after {n} weeks
    invite for {dungeon} please, {role} can be me
    {hobby}, see you in {n} minutes
    alts run at {time}, {dungeon} and maybe {instance}
    {mention} can you craft {item}? mats are in the mail
    we are {n} votes short for the {place} war, please vote
    that {boss} kill video is hilarious: {link} {emoji}
    night everyone, was fun`),
  party: listLines(`
    pull when ready, I am drinking, {pct}% mana
    wait for {mention}, still at {place}
    skull first, then cross, {role} watch the adds
    nice, {item}! anyone need it
    oops, wrong way, the boss is behind {place}
    use {skill} on the next pack please
    one more run? I have until {time}
    repair at {place} and back in {n}`),
  dm: listLines(`
    hey, are you still selling {item}? I can pay {gold}
    thanks again for last night, {boss} was only possible because of your {skill}
    sorry about {hobby}, tomorrow at {time} then
    could you look at my log? {link} I die to {danger} every time
    psst, {mention} is leaving the guild, {feeling} about that
    add me for {dungeon} if you need a {role} {emoji}`),
  raid: listLines(`
    {danger} on me, sorry
    {pct}% mana here
    need {skill} in {n} seconds
    nice pull, keep it up
    battle res on {mention} please
    moving left with the group
    {mention} you have {danger}, run out
    spread for {danger}
    stack on the marker now
    healers, big damage in {n}
    dps on the boss, ignore the small ones
    swap to adds, then back to {boss}
    interrupt on the next one is {mention}
    keep moving, {danger} follows you
    {skill} used, next in {n}
    who pulled? {emoji}
    save {skill} for the last phase
    tank swap at {n} stacks`),
  system: listLines(`
    {mention} has reached level {level}.
    The server restarts in {n} minutes.
    {mention} has earned the achievement [{dungeon}].
    The gates of {instance} are open.
    The auction for {item} has ended at {gold}.
    Maintenance ends at {time}. Thank you for your patience.`),
};

/** Second sentences, so that one thought does not always look the same. */
export const englishTails: readonly string[] = listLines(`
  not sure if that still works after the patch
  {feeling} about it, to be honest
  anyway, see you at {place}
  and bring {n} {material} this time
  at least {mention} agrees with me
  we did it in {n} minutes with a {class} and a {class}
  ask {mention}, they were there
  still better than {dungeon}
  no rush
  {emoji}
  it was {pct}% when I looked
  that is what the guide says: {link}
  we should talk about the {skill} rotation before {boss}
  next time with less {hobby}
  my {item} broke right before it, of course`);
