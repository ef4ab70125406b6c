import { Completion } from './completion.js';
import { avatar, button, el, icon } from './dom.js';

const bare = typed => typed.replace(/^@/, '').trim().toLowerCase();
const names = member => [member.name.toLowerCase(), member.username.toLowerCase()];

/** The fields of one slash command, in the composer's place. Enter sends it, Escape leaves it. */
export class CommandForm {
  constructor(chat, frame, command, { leave, submit }) {
    Object.assign(this, { chat, frame, command, leave, submit });
    this.hint = el('p', { class: 'command-hint', id: 'command-hint' }, command.description);
    this.fields = command.options.map(option => this.field(option));
    const close = button(icon('close'), leave, { class: 'icon', 'aria-label': 'Leave the command' });
    this.node = el(
      'div',
      { class: 'command', role: 'group', 'aria-label': `/${command.name}` },
      el('div', { class: 'command-head' }, el('b', { class: 'chip' }, `/${command.name}`), this.hint, close),
      this.fields.length
        ? el(
            'div',
            { class: 'fields' },
            this.fields.map(field => field.node),
          )
        : null,
    );
    this.node.addEventListener('keydown', event => this.keydown(event));
  }

  /** Focuses the first field that is still empty; false when the command has none. */
  focus() {
    const first = this.fields.find(field => !field.input.value) ?? this.fields[0];
    first?.input.focus();
    return Boolean(first);
  }

  /** Puts what was typed after the command's name into its first text field. */
  prefill(words) {
    const field = this.fields.find(({ option }) => option.type === 'string' && !option.choices?.length);
    if (field) field.input.value = words;
  }

  field(option) {
    const input = this.input(option);
    input.id = `option-${option.name}`;
    input.dataset.testid = `option-${option.name}`;
    input.setAttribute('aria-describedby', 'command-hint');
    if (option.required) input.setAttribute('aria-required', 'true');
    input.addEventListener('focus', () => (this.hint.textContent = option.description));
    input.addEventListener('input', () => input.removeAttribute('aria-invalid'));
    const label = el('label', { for: input.id }, option.name, option.required ? null : el('small', {}, ' optional'));
    const node = el(
      'div',
      { class: option.maxLength === undefined || option.maxLength > 60 ? 'field' : 'field short' },
      label,
      input,
    );
    const field = { option, input, node };
    if (option.type === 'user') field.people = this.people(input);
    return field;
  }

  input(option) {
    const choices =
      option.type === 'boolean'
        ? [
            { name: 'Yes', value: 'true' },
            { name: 'No', value: 'false' },
          ]
        : option.choices;
    if (choices?.length)
      return el(
        'select',
        {},
        el('option', { value: '' }, option.required ? 'Choose…' : '–'),
        choices.map(choice => el('option', { value: choice.value }, choice.name)),
      );
    if (option.type === 'user')
      return el('input', { type: 'text', role: 'combobox', placeholder: 'Who?', 'aria-expanded': 'false' });
    if (option.type === 'integer') return el('input', { type: 'text', inputmode: 'numeric', pattern: '-?[0-9]+' });
    return el('input', { type: 'text', maxlength: option.maxLength ?? null });
  }

  people(input) {
    const find = () => {
      const typed = bare(input.value);
      const people = this.chat.world.personas();
      if (people.some(member => names(member).includes(typed))) return null;
      return people
        .filter(member => names(member).some(name => name.includes(typed)))
        .map(member => ({
          testid: `pick-${member.username}`,
          badge: avatar(member),
          label: member.name,
          detail: member.trade,
          pick: () => {
            input.value = member.name;
            input.removeAttribute('aria-invalid');
            this.next(input);
          },
        }));
    };
    return new Completion(input, this.frame, find, 'Members');
  }

  /** The member that was meant by a name, a username, or by the beginning of just one of them. */
  person(typed) {
    const words = bare(typed);
    if (words === '') return null;
    const people = this.chat.world.personas();
    const exact = people.find(member => names(member).includes(words));
    const close = people.filter(member => names(member).some(name => name.startsWith(words)));
    return exact ?? (close.length === 1 ? close[0] : null);
  }

  next(input) {
    const later = this.fields.slice(this.fields.findIndex(field => field.input === input) + 1);
    (later.find(field => !field.input.value)?.input ?? input).focus();
  }

  keydown(event) {
    const field = this.fields.find(({ input }) => input === event.target);
    if (
      event.key === 'Escape' ||
      (event.key === 'Backspace' && field === this.fields[0] && field?.input.value === '')
    ) {
      event.preventDefault();
      event.stopPropagation();
      this.leave();
    } else if (field?.people?.keydown(event)) {
      return;
    } else if (event.key === 'Enter' && field && !event.isComposing) {
      event.preventDefault();
      this.submit();
    }
  }

  /** The options by name as the API takes them, or null after pointing at the field that is wrong. */
  values() {
    const values = {};
    for (const { option, input } of this.fields) {
      const typed = input.value.trim();
      const value = typed === '' ? undefined : this.value(option, typed);
      if (value === null || (value === undefined && option.required)) {
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        this.hint.textContent =
          value === null
            ? `${option.name}: ${this.expected(option)}`
            : `${option.name} is needed. ${option.description}`;
        return null;
      }
      if (value !== undefined) values[option.name] = value;
    }
    return values;
  }

  value(option, typed) {
    switch (option.type) {
      case 'user':
        return this.person(typed)?.id ?? null;
      case 'integer':
        return /^-?\d{1,15}$/.test(typed) ? Number(typed) : null;
      case 'boolean':
        return typed === 'true';
      default:
        return typed;
    }
  }

  expected(option) {
    return option.type === 'user' ? 'nobody here has that name; pick one from the list.' : 'a whole number, please.';
  }
}
