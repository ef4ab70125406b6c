import { Components, fileCard } from './components.js';
import { avatar, button, el, icon, reconcile } from './dom.js';
import { embed } from './embeds.js';
import { QUICK, emojiName, pickEmoji } from './emoji.js';
import { markdown, plain } from './markdown.js';
import { messageRows } from './message-rows.js';
import { Scrolls } from './scrolls.js';
import { full, hour } from './times.js';

const NEAR_BOTTOM_PX = 80;
const INTRO = {
  channel: 'This is where #{} begins.',
  forum: 'This is the forum {}. Its posts are threads:',
  thread: 'A thread: whoever sees its channel sees it.',
  privateThread: 'A private thread: only its members see it.',
  dm: 'Just you and {}.',
};

/** The message list. It stays at the newest message as long as the reader does. */
export class Messages {
  constructor(chat, log, list, jump) {
    Object.assign(this, { chat, log, list, jump, pinned: true, shown: null });
    this.components = new Components(chat);
    this.scrolls = new Scrolls(log, list);
    log.addEventListener('scroll', () => this.look(), { passive: true });
    log.addEventListener('keydown', event => this.walk(event));
    jump.addEventListener('click', () => this.toBottom());
    new ResizeObserver(() => this.pinned && this.toBottom()).observe(log);
  }

  look() {
    this.pinned = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_BOTTOM_PX;
    this.jump.hidden = this.pinned;
    if (this.shown) this.scrolls.keep(this.shown, this.pinned);
  }

  toBottom() {
    this.log.scrollTop = this.log.scrollHeight;
    this.look();
  }

  walk(event) {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    if (event.key === 'Enter' && event.target.matches('.message')) {
      // Else the same key would choose what the menu opens at.
      event.preventDefault();
      this.chat.messageMenu(event.target);
    }
    if (!step || event.altKey || !event.target.matches('.log, .message')) return;
    event.preventDefault();
    let next = event.target === this.log ? this.list.lastElementChild : event.target[step];
    while (next && !next.matches('.message')) next = next[step];
    next?.focus();
  }

  render() {
    const { chat, list } = this;
    const { world, place } = chat;
    const messages = world.said(place.id).filter(message => !chat.dismissed.has(message.id));
    const rows = [
      { kind: 'intro', key: `intro-${place.id}`, posts: place.type === 'forum' && world.threads },
      ...messageRows(messages, { me: world.me, newSince: chat.newSince }),
    ];
    this.names = [...world.members, ...world.places()].map(named => named.name).join();
    this.log.setAttribute('aria-label', `Messages in ${place.name}`);
    const moved = this.shown !== `${world.me} ${place.id}`;
    if (moved) {
      this.shown = null;
      list.replaceChildren();
    }
    reconcile(list, rows, {
      key: row => row.key,
      signature: row => this.signature(row),
      build: row => this.build(row),
    });
    if (moved) {
      this.toBottom();
      if (!this.scrolls.restore(`${world.me} ${place.id}`))
        list.querySelector('.new')?.scrollIntoView({ block: 'nearest' });
      this.shown = `${world.me} ${place.id}`;
      this.look();
    } else if (this.pinned) this.toBottom();
  }

  signature(row) {
    if (row.kind !== 'message') return JSON.stringify(row);
    const { world, busy } = this.chat;
    const { message, compact } = row;
    const author = world.member(message.authorId);
    const repliesTo = message.replyToId && world.message(message.channelId, message.replyToId);
    const open = this.list.querySelector('.select[aria-expanded=true]')?.closest('.message');
    // Somebody else's new name must not take the button away from under its open list.
    const named = open?.dataset.id === message.id ? JSON.parse(open.print)[0] : this.names;
    const names = (message.content ?? '').includes('<') || hasSelect(message) ? named : null;
    return JSON.stringify([names, message, compact, author, repliesTo, busy.get(message.id), world.me]);
  }

  build(row) {
    switch (row.kind) {
      case 'intro':
        return this.intro();
      case 'day':
        return el('li', { class: 'day' }, el('span', {}, row.day));
      case 'new':
        return el('li', { class: 'day new' }, el('span', {}, 'New'));
      default:
        return row.message.system ? this.system(row.message) : this.message(row.message, row.compact);
    }
  }

  intro() {
    const { place } = this.chat;
    const isPrivate = place.kind === 'thread' && place.private;
    const kind = place.type === 'forum' ? 'forum' : isPrivate ? 'privateThread' : place.kind;
    const words = INTRO[kind].replace('{}', () => place.name);
    return el(
      'li',
      { class: 'intro' },
      el('h2', {}, place.kind === 'channel' ? `#${place.name}` : place.name),
      el('p', {}, words),
      this.posts(place),
    );
  }

  /** The threads of a forum, which has nothing else. */
  posts(place) {
    if (place.type !== 'forum') return null;
    const { chat } = this;
    const post = ({ id, name }) =>
      el('li', {}, el('a', { href: chat.address(id), 'data-testid': `post-${id}` }, name));
    return el('ul', {}, chat.world.threads.filter(({ parentId }) => parentId === place.id).map(post));
  }

  system(message) {
    const row = el('li', { class: 'message system', tabindex: -1, ...hooks(message) });
    const author = message.content.includes(`<@${message.authorId}>`) ? null : this.author(message.authorId);
    const sign = icon(message.ephemeral ? 'alert' : 'thread');
    row.append(sign, el('div', { class: 'body' }, author, ' ', this.words(message)), time(message));
    if (message.ephemeral) row.append(this.ephemeral(message));
    return row;
  }

