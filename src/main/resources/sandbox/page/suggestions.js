import { Completion } from './completion.js';

const REST_MS = 150;

/** What the bot suggests while an option is typed. A suggestion shows its name and stands for its value. */
export class Suggestions {
  /** `ask(typed)` gives the bot's choices, or null when it had none to offer in time. */
  constructor(input, frame, option, ask, picked) {
    Object.assign(this, { input, ask, picked, asked: null, found: null, chosen: new Map(), turn: 0 });
    this.completion = new Completion(input, frame, () => this.find(), option.description);
  }

  find() {
    const typed = this.input.value;
    if (this.chosen.has(typed)) return null;
    if (this.asked !== typed) this.soon(typed);
    return this.found;
  }

  soon(typed) {
    this.asked = typed;
    // What was suggested for other words must not take the place of these.
    this.found = 'Asking…';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(typed), REST_MS);
  }

  async fetch(typed) {
    const turn = ++this.turn;
    const choices = await this.ask(typed);
    if (turn !== this.turn || this.input.value !== typed) return;
    this.found = choices?.length
      ? choices.map(choice => ({
          testid: `suggestion-${choice.value}`,
          label: choice.name,
          pick: () => this.pick(choice),
        }))
      : choices
        ? 'No suggestions. What you typed is taken as it is.'
        : 'No suggestions came.';
    if (document.activeElement === this.input) this.completion.refresh();
  }

  pick({ name, value }) {
    this.chosen.set(name, value);
    this.input.value = name;
    this.input.removeAttribute('aria-invalid');
    this.picked();
  }

  /** What a picked name stands for; a text that was typed stands for itself. */
  value(typed) {
    return this.chosen.get(typed) ?? null;
  }
}
