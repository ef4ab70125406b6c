import { avatar, button, el, icon, reconcile } from './dom.js';
import { markdown, plain } from './markdown.js';
import { messageRows } from './message-rows.js';
import { full, hour } from './times.js';

const REACTIONS = ['👍', '❤️', '🙏', '🎉', '👀'];
const NEAR_BOTTOM_PX = 80;
const INTRO = {
  channel: 'This is where #{} begins.',
  thread: 'A private thread: only its members see it.',
  dm: 'Just you and {}.',
};

/** The message list. It stays at the newest message as long as the reader does. */
export class Messages {
  constructor(chat, log, list, jump) {
    Object.assign(this, { chat, log, list, jump, pinned: true, shown: null });
    log.addEventListener('scroll', () => this.look(), { passive: true });
    log.addEventListener('keydown', event => this.walk(event));
    jump.addEventListener('click', () => this.toBottom());
    new ResizeObserver(() => this.pinned && this.toBottom()).observe(log);
  }

  look() {
    this.pinned = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_BOTTOM_PX;
    this.jump.hidden = this.pinned;
  }

  toBottom() {
    this.log.scrollTop = this.log.scrollHeight;
    this.look();
  }

  walk(event) {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
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
      { kind: 'intro', key: `intro-${place.id}` },
      ...messageRows(messages, { me: world.me, newSince: chat.newSince }),
    ];
    this.names = [...world.members, ...world.places()].map(named => named.name).join();
    this.log.setAttribute('aria-label', `Messages in ${place.name}`);
    const moved = this.shown !== `${world.me} ${place.id}`;
    if (moved) list.replaceChildren();
    reconcile(list, rows, {
      key: row => row.key,
      signature: row => this.signature(row),
      build: row => this.build(row),
    });
    if (moved) {
      this.shown = `${world.me} ${place.id}`;
      this.toBottom();
      list.querySelector('.new')?.scrollIntoView({ block: 'nearest' });
      this.look();
    } else if (this.pinned) this.toBottom();
  }

  signature(row) {
    if (row.kind !== 'message') return JSON.stringify(row);
    const { world, busy } = this.chat;
    const { message, compact } = row;
    const author = world.member(message.authorId);
    const repliesTo = message.replyToId && world.message(message.channelId, message.replyToId);
    const names = (message.content ?? '').includes('<') ? this.names : null;
    return JSON.stringify([message, compact, author, repliesTo, busy.get(message.id), names, world.me]);
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
    const words = INTRO[place.kind].replace('{}', place.name);
    return el(
      'li',
      { class: 'intro' },
      el('h2', {}, place.kind === 'channel' ? `#${place.name}` : place.name),
      el('p', {}, words),
    );
  }

  system(message) {
    const row = el('li', { class: 'message system', tabindex: -1, ...hooks(message) });
    const author = message.content.includes(`<@${message.authorId}>`) ? null : this.author(message.authorId);
    row.append(icon('thread'), el('div', { class: 'body' }, author, ' ', this.words(message)), time(message));
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
        compact ? null : avatar(author),
        compact ? time(message) : this.byline(message, author),
        el('div', { class: 'body' }, this.words(message)),
        ...(message.embeds ?? []).map(embed => this.embed(embed)),
        ...(message.buttons ?? []).map(buttons => this.buttons(message, buttons)),
        message.reactions?.length ? this.reactions(message) : null,
        message.ephemeral ? this.ephemeral(message) : null,
      ].filter(Boolean),
    );
    return row;
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
      'data-focus': 'author',
    });
  }

  cause({ name, userId }) {
    const { world } = this.chat;
    const who = userId === world.me ? 'You' : world.member(userId).name;
    return el('div', { class: 'above' }, icon('reply'), el('span', {}, who, ' used ', el('code', {}, `/${name}`)));
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

  embed({ title, description, fields }) {
    const { names } = this.chat;
    return el(
      'div',
      { class: 'embed' },
      title ? el('p', { class: 'h h3' }, title) : null,
      description ? markdown(description, names) : null,
      fields?.length
        ? el(
            'dl',
            {},
            fields.map(field =>
              el('div', {}, el('dt', {}, field.name), el('dd', {}, markdown(field.value ?? '', names))),
            ),
          )
        : null,
    );
  }

  buttons(message, row) {
    return el(
      'div',
      { class: 'buttons', role: 'group' },
      row.map(spec => {
        const face = [spec.emoji ? el('span', { 'aria-hidden': 'true' }, spec.emoji) : null, spec.label];
        return spec.style === 'link' ? outward(face, spec.url) : this.button(message, face, spec);
      }),
    );
  }

  button(message, face, spec) {
    const busy = this.chat.busy.get(message.id);
    const pressed = busy === spec.customId;
    return button(face, () => busy || this.chat.press(message, spec), {
      class: `press ${spec.style ?? 'secondary'}${pressed ? ' busy' : ''}`,
      disabled: Boolean(spec.disabled),
      'aria-disabled': busy ? 'true' : null,
      'aria-busy': pressed ? 'true' : null,
      'data-focus': `press-${spec.customId}`,
    });
  }

  reactions(message) {
    return el(
      'div',
      { class: 'reactions' },
      message.reactions.map(({ emoji, count, me }) =>
        button([emoji, ' ', count], () => this.chat.react(message, emoji), {
          class: 'reaction',
          'aria-pressed': me ? 'true' : 'false',
          'aria-label': `${emoji} ${count}`,
          'data-focus': `reaction-${emoji}`,
        }),
      ),
    );
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
    const tool = (label, face, act) => button(face, act, { 'aria-label': label, title: label, 'data-focus': label });
    return el(
      'div',
      { class: 'tools', role: 'group', 'aria-label': 'Message actions' },
      REACTIONS.map(emoji => tool(`React ${emoji}`, emoji, () => this.chat.react(message, emoji))),
      tool('Reply', icon('reply'), () => this.chat.reply(message)),
    );
  }
}

export const dots = () => el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));

function outward(face, address) {
  if (!/^https?:\/\//.test(address ?? '')) return null;
  return el('a', { class: 'press', href: address, target: '_blank', rel: 'noopener noreferrer' }, face);
}

const hooks = message => ({
  'data-testid': 'message',
  'data-id': message.id,
  'data-ephemeral': String(Boolean(message.ephemeral)),
});

function time(message) {
  const at = Date.parse(message.at);
  return el('time', { datetime: message.at, title: full(at) }, hour(at));
}
