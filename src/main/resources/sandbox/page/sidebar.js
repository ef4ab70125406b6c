import { avatar, button, el, icon, reconcile, walkable } from './dom.js';

/** The side bar: who you are, where you can go, and a few switches. */
export class Sidebar {
  constructor(chat, { who, places, foot }) {
    Object.assign(this, { chat, who, places, foot });
    this.list = el('div', { class: 'personas', id: 'personas', popover: 'auto' });
    this.list.addEventListener('toggle', event => {
      for (const opener of document.querySelectorAll('[popovertarget=personas]'))
        opener.setAttribute('aria-expanded', event.newState === 'open');
      if (event.newState === 'open') this.list.querySelector('[aria-current]')?.focus();
    });
    walkable(this.list, '.person');
    walkable(places, 'a');
    document.body.append(this.list);
  }

  render() {
    const { chat } = this;
    const { world } = chat;
    reconcile(this.who, ['persona', 'quick'], {
      key: part => part,
      signature: part => JSON.stringify([world.me, part === 'quick' ? world.personas() : world.self()]),
      build: part => (part === 'quick' ? this.quick() : this.persona(world.self())),
    });
    reconcile(this.list, world.personas(), {
      key: member => member.id,
      signature: member => JSON.stringify([member, member.id === world.me]),
      build: member => this.choice(member),
    });
    const places = world.places();
    const rows = [
      { id: 'h-channels', title: world.guild.name },
      ...places.filter(place => place.kind !== 'dm'),
      { id: 'h-dms', title: 'Direct messages' },
      ...places.filter(place => place.kind === 'dm'),
    ];
    if (rows.at(-1).id === 'h-dms')
      rows.push({ id: 'no-dms', note: 'None yet. The bot writes here, and so can you: press a member’s name.' });
    reconcile(this.places, rows, {
      key: row => row.id,
      signature: row =>
        JSON.stringify([
          row,
          row.id === chat.place?.id,
          row.kind ? chat.marks.unread(world, row.id) : 0,
          row.withId && world.member(row.withId),
        ]),
      build: row => this.row(row),
    });
    this.renderFoot();
  }

  persona(me) {
    return el(
      'button',
      {
        type: 'button',
        class: 'persona-switch',
        'data-testid': 'persona-switch',
        'data-focus': 'persona-switch',
        popovertarget: 'personas',
        'aria-haspopup': 'true',
        'aria-expanded': 'false',
      },
      avatar(me),
      el(
        'span',
        { class: 'two' },
        el('span', {}, 'You are ', el('b', {}, me.name), me.trade ? ',' : null),
        el('span', {}, me.trade ? within(me.trade) : ''),
      ),
      icon('down'),
    );
  }

