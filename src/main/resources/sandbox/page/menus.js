import { icon } from './dom.js';
import { pickEmoji } from './emoji.js';
import { onMenuWanted, openMenu } from './menu.js';

/** What the menus of messages and of people hold: the page's own entries, then those of the bot. */
export class Menus {
  constructor(chat, log) {
    Object.assign(this, { chat, log });
    onMenuWanted((target, anchor) => this.wanted(target, anchor));
  }

  wanted(target, anchor) {
    if (!(target instanceof Element) || target.closest('input, textarea, dialog, [popover], a[href^="http"]'))
      return false;
    if (!getSelection().isCollapsed && target.closest('.body')) return false;
    const person = target.closest('[data-person]');
    if (person) return this.person(person.dataset.person, anchor === document.activeElement ? person : anchor);
    const row = target.closest('.message[data-id]');
    if (!row) return false;
    return this.message(row.dataset.id, anchor === document.activeElement ? target : anchor);
  }

  message(id, anchor) {
    const { chat } = this;
    const message = chat.world.message(chat.place.id, id);
    if (!message || message.deferred) return false;
    const again = () => this.log.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const items = [
      message.ephemeral
        ? null
        : {
            label: 'Add reaction',
            face: icon('smile'),
            testid: 'menu-react',
            act: () =>
              pickEmoji(anchor instanceof Element && anchor.isConnected ? anchor : (again() ?? anchor), emoji =>
                chat.react(message, emoji),
              ),
          },
      message.ephemeral
        ? null
        : { label: 'Reply', face: icon('reply'), testid: 'menu-reply', act: () => chat.reply(message) },
      { label: 'Copy text', face: icon('copy'), testid: 'menu-copy', act: () => chat.copy(message.content) },
      { label: 'Copy message id', face: icon('copy'), act: () => chat.copy(message.id) },
      message.ephemeral ? { label: 'Dismiss', face: icon('close'), act: () => chat.dismiss(message) } : null,
      ...(message.ephemeral ? [] : this.apps('message', name => chat.choose(name, message.id))),
    ];
    openMenu(anchor, 'Message', items.filter(Boolean));
    return true;
  }

  person(id, anchor) {
    const { chat } = this;
    const member = chat.world.members.find(known => known.id === id);
    if (!member) return false;
    const other = id !== chat.world.me;
    const items = [
      { label: 'Profile', face: icon('person'), testid: 'menu-profile', act: () => chat.profile(id) },
      other ? { label: 'Message', face: icon('reply'), testid: 'menu-message', act: () => chat.openDm(id) } : null,
      other ? { label: 'Mention', face: '@', testid: 'menu-mention', act: () => chat.mention(member) } : null,
      other && !member.bot
        ? { label: `Be ${member.name}`, face: icon('people'), testid: 'menu-be', act: () => chat.become(id) }
        : null,
      { label: 'Copy user id', face: icon('copy'), act: () => chat.copy(id) },
      ...this.apps('user', name => chat.choose(name, id)),
    ];
    openMenu(anchor, member.name, items.filter(Boolean));
    return true;
  }

  /** What the bot put there. */
  apps(of, choose) {
    const entries = this.chat.world.menus.filter(entry => entry.of === of);
    if (!entries.length) return [];
    const bot = this.chat.world.bot();
    return [
      { title: bot?.name ?? 'Apps' },
      ...entries.map(({ name, shown }) => ({
        label: shown,
        face: icon('app'),
        testid: `app-${name}`,
        act: () => choose(name),
      })),
    ];
  }
}
