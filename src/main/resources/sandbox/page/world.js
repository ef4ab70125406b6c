/** What one member sees, and how live events change it. No DOM in here. */

const TYPING_MS = 8000;
/** More of a place are not kept; a fresh page has fewer. */
const MESSAGES_MAX = 400;
/** Discord's own, until the sandbox says otherwise. */
const PATIENCE_MS = 3000;
const NOBODY = { username: 'gone', name: 'Somebody who left', roles: [], looksFor: [], offers: [] };

export class World {
  constructor(snapshot) {
    this.me = snapshot.me;
    this.guild = snapshot.guild;
    this.members = snapshot.members ?? [];
    this.channels = snapshot.channels ?? [];
    this.threads = snapshot.threads ?? [];
    this.dms = snapshot.dms ?? [];
    this.messages = snapshot.messages ?? {};
    this.commands = snapshot.commands ?? [];
    this.menus = snapshot.menus ?? [];
    this.roles = snapshot.roles ?? [];
    this.botOnline = snapshot.botOnline;
    /** How long the bot may take for its first answer. */
    this.patienceMs = snapshot.patienceMs ?? PATIENCE_MS;
    this.typing = new Map();
    this.setNow(snapshot.now);
  }

  /** The sandbox's time in ms: it runs like ours, only ahead by what was forwarded. */
  now() {
    return Date.now() + this.ahead;
  }

  setNow(iso) {
    this.ahead = Date.parse(iso) - Date.now();
  }

  member(id) {
    return this.members.find(member => member.id === id) ?? { ...NOBODY, id };
  }

  self() {
    return this.member(this.me);
  }

  bot() {
    return this.members.find(member => member.bot) ?? null;
  }

  personas() {
    return this.members.filter(member => !member.bot);
  }

  said(placeId) {
    return this.messages[placeId] ?? [];
  }

  message(placeId, id) {
    return this.said(placeId).find(message => message.id === id) ?? null;
  }

  /** Everywhere that this member can go, in the order of the side bar; threads stand below their channel. */
  places() {
    const threadPlace = thread => ({ ...thread, kind: 'thread' });
    return [
      ...this.channels.flatMap(channel => [
        { ...channel, kind: 'channel' },
        ...this.threads.filter(thread => thread.parentId === channel.id).map(threadPlace),
      ]),
      ...this.threads.filter(thread => !this.channels.some(channel => channel.id === thread.parentId)).map(threadPlace),
      ...this.dms.map(dm => ({ ...dm, kind: 'dm', name: this.member(dm.withId).name })),
    ];
  }

  place(id) {
    return this.places().find(place => place.id === id) ?? null;
  }

  typingIn(placeId) {
    const until = this.typing.get(placeId) ?? new Map();
    return [...until].filter(([id, end]) => end > Date.now() && id !== this.me).map(([id]) => this.member(id));
  }

  /** Changes this world as the event says; an event that is already known changes nothing. */
  apply(event) {
    switch (event.type) {
      case 'message':
      case 'message_update':
        this.messages[event.message.channelId] = inOrder(this.said(event.message.channelId), event);
        this.typing.get(event.message.channelId)?.delete(event.message.authorId);
        break;
      case 'message_delete':
        this.messages[event.channelId] = this.said(event.channelId).filter(message => message.id !== event.id);
        break;
      case 'thread':
        this.threads = put(this.threads, event.thread);
        break;
      case 'dm':
        this.dms = put(this.dms, event.dm);
        break;
      case 'member':
        this.members = put(this.members, event.member);
        break;
      case 'member_left':
        this.members = this.members.filter(member => member.id !== event.id);
        break;
      case 'presence':
        this.members = this.members.map(member =>
          member.id === event.userId ? { ...member, status: event.status } : member,
        );
        break;
      case 'commands':
        this.commands = event.commands;
        this.menus = event.menus ?? [];
        break;
      case 'clock':
        this.setNow(event.now);
        break;
      case 'bot':
        this.botOnline = event.online;
        break;
      case 'typing': {
        const until = this.typing.get(event.channelId) ?? new Map();
        this.typing.set(event.channelId, until.set(event.userId, Date.now() + TYPING_MS));
        break;
      }
    }
  }
}

function put(list, item) {
  const known = list.some(held => held.id === item.id);
  return known ? list.map(held => (held.id === item.id ? item : held)) : [...list, item];
}

/**
 * The messages of a place with this one, which stands where its id says. A change of one from before the oldest that is
 * held is none of this page's.
 */
function inOrder(held, { type, message }) {
  if (held.some(({ id }) => id === message.id)) return put(held, message);
  const after = held.findLastIndex(({ id }) => isOlder(id, message.id));
  if (type === 'message_update' && after < 0 && held.length > 0) return held;
  return held.toSpliced(after + 1, 0, message).slice(-MESSAGES_MAX);
}

/** Ids grow with time, and are too large for a number. */
const isOlder = (id, other) => id.length < other.length || (id.length === other.length && id < other);