  /** Everybody of the cast, one press away; a link, so that a second window can be opened on it. */
  quick() {
    const { chat } = this;
    const { world } = chat;
    const row = el(
      'div',
      { class: 'quick', role: 'group', 'aria-label': 'Be somebody else' },
      world.personas().map(member =>
        el(
          'a',
          {
            href: `?as=${encodeURIComponent(member.id)}`,
            title: member.id === world.me ? `You are ${member.name}` : `Be ${member.name}`,
            'aria-label': member.id === world.me ? `You are ${member.name}` : `Be ${member.name}`,
            'aria-current': member.id === world.me ? 'true' : null,
            'data-testid': `be-${member.username}`,
            'data-focus': `be-${member.id}`,
            on: {
              click: event => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                chat.become(member.id);
              },
            },
          },
          avatar(member),
        ),
      ),
    );
    row.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step || event.altKey) return;
      const stops = [...row.children];
      stops[stops.indexOf(document.activeElement) + step]?.focus();
      event.preventDefault();
    });
    return row;
  }

  choice(member) {
    const { chat } = this;
    const become = () => {
      this.list.hidePopover();
      chat.become(member.id);
    };
    const be = button(
      [
        avatar(member),
        el(
          'span',
          { class: 'two' },
          el('b', {}, member.name, member.trade ? el('i', {}, ` ${within(member.trade)}`) : null),
          wishes(member),
        ),
      ],
      become,
      {
        class: 'person',
        'data-testid': `persona-${member.username}`,
        'aria-current': member.id === chat.world.me ? 'true' : null,
      },
    );
    const label = `A second window as ${member.name}`;
    const second = el(
      'a',
      {
        class: 'icon',
        href: `?as=${encodeURIComponent(member.id)}`,
        target: '_blank',
        title: label,
        'aria-label': label,
      },
      icon('out'),
    );
    return el('div', { class: 'persona-choice' }, be, second);
  }

  row(row) {
    if (row.title) return el('h2', {}, row.title);
    if (row.note) return el('p', { class: 'none' }, row.note);
    const { chat } = this;
    const { world } = chat;
    const unread = row.id === chat.place?.id ? 0 : chat.marks.unread(world, row.id);
    const other = row.kind === 'dm' ? world.member(row.withId) : null;
    const link = el(
      'a',
      {
        href: `#${encodeURIComponent(row.id)}`,
        class: `place ${row.kind}${unread ? ' unread' : ''}${row.archived ? ' archived' : ''}`,
        'data-testid': other
          ? `dm-${other.username}`
          : row.kind === 'thread'
            ? `thread-${row.id}`
            : `channel-${row.name}`,
        'data-focus': `place-${row.id}`,
        'data-person': other ? other.id : null,
        'aria-current': row.id === chat.place?.id ? 'page' : null,
        title: row.archived ? `${row.name} (closed)` : row.name,
        on: { click: () => chat.drawer(null) },
      },
      this.sign(row, other),
      el('span', { class: 'label' }, row.name),
    );
    if (other?.bot && other.status === 'offline') link.append(el('small', {}, 'offline'));
    if (unread) link.append(el('span', { class: 'dot' }, el('span', { class: 'unseen' }, `, ${unread} unread`)));
    return link;
  }

  sign(row, other) {
    if (other) return avatar(other);
    if (row.kind === 'thread') return icon('thread');
    return row.private ? icon('lock') : el('span', { class: 'hash', 'aria-hidden': 'true' }, '#');
  }

  renderFoot() {
    const { chat } = this;
    const self = chat.world.self();
    const open = self.dmsOpen !== false;
    reconcile(this.foot, ['dms', 'tools'], {
      key: part => part,
      signature: part => JSON.stringify(part === 'dms' ? [open, self.name] : [chat.dark(), chat.guideOpen()]),
      build: part => (part === 'dms' ? this.dms(open) : this.tools()),
    });
  }

  dms(open) {
    return button(
      [el('span', {}, open ? 'Your DMs are open' : 'Your DMs are closed'), el('i', { 'aria-hidden': 'true' })],
      () => this.chat.setDmsOpen(!open),
      {
        class: 'switch',
        role: 'switch',
        'aria-checked': String(open),
        'data-testid': 'dms-open',
        'data-focus': 'dms-open',
        title: 'Whether others, and the bot, can write to you directly',
      },
    );
  }

  tools() {
    const { chat } = this;
    const tool = (label, testid, act) => button(label, act, { 'data-testid': testid, 'data-focus': testid });
    return el(
      'div',
      { class: 'side-tools' },
      tool(chat.dark() ? 'Light' : 'Dark', 'theme-toggle', () => chat.toggleTheme()),
      tool(chat.guideOpen() ? 'Hide guide' : 'Guide', 'guide-toggle', () => chat.toggleGuide()),
      tool('Start over', 'reset', () => chat.reset()),
    );
  }
}

/** What a member looks for and can give, in a line each. */
export function wishes(member) {
  const line = (name, wishes) =>
    wishes?.length ? el('span', { class: 'wish' }, el('em', {}, name), ` ${wishes.join('; ')}`) : null;
  return [line('looks for', member.looksFor), line('can give', member.offers)];
}

/** A trade as it stands within a sentence. */
export const within = trade => (/^\p{Lu}\p{Ll}/u.test(trade) ? trade[0].toLowerCase() + trade.slice(1) : trade);
