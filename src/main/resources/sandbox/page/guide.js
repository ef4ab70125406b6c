/**
 * The guide "Try the loop". Edit the steps freely: `as` is who takes the step; the words may use the chat's markdown,
 * and {asker.name}, {asker.trade}, {asker.looksFor}, {helper.name}, {helper.trade}, {helper.offers}.
 */
export const STEPS = [
  {
    as: 'asker',
    title: 'Let the bot in',
    text: `As {asker.name}, type \`/join\` and press the buttons for what the bot may do for you. \
Then do the same as {helper.name}.`,
  },
  {
    as: 'asker',
    title: 'Ask',
    text: `As {asker.name}, type \`/ask\` and say what you look for: “{asker.looksFor}”. \
Press the button to ask those who could help.`,
  },
  {
    as: 'helper',
    title: 'Say yes as the helper',
    text: 'As {helper.name}, open the direct message from the bot, and accept.',
  },
  {
    as: 'asker',
    title: 'Meet, and say thanks',
    text: `As {asker.name} again, accept in the direct message. A thread opens for the two of you. \
Chat, then use \`/thanks\`.`,
  },
  {
    as: 'asker',
    title: 'See what it was worth',
    text: 'Forward the clock by 3 days and answer the check-in. Then look at `/me` and `/tasks`.',
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
