import { CommandForm } from './command-form.js';
import { Completion } from './completion.js';
import { avatar, button, el, icon } from './dom.js';
import { plain } from './markdown.js';
import { tab } from './memory.js';

const LENGTH_MAX = 2000;
const DRAFTS_MAX = 60;
const NAME = /(^|[\s(])@([\w.-]+)/g;

/** Where a member writes: plain words, or a slash command with its fields. */
export class Composer {
  constructor(chat, form) {
    Object.assign(this, { chat, form, place: null, replyTo: null, command: null, sending: false });
    this.drafts = new Map(tab.recall('drafts', []));
    this.mirror = el('div', { class: 'mirror', 'aria-hidden': 'true' });
    this.text = el('textarea', {
      rows: 1,
      maxlength: LENGTH_MAX,
      'data-testid': 'composer',
      'aria-describedby': 'status',
    });
    this.above = el('div', { class: 'replying', hidden: true });
    this.grow = el('div', { class: 'grow' }, this.mirror, this.text);
    this.button = el('button', { class: 'send', 'data-testid': 'send', 'aria-label': 'Send' }, icon('send'));
    this.line = el('div', { class: 'line' }, this.grow, this.button);
    form.append(this.above, this.line);
    this.choices = new Completion(this.text, form, () => this.find(), 'Suggestions');
    this.text.addEventListener('input', () => this.typed());
    this.text.addEventListener('keydown', event => this.keydown(event));
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.submit();
    });
    addEventListener('pagehide', () => {
      this.keep();
      tab.remember('drafts', [...this.drafts]);
    });
  }

  /** Turns to a place; what was half written in the last one is kept for it. */
  show(place) {
    const key = place && `${this.chat.world.me} ${place.id}`;
    if (key !== this.place) {
      this.keep();
      this.place = key;
      this.leaveCommand(false);
      this.reply(null);
      this.restore(this.drafts.get(key), place);
    }
    // A forum holds threads, and messages stand in those.
    this.form.hidden = place.type === 'forum';
    const name = place.kind === 'channel' ? `#${place.name}` : place.name;
    this.text.placeholder = `Message ${name}`;
    this.text.setAttribute('aria-label', `Message ${name}. Type / for commands, @ for members.`);
  }

  /** Keeps what is half written for the place that it is meant for. */
  keep() {
    if (!this.place) return;
    const { text, replyTo, command } = this;
    this.drafts.delete(this.place);
    if (text.value === '' && !replyTo && !command) return;
    const half = command && { name: command.command.name, values: command.typed() };
    this.drafts.set(this.place, { text: text.value, replyTo: replyTo?.id, command: half });
    if (this.drafts.size > DRAFTS_MAX) this.drafts.delete(this.drafts.keys().next().value);
  }

  restore(draft, place) {
    this.set(draft?.text ?? '');
    const { world } = this.chat;
    const command = world.commands.find(({ name }) => name === draft?.command?.name);
    if (command) this.begin(command).fill(draft.command.values);
    const replyTo = draft?.replyTo && world.message(place.id, draft.replyTo);
    if (replyTo) this.answer(replyTo);
  }

  /** Throws away what is half written anywhere. */
  forget() {
    this.drafts.clear();
    this.leaveCommand(false);
    this.reply(null);
    this.set('');
  }

  /** Puts a name where the words stand. */
  mention(username) {
    this.leaveCommand(false);
    const { value, selectionStart: at } = this.text;
    const gap = at > 0 && !/\s/.test(value[at - 1]) ? ' ' : '';
    this.text.setRangeText(`${gap}@${username} `, at, this.text.selectionEnd, 'end');
    this.paint();
    this.text.focus();
  }

  set(words) {
    this.text.value = words;
    this.paint();
    this.choices.close();
  }

  /** Paints the names that will become mentions; the mirror also gives the field its height. */
  paint() {
    const words = this.text.value;
    const parts = [];
    let from = 0;
    for (const match of words.matchAll(NAME)) {
      const known = this.named(match[2]);
      if (!known) continue;
      const start = match.index + match[1].length;
      const end = start + 1 + known.username.length;
      parts.push(words.slice(from, start), el('mark', {}, words.slice(start, end)));
      from = end;
    }
    this.mirror.replaceChildren(...parts, `${words.slice(from)}\n`);
  }

  typed() {
    this.paint();
    const known = this.called(word => this.text.value.startsWith(`/${word} `));
    if (known) this.start(known.command, this.text.value.slice(known.word.length + 2).trimStart());
    else if (this.text.value.trim() !== '' && !this.text.value.startsWith('/')) this.chat.type();
  }

  find() {
    const before = this.text.value.slice(0, this.text.selectionStart);
    const slash = /^\/([-_\p{L}\p{N} ]*)$/u.exec(before);
    if (slash) return this.commands(slash[1].toLowerCase());
    const at = /(?:^|[\s(])@([\w.-]*)$/.exec(before);
    return at ? this.members(at[1].toLowerCase()) : null;
  }

  /** A command by its name in the member's language or in that of all, with the one that fits. */
  called(fits) {
    for (const name of ['shown', 'name']) {
      const command = this.chat.world.commands.find(known => fits(known[name]));
      if (command) return { command, word: command[name] };
    }
    return null;
  }

  commands(typed) {
    const commands = this.chat.world.commands.toSorted((one, other) => one.shown.localeCompare(other.shown));
    const begins = ({ shown, name }) => shown.startsWith(typed) || name.startsWith(typed);
    const holds = ({ shown, name }) => shown.includes(typed) || name.includes(typed);
    return [
      ...commands.filter(begins),
      ...commands.filter(command => !begins(command) && holds(command)),
    ].map(command => ({
      testid: `command-${command.name}`,
      label: `/${command.shown}`,
      detail: command.description,
      pick: () => this.start(command, ''),
    }));
  }

  members(typed) {
    const fits = member =>
      `${member.username} ${member.name}`
        .toLowerCase()
        .split(/\s/)
        .some(word => word.startsWith(typed));
    return this.chat.world.members.filter(fits).map(member => ({
      testid: `mention-${member.username}`,
      badge: avatar(member),
      label: member.name,
      detail: `@${member.username}`,
      pick: () => {
        const end = this.text.selectionStart;
        this.text.setRangeText(`@${member.username} `, end - typed.length - 1, end, 'end');
        this.paint();
      },
    }));
  }

  keydown(event) {
    if (this.choices.keydown(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape' && this.replyTo) {
      event.preventDefault();
      this.reply(null);
    }
  }

  /** Takes what is typed where there is nothing to type into. */
  wake(target) {
    if (target.closest('input, select, textarea, dialog, [popover]')) return;
    if (!this.command) this.text.focus();
  }

  reply(message) {
    this.replyTo = message;
    this.above.hidden = !message;
    if (!message) return;
    this.answer(message);
    this.leaveCommand(false);
    this.text.focus();
  }

  answer(message) {
    this.replyTo = message;
    this.above.hidden = false;
    const { world, names } = this.chat;
    const words = plain(message.content ?? '', names);
    this.above.replaceChildren(
      icon('reply'),
      el('span', {}, 'Replying to ', el('b', {}, world.member(message.authorId).name), `: ${words}`),
      button(icon('close'), () => this.reply(null), { class: 'icon', 'aria-label': 'Cancel the reply' }),
    );
  }

  start(command, words) {
    this.set('');
    const form = this.begin(command);
    if (words) form.prefill(words);
    if (!form.focus()) this.button.focus();
  }

  /** Puts the fields of a command into the composer's place. */
  begin(command) {
    this.leaveCommand(false);
    this.command = new CommandForm(this.chat, this.form, command, {
      leave: () => this.leaveCommand(true),
      submit: () => this.submit(),
    });
    this.grow.hidden = true;
    this.line.prepend(this.command.node);
    return this.command;
  }

  leaveCommand(focus) {
    if (!this.command) return;
    this.command.remove();
    this.command = null;
    this.grow.hidden = false;
    if (focus) this.text.focus();
  }

  async submit() {
    if (this.sending) return;
    this.sending = true;
    try {
      await (this.command ? this.run() : this.say());
    } finally {
      this.sending = false;
    }
  }

  async run() {
    const { command } = this.command;
    const options = this.command.values();
    if (options === null) return;
    if (await this.chat.run(command.name, options)) this.leaveCommand(true);
  }

  async say() {
    const words = this.text.value.trim();
    if (words === '') return;
    const known = this.called(word => words === `/${word}`);
    if (known) return this.start(known.command, '');
    const { replyTo, place } = this;
    this.set('');
    this.reply(null);
    const said = await this.chat.say(this.encoded(words), replyTo?.id);
    if (!said) this.takeBack(place, words, replyTo);
  }

  /** Puts what was refused where it was written, in front of what stands there by now. */
  takeBack(place, words, replyTo) {
    const both = later => (later ? `${words}\n${later}` : words);
    if (this.place === place) {
      this.set(both(this.text.value));
      if (replyTo && !this.replyTo && !this.command) this.reply(replyTo);
    } else {
      const draft = this.drafts.get(place);
      this.drafts.set(place, { replyTo: replyTo?.id, ...draft, text: both(draft?.text) });
    }
  }

  /** Names that stand for members become mentions. */
  encoded(words) {
    return words.replace(NAME, (whole, before, name) => {
      const known = this.named(name);
      return known ? `${before}<@${known.id}>${name.slice(known.username.length)}` : whole;
    });
  }

  /** The member with this username; a full stop or dash after it belongs to the sentence. */
  named(name) {
    const bare = name.toLowerCase().replace(/[.-]+$/, '');
    return (
      this.chat.world.members.find(({ username }) => [name.toLowerCase(), bare].includes(username.toLowerCase())) ??
      null
    );
  }
}
