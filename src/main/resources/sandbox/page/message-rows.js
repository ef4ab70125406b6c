import { weekday } from './times.js';

const TOGETHER_MS = 5 * 60_000;

/**
 * The rows of a place: its messages with a divider for each day and one before what is new. A message soon after
 * another by the same member is `compact`: it needs no name of its own.
 */
export function messageRows(messages, { me, newSince }) {
  const rows = [];
  let before = null;
  let newShown = newSince === null;
  for (const message of messages) {
    const at = Date.parse(message.at);
    const day = weekday(at);
    const newDay = before === null || weekday(Date.parse(before.at)) !== day;
    if (newDay) rows.push({ kind: 'day', key: `day-${message.id}`, day });
    const fresh = !newShown && at > newSince && message.authorId !== me;
    if (fresh) {
      rows.push({ kind: 'new', key: 'new' });
      newShown = true;
    }
    const compact = !newDay && !fresh && belongsTo(before, message);
    rows.push({ kind: 'message', key: message.id, message, compact });
    before = message;
  }
  return rows;
}

function belongsTo(before, message) {
  return (
    before.authorId === message.authorId &&
    !before.system &&
    !message.system &&
    !message.replyToId &&
    !message.interaction &&
    !before.ephemeral &&
    !message.ephemeral &&
    Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS
  );
}
