import { button, el, icon } from './dom.js';
import { markdown } from './markdown.js';
import { Picker } from './picker.js';

const ROW = 1;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const RADIOS = 21;
const CHECKS = 22;
const CHECK = 23;
const LONG = 2;
const SELECTS = [3, 5, 6, 7, 8];

/** The form that the bot answered with. It stays open, with what was typed, until the sandbox took it or it is left. */
export class ModalForm {
  /** `send(values)` answers null, or in words why the form was not taken. */
  constructor(chat, modal, send) {
    Object.assign(this, { chat, send, fields: new Map(), count: 0 });
    this.alert = el('p', { class: 'form-alert', role: 'alert' });
    this.submit = el('button', { class: 'press primary', 'data-testid': 'modal-submit' }, 'Submit');
    const leave = button('Cancel', () => this.dialog.close(), {
      class: 'press secondary',
      'data-testid': 'modal-cancel',
    });
    const form = el(
      'form',
      { novalidate: true, autocomplete: 'off' },
      el('h2', { id: 'modal-title' }, modal.title ?? 'Form'),
      (modal.components ?? []).map(component => this.component(component)),
      this.alert,
      el('div', { class: 'buttons' }, leave, this.submit),
    );
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.finish();
    });
    const close = button(icon('close'), () => this.dialog.close(), { class: 'icon', 'aria-label': 'Close' });
    this.dialog = el(
      'dialog',
      { class: 'card form', 'aria-labelledby': 'modal-title', 'data-testid': 'modal' },
      close,
      form,
    );
    this.dialog.addEventListener('close', () => this.dialog.remove());
    document.body.append(this.dialog);
    this.dialog.showModal();
    form.querySelector('input, textarea, .select')?.focus();
  }

  component(component) {
    switch (component.type) {
      case TEXT_DISPLAY:
        return el('div', { class: 'body' }, markdown(component.content ?? '', this.chat.names));
      case LABEL:
        return this.labelled(component.component ?? {}, component);
      case ROW:
        return (component.components ?? []).map(field => this.labelled(field, field));
      default:
        return el('p', { class: 'none' }, `The sandbox's page does not show a component of type ${component.type}.`);
    }
  }

  labelled(field, { label, description }) {
    const id = `field-${++this.count}`;
    const required = field.required !== false && field.type !== CHECK;
    const control = this.control(field, id, label);
    const help = description ? el('small', { id: `${id}-help` }, description) : null;
    const title = [label ?? field.custom_id, required ? null : el('small', {}, ' optional')];
    this.fields.set(field.custom_id, { ...control, label: label ?? field.custom_id, required });
    if (help) control.node.setAttribute('aria-describedby', `${id}-help`);
    if (control.group) return el('fieldset', { class: 'form-field' }, el('legend', {}, title), help, control.node);
    return el('div', { class: 'form-field' }, el('label', { for: id }, title), help, control.node);
  }

  /** `{node, value(), focus()}` for one field. */
  control(field, id, label) {
    if (field.type === TEXT_INPUT) return this.text(field, id);
    if (SELECTS.includes(field.type)) return this.select(field, id, label);
    if (field.type === RADIOS || field.type === CHECKS) return this.options(field, id);
    if (field.type === CHECK) {
      const node = el('input', { type: 'checkbox', id, checked: Boolean(field.default) });
      return { node, value: () => node.checked, focus: () => node.focus() };
    }
    const node = el('p', { class: 'none', id }, 'Files cannot be uploaded in the sandbox.');
    return { node, value: () => undefined, focus: () => {} };
  }

  text(field, id) {
    const node = el(field.style === LONG ? 'textarea' : 'input', {
      id,
      type: field.style === LONG ? null : 'text',
      rows: field.style === LONG ? 4 : null,
      maxlength: field.max_length ?? 4000,
      placeholder: field.placeholder,
      value: field.value,
      'aria-required': field.required === false ? null : 'true',
      'data-testid': `field-${field.custom_id}`,
    });
    node.addEventListener('input', () => node.removeAttribute('aria-invalid'));
    return { node, value: () => node.value || undefined, focus: () => node.focus() };
  }

  select(field, id, label) {
    const picker = new Picker(this.chat, field, { name: label, done: () => {} });
    picker.node.id = id;
    return {
      node: picker.node,
      value: () => (picker.chosen.length ? picker.chosen : undefined),
      focus: () => picker.node.focus(),
    };
  }

  options(field, id) {
    const many = field.type === CHECKS;
    const inputs = (field.options ?? []).map(option =>
      el('input', {
        type: many ? 'checkbox' : 'radio',
        name: id,
        value: option.value,
        checked: Boolean(option.default),
        'data-testid': `field-${field.custom_id}-${option.value}`,
      }),
    );
    const rows = (field.options ?? []).map((option, at) =>
      el(
        'label',
        { class: 'check' },
        inputs[at],
        el('span', {}, option.label, option.description ? el('small', {}, option.description) : null),
      ),
    );
    const chosen = () => inputs.filter(input => input.checked).map(input => input.value);
    return {
      group: true,
      node: el('div', { class: 'checks' }, rows),
      value: () => (chosen().length ? (many ? chosen() : chosen()[0]) : undefined),
      focus: () => inputs[0]?.focus(),
    };
  }

  async finish() {
    const values = {};
    for (const [customId, field] of this.fields) {
      const value = field.value();
      if (value !== undefined) values[customId] = value;
      else if (field.required) return this.refuse(`“${field.label}” is needed.`, field);
    }
    this.submit.disabled = true;
    const refused = await this.send(values);
    this.submit.disabled = false;
    if (refused) this.refuse(refused);
    else this.dialog.close();
  }

  refuse(words, field) {
    this.alert.textContent = words;
    field?.node.setAttribute('aria-invalid', 'true');
    field?.focus();
  }
}
