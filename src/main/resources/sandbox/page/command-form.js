import { Completion } from './completion.js';
import { button, el, icon } from './dom.js';
import { candidates, fitting, meant } from './entities.js';
import { Suggestions } from './suggestions.js';

const YES_NO = [
  { name: 'Yes', value: 'true' },
  { name: 'No', value: 'false' },
];
const ENTITIES = {
  user: { kinds: ['user'], hint: 'Who?', expected: 'nobody here has that name; pick one from the list.' },
  channel: { kinds: ['channel'], hint: 'Where?', expected: 'there is no such channel; pick one from the list.' },
  role: { kinds: ['role'], hint: 'Which role?', expected: 'there is no such role; pick one from the list.' },
  mentionable: { kinds: ['user', 'role'], hint: 'Who?', expected: 'no member or role has that name; pick one.' },
};

/** The fields of one slash command, in the composer's place. Enter sends it, Escape leaves it. */
export class CommandForm {
  constructor(chat, frame, command, { leave, submit }) {
    Object.assign(this, { chat, frame, command, leave, submit });
    this.hint = el('p', { class: 'command-hint', id: 'command-hint' }, command.description);
    this.fields = command.options.map(option => this.field(option));
    const close = button(icon('close'), leave, { class: 'icon', 'aria-label': 'Leave the command' });
    this.node = el(
      'div',
      { class: 'command', role: 'group', 'aria-label': `/${command.shown}` },
      el('div', { class: 'command-head' }, el('b', { class: 'chip' }, `/${command.shown}`), this.hint, close),
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

  remove() {
    for (const { completion } of this.fields) completion?.list.remove();
    this.node.remove();
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

  /** What stands in the fields, by the option's name, as it was typed, and what it stands for. */
  typed() {
    return Object.fromEntries(
      this.fields.map(({ option, input, suggestions }) => [
        option.name,
        { text: input.value, value: suggestions?.value(input.value) ?? null },
      ]),
    );
  }

  fill(typed) {
    for (const { option, input, suggestions } of this.fields) {
      const { text, value } = typed[option.name] ?? { text: '', value: null };
      input.value = text;
      if (value !== null) suggestions?.chosen.set(text, value);
    }
  }

  field(option) {
    const input = this.input(option);
    input.id = `option-${option.name}`;
    input.dataset.testid = `option-${option.name}`;
    input.setAttribute('aria-describedby', 'command-hint');
    if (option.required) input.setAttribute('aria-required', 'true');
    input.addEventListener('focus', () => (this.hint.textContent = option.description));
    input.addEventListener('input', () => input.removeAttribute('aria-invalid'));
    const label = el('label', { for: input.id }, option.shown, option.required ? null : el('small', {}, ' optional'));
    const wide = option.type === 'string' && !option.choices?.length && (option.maxLength ?? 100) > 60;
    const field = { option, input, node: el('div', { class: wide ? 'field' : 'field short' }, label, input) };
    if (ENTITIES[option.type]) field.completion = this.entities(field);
    else if (option.autocomplete) {
      field.suggestions = new Suggestions(
        input,
        this.frame,
        option,
        typed => this.ask(option, typed),
        () => this.next(input),
      );
      field.completion = field.suggestions.completion;
    }
    return field;
  }

  input({ type, choices, required, maxLength, autocomplete }) {
    const offered = type === 'boolean' ? YES_NO : choices;
    if (offered?.length)
      return el(
        'select',
        {},
        el('option', { value: '' }, required ? 'Choose…' : '–'),
        offered.map(choice => el('option', { value: choice.value }, choice.name)),
      );
    const list = ENTITIES[type] || autocomplete;
    return el('input', {
      type: 'text',
      role: list ? 'combobox' : null,
      'aria-expanded': list ? 'false' : null,
      inputmode: { integer: 'numeric', number: 'decimal' }[type] ?? null,
      placeholder: ENTITIES[type]?.hint ?? null,
      disabled: type === 'attachment',
      value: type === 'attachment' ? 'no files in the sandbox' : null,
      maxlength: type === 'string' && !autocomplete ? (maxLength ?? null) : null,
    });
  }

  entries({ type, channelTypes }) {
    const entries = candidates(this.chat.world, ENTITIES[type].kinds, channelTypes);
    return type === 'user' ? entries.filter(({ value }) => !this.chat.world.member(value).bot) : entries;
  }

  entities({ option, input }) {
    const find = () => {
      const entries = this.entries(option);
      if (input.value !== '' && meant(entries, input.value)?.label === input.value) return null;
      return fitting(entries, input.value).map(entry => ({
        ...entry,
        pick: () => {
          input.value = entry.label;
          input.removeAttribute('aria-invalid');
          this.next(input);
        },
      }));
    };
    return new Completion(input, this.frame, find, option.description);
  }

  ask(option, typed) {
    const options = {};
    for (const field of this.fields)
      if (field.option !== option && field.input.value.trim() !== '') {
        const value = this.value(field, field.input.value.trim());
        if (value !== null) options[field.option.name] = value;
      }
    return this.chat.complete(this.command.name, option.name, typed, options);
  }

  next(input) {
    const later = this.fields.slice(this.fields.findIndex(field => field.input === input) + 1);
    (later.find(field => !field.input.value)?.input ?? input).focus();
  }

  keydown(event) {
    const field = this.fields.find(({ input }) => input === event.target);
    if (field?.completion?.keydown(event)) {
      event.stopPropagation();
    } else if (
      event.key === 'Escape' ||
      (event.key === 'Backspace' && field === this.fields[0] && field?.input.value === '')
    ) {
      event.preventDefault();
      event.stopPropagation();
      this.leave();
    } else if (event.key === 'Enter' && field && !event.isComposing) {
      event.preventDefault();
      this.submit();
    }
  }

  /** The options by name as the API takes them, or null after pointing at the field that is wrong. */
  values() {
    const values = {};
    for (const field of this.fields) {
      const { option, input } = field;
      const typed = option.type === 'attachment' ? '' : input.value.trim();
      const value = typed === '' ? undefined : this.value(field, typed);
      if (value === null || (value === undefined && option.required)) {
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        this.hint.textContent =
          value === null ? `${option.shown}: ${expected(option)}` : `${option.shown} is needed. ${option.description}`;
        return null;
      }
      if (value !== undefined) values[option.name] = value;
    }
    return values;
  }

  value({ option, suggestions }, typed) {
    const picked = suggestions?.value(typed) ?? typed;
    switch (option.type) {
      case 'user':
      case 'channel':
      case 'role':
      case 'mentionable':
        return meant(this.entries(option), typed)?.value ?? null;
      case 'integer':
        return /^-?\d{1,15}$/.test(picked) && within(option, Number(picked)) ? Number(picked) : null;
      case 'number':
        return /^-?\d*[.,]?\d+$/.test(picked) && within(option, decimal(picked)) ? decimal(picked) : null;
      case 'boolean':
        return typed === 'true';
      default:
        return picked;
    }
  }
}

const decimal = typed => Number(String(typed).replace(',', '.'));

const within = ({ min, max }, number) => number >= (min ?? -Infinity) && number <= (max ?? Infinity);

function expected({ type, min, max }) {
  if (ENTITIES[type]) return ENTITIES[type].expected;
  const least = min === null || min === undefined ? '' : `, at least ${min}`;
  const most = max === null || max === undefined ? '' : `, at most ${max}`;
  return `a ${type === 'integer' ? 'whole ' : ''}number${least}${most}, please.`;
}
