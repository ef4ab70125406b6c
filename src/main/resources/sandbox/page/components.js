import { button, el, icon } from './dom.js';
import { markdown } from './markdown.js';
import { Picker } from './picker.js';

const STYLES = ['primary', 'secondary', 'success', 'danger', 'link', 'premium'];
const SELECTS = [3, 5, 6, 7, 8];
const LARGE = 2;
const PICKS_MAX = 400;

/** The components of a message, classic rows and those of the second version, as Discord lays them out. */
export class Components {
  constructor(chat) {
    this.chat = chat;
  }

  of(message) {
    return (message.components ?? []).map(component => this.node(message, component));
  }

  node(message, component) {
    switch (component.type) {
      case 1:
        return this.row(message, component.components ?? []);
      case 2:
        return this.button(message, component);
      case 9:
        return this.section(message, component);
      case 10:
        return el('div', { class: 'body' }, markdown(component.content ?? '', this.chat.names));
      case 11:
        return placeholder(component, 'thumbnail');
      case 12:
        return el(
          'div',
          { class: 'gallery' },
          (component.items ?? []).map(item => placeholder(item, 'picture')),
        );
      case 13:
        return fileCard(component.name ?? nameOf(component.file?.url), component.size);
      case 14:
        return el('div', {
          class: `separator${component.spacing === LARGE ? ' large' : ''}${component.divider === false ? ' bare' : ''}`,
          role: component.divider === false ? null : 'separator',
        });
      case 17:
        return this.container(message, component);
      default:
        return SELECTS.includes(component.type)
          ? this.select(message, component)
          : el('p', { class: 'none' }, `The sandbox's page does not show a component of type ${component.type}.`);
    }
  }

  row(message, components) {
    return el(
      'div',
      { class: 'buttons', role: 'group' },
      components.map(component => this.node(message, component)),
    );
  }

  section(message, { components, accessory }) {
    return el(
      'div',
      { class: 'section' },
      el(
        'div',
        { class: 'section-words' },
        (components ?? []).map(component => this.node(message, component)),
      ),
      accessory ? this.node(message, accessory) : null,
    );
  }

  container(message, { components, accent_color: accent, spoiler }) {
    const inside = (components ?? []).map(component => this.node(message, component));
    const box = el('div', { class: 'container' }, inside);
    if (Number.isInteger(accent)) box.style.setProperty('--bar', `#${accent.toString(16).padStart(6, '0')}`);
    return spoiler ? el('details', { class: 'spoiler' }, el('summary', {}, 'Spoiler: press to show'), box) : box;
  }

  button(message, spec) {
    const style = STYLES[(spec.style ?? 2) - 1] ?? 'secondary';
    const face = [
      spec.emoji ? el('span', { 'aria-hidden': spec.label ? 'true' : null }, spec.emoji.name ?? '') : null,
      spec.label,
    ];
    if (style === 'link') return outward(face, spec.url);
    if (style === 'premium') return el('span', { class: 'press secondary' }, 'Premium, not in the sandbox');
    const busy = this.chat.busy.get(message.id)?.customId;
    const pressed = busy === spec.custom_id;
    return button(face, () => busy || this.chat.press(message, spec.custom_id), {
      class: `press ${style}${pressed ? ' busy' : ''}`,
      disabled: Boolean(spec.disabled),
      'aria-disabled': busy ? 'true' : null,
      'aria-busy': pressed ? 'true' : null,
      'data-focus': `press-${spec.custom_id}`,
    });
  }

  select(message, menu) {
    const busy = this.chat.busy.get(message.id)?.customId;
    const picker = new Picker(this.chat, menu, {
      chosen: this.chat.picks.of(message, menu),
      busy: busy === menu.custom_id,
      done: values => this.chat.select(message, menu, values),
    });
    return picker.node;
  }
}

/** What was chosen in select menus, shown until the menu itself changes, as Discord's clients do. */
export class Picks {
  constructor() {
    this.values = new Map();
  }

  clear() {
    this.values.clear();
  }

  of(message, menu) {
    const held = this.values.get(`${message.id} ${menu.custom_id}`);
    return held?.print === JSON.stringify(menu) ? held.values : null;
  }

  set(message, menu, values) {
    this.values.set(`${message.id} ${menu.custom_id}`, { print: JSON.stringify(menu), values });
    if (this.values.size > PICKS_MAX) this.values.delete(this.values.keys().next().value);
  }
}

function outward(face, address) {
  if (!/^https?:\/\//.test(address ?? '')) return null;
  return el(
    'a',
    { class: 'press secondary', href: address, target: '_blank', rel: 'noopener noreferrer' },
    face,
    icon('out'),
  );
}

const nameOf = address => (address ?? '').split(/[/?]/).findLast(part => part.includes('.')) ?? 'file';

/** Stands for a picture: the page fetches nothing from the network. */
export function placeholder(item, kind) {
  const name = nameOf(item.media?.url ?? item.url);
  const words = item.description ?? name;
  return el(
    'figure',
    { class: `media ${kind}`, role: 'img', 'aria-label': `Picture: ${words}`, title: words },
    icon('picture'),
    kind === 'thumbnail' ? null : el('figcaption', {}, words),
  );
}

/** A file's name and size: the sandbox keeps files for the bot, the page shows none. */
export function fileCard(name, size) {
  return el('div', { class: 'file' }, icon('file'), el('b', {}, name), size ? el('small', {}, `${size} bytes`) : null);
}