  message(message, compact) {
    const { chat } = this;
    const { world } = chat;
    const author = world.member(message.authorId);
    const repliesTo = message.replyToId && world.message(message.channelId, message.replyToId);
    const forMe = (message.content ?? '').includes(`<@${world.me}>`) || repliesTo?.authorId === world.me;
    const row = el('li', { class: 'message', tabindex: -1, ...hooks(message) });
    row.classList.toggle('compact', compact);
    row.classList.toggle('for-me', forMe && author.id !== world.me);
    row.classList.toggle('ephemeral', Boolean(message.ephemeral));
    row.append(
      ...[
        message.ephemeral ? null : this.tools(message),
        message.interaction && this.cause(message.interaction),
        message.replyToId && this.quoted(repliesTo),
        compact ? null : this.portrait(author),
        compact ? time(message) : this.byline(message, author),
        hasWords(message) ? el('div', { class: 'body' }, this.words(message)) : null,
        ...(message.embeds ?? []).map(each => embed(each, chat.names)),
        ...(message.attachments ?? []).map(file => fileCard(file.filename, file.size)),
        ...this.components.of(message),
        message.reactions?.length ? this.reactions(message) : null,
        message.ephemeral ? this.ephemeral(message) : null,
      ].filter(Boolean),
    );
    return row;
  }

  portrait(author) {
    const badge = avatar(author);
    badge.dataset.person = author.id;
    badge.addEventListener('click', () => this.chat.profile(author.id));
    return badge;
  }

  byline(message, author) {
    const tag = author.bot ? el('span', { class: 'tag' }, 'bot') : null;
    return el('div', { class: 'byline' }, this.author(author.id), tag, time(message));
  }

  words(message) {
    if (message.deferred) {
      const name = this.chat.world.member(message.authorId).name;
      return el('p', { class: 'thinking' }, `${name} is thinking`, dots());
    }
    const words = markdown(message.content ?? '', this.chat.names);
    // The bot edits whatever it acknowledged first, which is no news to anybody.
    if (message.editedAt && !this.chat.world.member(message.authorId).bot)
      words.push(el('small', { class: 'edited', title: full(Date.parse(message.editedAt)) }, '(edited)'));
    return words;
  }

  author(id) {
    const { chat } = this;
    return button(chat.world.member(id).name, () => chat.profile(id), {
      class: 'author',
      tabindex: -1,
      'data-person': id,
      'data-focus': 'author',
    });
  }

  cause({ name, userId }) {
    const { world } = this.chat;
    const who = userId === world.me ? 'You' : world.member(userId).name;
    const called = known => known.name === name;
    const used = world.menus.find(called)?.shown ?? `/${world.commands.find(called)?.shown ?? name}`;
    return el('div', { class: 'above' }, icon('reply'), el('span', {}, who, ' used ', el('code', {}, used)));
  }

  quoted(message) {
    const { chat } = this;
    if (!message) return el('div', { class: 'above' }, icon('reply'), 'A message that is gone');
    const words = `${chat.world.member(message.authorId).name}: ${plain(message.content ?? '', chat.names)}`;
    const go = () => this.reveal(message.id);
    return el('div', { class: 'above' }, icon('reply'), button(words, go, { 'data-focus': 'quoted' }));
  }

  reveal(id) {
    const row = this.list.querySelector(`[data-id="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }

  reactions(message) {
    return el(
      'div',
      { class: 'reactions' },
      message.reactions.map(({ emoji, count, me }) =>
        button([emoji, ' ', count], () => this.chat.react(message, emoji), {
          class: 'reaction',
          'aria-pressed': me ? 'true' : 'false',
          'aria-label': `${emojiName(emoji)}, ${count}`,
          'data-focus': `reaction-${emoji}`,
          'data-testid': 'reaction',
        }),
      ),
      this.adder(message, 'reaction more', 'reaction-more'),
    );
  }

  adder(message, kind, hook) {
    const add = event => pickEmoji(event.currentTarget, emoji => this.chat.react(message, emoji));
    return button(icon('smile'), add, {
      class: kind,
      'aria-label': 'Add reaction',
      title: 'Add reaction',
      'data-focus': hook,
      'data-testid': 'add-reaction',
    });
  }

  ephemeral(message) {
    return el(
      'p',
      { class: 'only-you' },
      'Only you can see this · ',
      button('Dismiss', () => this.chat.dismiss(message), { 'data-focus': 'dismiss' }),
    );
  }

  tools(message) {
    const tool = (label, face, act, testid) =>
      button(face, act, { 'aria-label': label, title: label, 'data-focus': label, 'data-testid': testid });
    return el(
      'div',
      { class: 'tools', role: 'group', 'aria-label': 'Message actions' },
      QUICK.map(emoji => tool(`React with ${emojiName(emoji)}`, emoji, () => this.chat.react(message, emoji))),
      this.adder(message, null, 'add-reaction'),
      tool('Reply', icon('reply'), () => this.chat.reply(message), 'tool-reply'),
      tool('More', icon('more'), event => this.chat.messageMenu(event.currentTarget), 'tool-more'),
    );
  }
}

const hasWords = message => message.deferred || (message.content && !message.secondVersion);

/** Whether it shows people, roles or channels that may get another name. */
const hasSelect = message => /"type":[5-8]\b/.test(JSON.stringify(message.components ?? []));

export const dots = () => el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));

const hooks = message => ({
  'data-testid': 'message',
  'data-id': message.id,
  'data-ephemeral': String(Boolean(message.ephemeral)),
});

function time(message) {
  const at = Date.parse(message.at);
  return el('time', { datetime: message.at, title: full(at) }, hour(at));
}
