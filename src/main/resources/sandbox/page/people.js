import { avatar, button, el, icon, reconcile, walkable } from './dom.js';
import { wishes, within } from './sidebar.js';

/** The member list, and the card of one member. */
export class People {
  constructor(chat, list) {
    Object.assign(this, { chat, list });
    this.card = el('dialog', { class: 'card', 'aria-labelledby': 'card-name' });
    this.card.addEventListener('click', event => event.target === this.card && this.card.close());
    document.body.append(this.card);
    walkable(list, 'button');
  }

  render() {
    const { world } = this.chat;
    const people = world.personas();
    const rows = [
      ...world.members.filter(member => member.bot),
      { id: 'h-members', title: `Members (${people.length})` },
      ...people,
    ];
    reconcile(this.list, rows, {
      key: row => row.id,
      signature: row => JSON.stringify([row, row.id === world.me]),
      build: row => (row.title ? el('h2', {}, row.title) : this.row(row)),
    });
  }

  row(member) {
    const { world } = this.chat;
    const isThere = member.status !== 'offline';
    const online = member.bot
      ? el('span', { class: isThere ? 'tag on' : 'tag off' }, isThere ? 'bot, online' : 'bot, offline')
      : null;
    return button(
      [
        avatar(member),
        el(
          'span',
          { class: 'two' },
          el(
            'b',
            {},
            member.name,
            member.id === world.me
              ? el('i', {}, ' you')
              : member.trade
                ? el('i', {}, ` ${within(member.trade)}`)
                : null,
            online,
          ),
          member.bot ? el('span', { class: 'wish' }, member.bio) : wishes(member),
        ),
      ],
      () => this.chat.profile(member.id),
      {
        class: 'person',
        'data-testid': `member-${member.username}`,
        'data-focus': `member-${member.id}`,
        'data-person': member.id,
        'aria-haspopup': 'dialog',
      },
    );
  }

  show(id) {
    const { chat, card } = this;
    const { world } = chat;
    const member = world.member(id);
    const act = (label, testid, then, kind = 'secondary') =>
      button(
        label,
        () => {
          card.close();
          then();
        },
        { class: `press ${kind}`, 'data-testid': testid },
      );
    const fact = (name, value) => (value ? el('div', {}, el('dt', {}, name), el('dd', {}, value)) : null);
    card.replaceChildren(
      button(icon('close'), () => card.close(), { class: 'icon', 'aria-label': 'Close' }),
      avatar(member),
      el('h2', { id: 'card-name' }, member.name),
      el(
        'p',
        { class: 'card-name' },
        `@${member.username}`,
        ...(member.roles ?? []).map(role => el('span', { class: 'tag' }, role)),
      ),
      member.bio ? el('p', {}, member.bio) : '',
      el(
        'dl',
        {},
        fact('Trade', member.trade),
        fact('Looks for', member.looksFor?.join('; ')),
        fact('Can give', member.offers?.join('; ')),
      ),
      member.dmsOpen === false ? el('p', { class: 'none' }, 'Direct messages are closed.') : '',
      el(
        'div',
        { class: 'buttons' },
        id === world.me ? null : act('Message', 'message-member', () => chat.openDm(id), 'primary'),
        id === world.me || member.bot ? null : act(`Be ${member.name}`, 'be-member', () => chat.become(id)),
        ...world.menus
          .filter(entry => entry.of === 'user')
          .map(({ name, shown }) => act(shown, `card-${name}`, () => chat.choose(name, id))),
      ),
    );
    card.showModal();
  }
}
