import { avatar, el, icon } from './dom.js';

const CHANNEL_TYPES = { text: 0, announcement: 5, forum: 15 };

/** The people, roles and channels that can be chosen here, as entries of a list: `{value, label, detail, badge}`. */
export function candidates(world, kinds, channelTypes) {
  return kinds.flatMap(kind => KINDS[kind](world, channelTypes ?? []));
}

const KINDS = {
  user: world =>
    world.members.map(member => ({
      value: member.id,
      label: member.name,
      detail: `@${member.username}`,
      badge: avatar(member),
      testid: `pick-${member.username}`,
    })),
  role: world =>
    world.roles.map(role => ({
      value: role.id,
      label: role.name,
      detail: 'role',
      badge: swatch(role.color),
      testid: `pick-${role.name}`,
    })),
  channel: (world, types) =>
    world
      .places()
      .filter(place => place.kind !== 'dm' && (types.length === 0 || types.includes(typeOf(place))))
      .map(place => ({
        value: place.id,
        label: place.name,
        detail: place.kind === 'thread' ? 'thread' : (place.topic ?? ''),
        badge: el(
          'span',
          { class: 'badge' },
          place.kind === 'thread' ? icon('thread') : place.private ? icon('lock') : '#',
        ),
        testid: `pick-${place.name}`,
      })),
};

const typeOf = place => CHANNEL_TYPES[place.type] ?? place.type;

/** A role's colour; black is Discord's word for none. */
function swatch(color) {
  const node = el('span', { class: 'badge swatch' });
  if (/^#[0-9a-f]{6}$/i.test(color ?? '') && color !== '#000000') node.style.setProperty('--colour', color);
  return node;
}

const bare = typed => typed.replace(/^[@#]/, '').trim().toLowerCase();

/** Those of the entries that begin so, in any of their words, before those that only contain it. */
export function fitting(entries, typed) {
  const words = bare(typed);
  const text = entry => `${entry.label} ${entry.detail?.startsWith('@') ? entry.detail.slice(1) : ''}`.toLowerCase();
  const begins = entries.filter(
    entry =>
      text(entry)
        .split(/[\s-]/)
        .some(word => word.startsWith(words)) || text(entry).startsWith(words),
  );
  return [...begins, ...entries.filter(entry => !begins.includes(entry) && text(entry).includes(words))];
}

/** The entry that was meant by its whole name, or by the beginning of just one. */
export function meant(entries, typed) {
  const words = bare(typed);
  if (words === '') return null;
  const names = entry => [entry.label.toLowerCase(), entry.detail?.startsWith('@') ? entry.detail.slice(1) : null];
  const exact = entries.find(entry => names(entry).includes(words));
  const close = entries.filter(entry => names(entry).some(name => name?.startsWith(words)));
  return exact ?? (close.length === 1 ? close[0] : null);
}
