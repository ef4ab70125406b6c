/**
 * The guide "Try the loop". Edit the steps freely: `as` is who takes the step; the words may use the chat's markdown,
 * and {asker.name}, {asker.trade}, {asker.looksFor}, {helper.name}, {helper.trade}, {helper.offers}.
 */
export const STEPS = [
  {
    as: 'asker',
    title: 'Let the bot in',
    text: `As {asker.name}, type \`/join\` and press “Allow introductions” and “Allow direct messages”.`,
  },
  {
    as: 'helper',
    title: 'Offer',
    text: `As {helper.name}, type \`/join\` and allow the same, and tasks. Then type \`/offer\` and say what you can give: \
“{helper.offers}”.`,
  },
  {
    as: 'asker',
    title: 'Ask',
    text: `As {asker.name}, type \`/ask\` and say what you look for: “{asker.looksFor}”. \
Press “Ask them”.`,
  },
  {
    as: 'helper',
    title: 'Say yes as the helper',
    text: 'As {helper.name}, open the direct message from Tummler, and press “Yes, introduce us”.',
  },
  {
    as: 'asker',
    title: 'Meet, and say thanks',
    text: `As {asker.name} again, open the direct message and press “Yes, bring us together”. Your thread \
stands below #introductions then: chat there as both, and type \`/thanks\`.`,
  },
  {
    as: 'asker',
    title: 'Say how it went',
    text: 'Forward the clock by 3 days, at the top. As {asker.name}, press “It helped me” in the direct message.',
  },
  {
    as: 'helper',
    title: 'See what it was worth',
    text: 'As {helper.name}, look at `/me`, and at `/tasks`: a brand now asks for a favour, because you helped first.',
  },
];

/** Usernames of the two who play the loop. */
export const PLAYERS = { asker: 'ben', helper: 'ada' };

/** The two members; a cast without them lends its first two. */
export function players(members) {
  const named = username => members.find(member => member.username === username);
  return { asker: named(PLAYERS.asker) ?? members[1], helper: named(PLAYERS.helper) ?? members[0] };
}

/** A step's words with the two put in. */
export function told(text, pair) {
  return text.replace(/\{(asker|helper)\.(\w+)\}/g, (_, who, what) => [pair[who][what]].flat()[0] ?? '');
}
