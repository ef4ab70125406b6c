import { button, el, icon, reconcile } from './dom.js';
import { confirm } from './frame.js';
import { STEPS, players, told } from './guide.js';
import { markdown } from './markdown.js';
import { tab } from './memory.js';

/** The guide: the step at hand with its words, the others by their titles. */
export class GuideView {
  constructor(chat, frame, wide) {
    Object.assign(this, { chat, frame, step: tab.recall('guide.step', 0) });
    this.details = el('details', { open: wide.matches });
    wide.addEventListener('change', () => (this.details.open = wide.matches));
    this.progress = el('small');
    this.list = el('ol');
    const close = button(icon('close'), () => chat.toggleGuide(), {
      class: 'icon',
      'aria-label': 'Close the guide',
      'data-testid': 'guide-close',
    });
    const watch = button([icon('play'), 'Watch it play by itself'], () => this.watch(), {
      class: 'press secondary watch',
      'data-testid': 'story-open',
      'data-focus': 'watch',
    });
    this.details.append(el('summary', {}, el('b', {}, 'Try the loop'), this.progress), watch, this.list);
    frame.append(this.details, close);
  }

  /** Starts the story, after asking: it clears away what was said. */
  watch() {
    const words =
      'The whole loop plays in this window, step by step, with captions; pause it whenever you like. It begins with a ' +
      'clean community: what was said here is cleared away, and the bot forgets the two who play.';
    const asked = { title: 'Watch the story?', words, yes: 'Play', no: 'Not now', testid: 'story' };
    if (matchMedia('(max-width: 1099px)').matches) this.details.open = false;
    confirm(asked, () => this.chat.story.start());
  }

  /** Clears the sight of the chat, which it stands above. */
  fold() {
    if (!this.details.open) return;
    this.details.open = false;
    this.details.querySelector('summary').focus();
  }

  go(step) {
    this.step = step;
    tab.remember('guide.step', step);
    const focused = this.list.contains(document.activeElement);
    this.render();
    if (focused) this.list.querySelector('[aria-current]')?.focus();
  }

  render() {
    const { world } = this.chat;
    const pair = players(world.personas());
    if (!pair.asker || !pair.helper) return;
    this.progress.textContent = this.step < STEPS.length ? `step ${this.step + 1} of ${STEPS.length}` : 'done';
    reconcile(this.list, STEPS, {
      key: step => String(STEPS.indexOf(step)),
      signature: step => JSON.stringify([this.step, world.me, pair]),
      build: step => this.row(step, STEPS.indexOf(step), pair),
    });
  }

  row(step, at, pair) {
    const state = at < this.step ? 'done' : at === this.step ? 'now' : 'later';
    const title = button(
      [
        el('span', { class: 'mark' }, state === 'done' ? icon('check') : String(at + 1)),
        step.title,
        state === 'done' ? el('span', { class: 'unseen' }, ' (done)') : null,
      ],
      () => this.go(at),
      { class: 'step', 'data-focus': 'step', 'aria-current': state === 'now' ? 'step' : null },
    );
    if (state !== 'now') return el('li', { class: state }, title);
    const actor = pair[step.as];
    const become =
      actor.id === this.chat.world.me
        ? null
        : button(`Be ${actor.name}`, () => this.chat.become(actor.id), {
            class: 'press primary',
            'data-testid': 'guide-become',
          });
    return el(
      'li',
      { class: state },
      title,
      el('div', { class: 'body' }, markdown(told(step.text, pair), this.chat.names)),
      el(
        'div',
        { class: 'buttons' },
        become,
        button('Done', () => this.go(at + 1), {
          class: 'press secondary',
          'data-testid': 'guide-done',
          'data-focus': 'done',
        }),
      ),
    );
  }
}
