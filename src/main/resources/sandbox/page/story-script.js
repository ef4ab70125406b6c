/**
 * The story: the whole loop, beat by beat. Edit it freely. A beat says who takes it, what the caption says before it
 * (with {asker.name} and the like, as in the guide), and what is done. Buttons go by what the bot calls them for itself,
 * so that the story plays in every language.
 */
export const BEATS = [
  {
    as: 'asker',
    title: 'A clean start',
    text:
      'Two neighbours of The Corner Yard, {asker.name} and {helper.name}, have never met. The bot is made to ' +
      'forget both, and everything said here is cleared away.',
    act: async actor => {
      await actor.forgets('asker');
      await actor.forgets('helper');
      await actor.clears();
    },
  },
  {
    as: 'asker',
    title: 'Consent',
    text:
      '{asker.name} types `/join`. Nobody else sees the answer. Until a member agrees, the bot does nothing for ' +
      'them.',
    act: actor => actor.runs('introductions', 'join'),
  },
  {
    as: 'asker',
    title: 'Consent',
    text: '{asker.name} allows introductions, and direct messages from the bot. Each purpose is a button of its own.',
    act: async actor => {
      await actor.presses(/^community\.consent:INTRODUCTIONS/, 'the button that allows introductions');
      await actor.presses(/^community\.consent:(MESSAGES|DIRECT)/, 'the button that allows direct messages');
    },
  },
  {
    as: 'helper',
    title: 'Consent',
    text: 'In another window {helper.name} does the same, and is open to tasks of brands as well.',
    act: async actor => {
      await actor.runs('introductions', 'join');
      await actor.presses(/^community\.consent:INTRODUCTIONS/, 'the button that allows introductions');
      await actor.presses(/^community\.consent:(MESSAGES|DIRECT)/, 'the button that allows direct messages');
      await actor.presses(/^community\.consent:TASKS/, 'the button that allows tasks');
    },
  },
  {
    as: 'helper',
    title: 'An offer',
    text: 'With `/offer`, {helper.name} says what there is to give: “{helper.offers}”.',
    act: actor => actor.runs('kitchen', 'offer', { what: '{helper.offers}' }),
  },
  {
    as: 'asker',
    title: 'A need',
    text:
      '{asker.name} looks for “{asker.looksFor}”. Said with `/ask`, it is answered at once with how many could ' +
      'help, but not who.',
    act: actor => actor.runs('kitchen', 'ask', { what: '{asker.looksFor}' }),
  },
  {
    as: 'asker',
    title: 'A need',
    text: 'One press, and the bot asks them, without a name.',
    act: actor => actor.presses(/^introduction\.ask/, 'the button that asks them'),
  },
  {
    as: 'helper',
    title: 'The helper is asked',
    text:
      'A direct message to {helper.name}: somebody could use your help. It does not say who, and if the answer ' +
      'were no, nobody would ever know who was asked.',
    act: actor => actor.hears(/^introduction\.accept/, 'the question whether she would help'),
  },
  {
    as: 'helper',
    title: 'The first yes',
    text: '{helper.name} would like to help, and presses yes. Still no names: the other side has to agree too.',
    act: actor => actor.presses(/^introduction\.accept/, 'the button that says yes'),
  },
  {
    as: 'asker',
    title: 'The second yes',
    text: 'Now {asker.name} is asked: somebody would help, shall they meet? Yes.',
    act: async actor => {
      await actor.hears(/^introduction\.accept/, 'the question whether he wants to meet');
      await actor.presses(/^introduction\.accept/, 'the button that opens the thread');
    },
  },
  {
    as: 'asker',
    title: 'They meet',
    text:
      'Both said yes, so a private thread opens. The bot says who is who, why these two, and proposes a first ' +
      'step.',
    act: async actor => {
      await actor.opensThread('the private thread of the two');
      await actor.says('Three starters have died on me, the last one smelled of paint.');
    },
  },
  {
    as: 'helper',
    title: 'They meet',
    text: '{helper.name} answers. From here on the bot keeps out of it.',
    act: async actor => {
      await actor.opensThread('the private thread of the two');
      await actor.says('Then it was only hungry. Come to the hatch on Tuesday at six, and bring the jar.');
    },
  },
  {
    as: 'asker',
    title: 'Thanks',
    text: '{asker.name} thanks with `/thanks`, which earns {helper.name} a credit.',
    act: actor => actor.runs(null, 'thanks', { member: '{helper.name}', for: 'the starter, and the patience' }),
  },
  {
    as: 'asker',
    title: 'Three days later',
    text: 'The clock moves forward by three days, and the bot asks each of them alone how it went.',
    act: async actor => {
      await actor.forwards('P3D');
      await actor.hears(/^introduction\.found.*HELPED/, 'the question how it went');
    },
  },
  {
    as: 'asker',
    title: 'It helped',
    text: 'It helped, says {asker.name}. That is what earns credit here: help, not chatter.',
    act: actor => actor.presses(/^introduction\.found.*HELPED/, 'the button that says it helped'),
  },
  {
    as: 'helper',
    title: 'What it was worth',
    text: '{helper.name} looks at `/me`: all that the bot holds about a member, the credit, and what it is for.',
    act: actor => actor.runs('introductions', 'me'),
  },
  {
    as: 'helper',
    title: 'A favour asked',
    text:
      'Who helped first may be asked for a favour by a brand. It is not sent to anybody: {helper.name} looks for ' +
      'it with `/tasks`.',
    act: async actor => {
      const board = await actor.runs('money-matters', 'tasks');
      actor.finds(board, /^brand\.done/, 'a task of a brand');
    },
  },
];
