import { button, el } from './dom.js';
import { clock, relative } from './times.js';

const STEPS = [
  ['PT1H', '1 hour', '+1h'],
  ['P1D', '1 day', '+1d'],
  ['P3D', '3 days', '+3d'],
  ['P7D', '1 week', '+1w'],
];

/** The sandbox's time, and the buttons that forward it. */
export class Clock {
  constructor(chat, frame) {
    this.chat = chat;
    this.time = el('b', { 'data-testid': 'clock-now' });
    frame.append(
      el('span', { class: 'now' }, el('span', { class: 'wide' }, 'Now: '), this.time),
      el('span', { class: 'wide' }, 'forward:'),
      ...STEPS.map(([duration, label, short]) =>
        button(
          [el('span', { class: 'wide' }, label), el('span', { class: 'short' }, short)],
          () => chat.forward(duration),
          { 'data-testid': `clock-forward-${duration}`, 'aria-label': `Forward ${label}` },
        ),
      ),
    );
  }

  render() {
    const now = this.chat.world.now();
    write(this.time, clock(now));
    for (const node of document.querySelectorAll('[data-relative]'))
      write(node, relative(Number(node.dataset.relative), now));
  }
}

function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}
