import { el } from './dom.js';

let lists = 0;

/**
 * A list of choices at a text field, walked by the arrow keys. `find` tells what fits now: `[{label, detail, testid,
 * badge, pick}]`, a text that says why there is nothing to choose, and null for no list at all.
 */
export class Completion {
  constructor(input, frame, find, name) {
    this.input = input;
    this.find = find;
    this.items = [];
    this.at = 0;
    /** The item that one walked to, which stays the marked one as long as it is there. */
    this.walked = null;
    this.list = el('ul', {
      class: 'choices',
      role: 'listbox',
      id: `choices-${++lists}`,
      'aria-label': name,
      hidden: true,
    });
    this.list.addEventListener('mousedown', event => event.preventDefault());
    frame.append(this.list);
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.list.id);
    for (const event of ['input', 'click', 'focus']) input.addEventListener(event, () => this.refresh());
    input.addEventListener('blur', () => this.close());
  }

  get open() {
    return !this.list.hidden;
  }

  refresh() {
    const found = this.find();
    if (!found?.length) return this.close();
    if (typeof found === 'string') return this.note(found);
    this.items = found;
    this.at = Math.max(
      0,
      found.findIndex(item => item.testid === this.walked),
    );
    this.list.replaceChildren(...found.map((item, at) => this.option(item, at)));
    this.list.hidden = false;
    this.expanded(true);
    this.mark();
  }

  note(words) {
    this.items = [];
    this.list.replaceChildren(el('li', { class: 'none', role: 'presentation' }, words));
    this.list.hidden = false;
    this.expanded(true);
    this.input.removeAttribute('aria-activedescendant');
  }

  option(item, at) {
    return el(
      'li',
      {
        role: 'option',
        id: `${this.list.id}-${at}`,
        'data-testid': item.testid,
        on: { click: () => this.pick(at), mousemove: () => at !== this.at && this.move(at) },
      },
      item.badge,
      el('b', {}, item.label),
      el('span', {}, item.detail),
    );
  }

  move(at) {
    this.at = (at + this.items.length) % this.items.length;
    this.walked = this.items[this.at].testid;
    this.mark();
  }

  mark() {
    [...this.list.children].forEach((option, at) => option.setAttribute('aria-selected', at === this.at));
    const option = this.list.children[this.at];
    this.input.setAttribute('aria-activedescendant', option.id);
    const { offsetTop: top, offsetHeight: height } = option;
    if (top < this.list.scrollTop) this.list.scrollTop = top;
    if (top + height > this.list.scrollTop + this.list.clientHeight)
      this.list.scrollTop = top + height - this.list.clientHeight;
  }

  pick(at) {
    const item = this.items[at];
    this.close();
    item.pick();
  }

  close() {
    this.walked = null;
    this.list.hidden = true;
    this.expanded(false);
    this.input.removeAttribute('aria-activedescendant');
  }

  expanded(open) {
    if (this.input.getAttribute('role') === 'combobox') this.input.setAttribute('aria-expanded', open);
  }

  /** Whether the key was for the list. */
  keydown(event) {
    if (!this.open || event.isComposing || event.altKey) return false;
    if (!this.items.length && event.key !== 'Escape') return false;
    switch (event.key) {
      case 'ArrowDown':
        this.move(this.at + 1);
        break;
      case 'ArrowUp':
        this.move(this.at - 1);
        break;
      case 'Enter':
        this.pick(this.at);
        break;
      case 'Tab':
        if (this.input.value === '') return false;
        this.pick(this.at);
        break;
      case 'Escape':
        this.close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  }
}
