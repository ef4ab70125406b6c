import { button, el, icon } from './dom.js';
import { candidates, fitting } from './entities.js';
import { popup } from './popup.js';

const STRING = 3;
const KINDS = { 5: ['user'], 6: ['role'], 7: ['user', 'role'], 8: ['channel'] };
const SEARCH_FROM = 9;

/**
 * A select menu of Discord's, as a button that opens its list. `chosen` are the values it shows, null for the menu's own;
 * `done(values)` is called when something was chosen. Where several may be, they are sent together.
 */
export class Picker {
  constructor(chat, menu, { chosen = null, done, busy = false, disabled = false, name = null }) {
    Object.assign(this, { chat, menu, done, busy });
    this.least = menu.min_values ?? 1;
    this.most = menu.max_values ?? 1;
    this.chosen = chosen ?? ownChoice(menu);
    this.face = el('span', { class: 'select-face' });
    this.node = button([this.face, icon('down')], () => this.open(), {
      class: `select${busy ? ' busy' : ''}`,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-busy': busy ? 'true' : null,
      disabled: Boolean(disabled || menu.disabled),
      'data-testid': `select-${menu.custom_id}`,
      'data-focus': `select-${menu.custom_id}`,
    });
    this.name = name ?? menu.placeholder ?? 'Choose';
    this.show();
  }

  entries() {
    if (this.menu.type !== STRING)
      return candidates(this.chat.world, KINDS[this.menu.type] ?? [], this.menu.channel_types);
    return (this.menu.options ?? []).map(option => ({
      value: option.value,
      label: option.label,
      detail: option.description,
      badge: option.emoji ? el('span', { class: 'badge' }, option.emoji.name ?? '') : null,
      testid: `pick-${option.value}`,
    }));
  }

  /** Shows on the button what is chosen. */
  show() {
    const labels = this.chosen.map(value => this.entries().find(entry => entry.value === value)?.label).filter(Boolean);
    this.face.textContent = labels.join(', ') || this.menu.placeholder || 'Choose…';
    this.face.classList.toggle('empty', labels.length === 0);
    this.node.setAttribute('aria-label', labels.length ? `${this.name}: ${labels.join(', ')}` : this.name);
  }

  open() {
    if (this.busy) return;
    this.picked = new Set(this.chosen);
    this.at = 0;
    const many = this.most > 1;
    const searches = this.menu.type !== STRING || this.entries().length >= SEARCH_FROM;
    this.list = el('ul', {
      class: 'choices-list',
      role: 'listbox',
      id: 'select-list',
      'aria-label': this.name,
      'aria-multiselectable': many ? 'true' : null,
      tabindex: searches ? null : 0,
    });
    this.search = searches
      ? el('input', {
          type: 'text',
          role: 'combobox',
          class: 'search',
          placeholder: 'Search',
          'aria-label': `Search: ${this.name}`,
          'aria-controls': 'select-list',
          'aria-expanded': 'true',
          'aria-autocomplete': 'list',
          autocomplete: 'off',
          'data-testid': 'select-search',
        })
      : null;
    this.search?.addEventListener('input', () => {
      this.at = 0;
      this.fill();
    });
    this.foot = many
      ? button('Done', () => this.finish(), { class: 'press primary', 'data-testid': 'select-done' })
      : null;
    this.box = el(
      'div',
      { class: 'select-box' },
      this.search,
      this.list,
      many ? el('div', { class: 'select-foot' }, (this.count = el('span', { role: 'status' })), this.foot) : null,
    );
    this.box.addEventListener('keydown', event => this.keydown(event));
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.fill();
    this.box.style.minWidth = `${this.node.offsetWidth}px`;
    this.node.setAttribute('aria-expanded', 'true');
    const closed = () => this.node.setAttribute('aria-expanded', 'false');
    popup(this.box, this.node, { focus: this.search ?? this.list, closed });
    this.mark();
  }

  fill() {
    this.shown = this.search ? fitting(this.entries(), this.search.value) : this.entries();
    const rows = this.shown.map((entry, at) =>
      el(
        'li',
        {
          role: 'option',
          id: `select-option-${at}`,
          'data-testid': entry.testid,
          on: { click: () => this.pick(at), mousemove: () => at !== this.at && this.move(at) },
        },
        entry.badge,
        el('span', { class: 'two' }, el('b', {}, entry.label), entry.detail ? el('small', {}, entry.detail) : null),
        icon('check'),
      ),
    );
    this.list.replaceChildren(
      ...(rows.length ? rows : [el('li', { class: 'none', role: 'presentation' }, 'Nothing fits.')]),
    );
    this.mark();
  }

  move(at) {
    this.at = (at + this.shown.length) % (this.shown.length || 1);
    this.mark();
  }

  mark() {
    this.shown.forEach((entry, at) => {
      const option = this.list.children[at];
      option.setAttribute('aria-selected', this.picked.has(entry.value));
      option.classList.toggle('at', at === this.at);
      if (at === this.at) option.scrollIntoView({ block: 'nearest' });
    });
    const keys = this.search ?? this.list;
    if (this.shown.length) keys.setAttribute('aria-activedescendant', `select-option-${this.at}`);
    else keys.removeAttribute('aria-activedescendant');
    if (this.count) this.count.textContent = `${this.picked.size} of at most ${this.most}`;
    if (this.foot) this.foot.disabled = this.picked.size < this.least;
  }

  pick(at) {
    const entry = this.shown[at];
    if (!entry) return;
    if (this.most === 1) {
      const again = this.picked.has(entry.value) && this.least === 0;
      this.picked = new Set(again ? [] : [entry.value]);
      this.finish();
      return;
    }
    if (!this.picked.delete(entry.value) && this.picked.size < this.most) this.picked.add(entry.value);
    this.mark();
  }

  finish() {
    if (this.picked.size < this.least) return;
    this.chosen = [...this.picked];
    this.show();
    this.box.hidePopover();
    this.done(this.chosen);
  }

  keydown(event) {
    if (event.target === this.foot) return;
    switch (event.key) {
      case 'ArrowDown':
        this.move(this.at + 1);
        break;
      case 'ArrowUp':
        this.move(this.at - 1);
        break;
      case ' ':
        if (this.search) return;
        this.pick(this.at);
        break;
      case 'Enter':
        this.pick(this.at);
        break;
      case 'Tab':
        if (this.foot) return;
        this.box.hidePopover();
        return;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function ownChoice(menu) {
  if (menu.type === STRING) return (menu.options ?? []).filter(option => option.default).map(option => option.value);
  return (menu.default_values ?? []).map(({ id }) => id);
}
