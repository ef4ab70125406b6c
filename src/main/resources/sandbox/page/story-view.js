import { button, el, icon } from './dom.js';
import { markdown } from './markdown.js';

/** The caption of the story, and its buttons. */
export class StoryView {
  constructor(story, frame) {
    Object.assign(this, { story, frame });
    this.progress = el('progress', { max: story.total, 'aria-label': 'How far the story is' });
    this.count = el('small');
    this.title = el('h2', { 'data-testid': 'story-title' });
    this.words = el('div', { class: 'story-words', 'aria-live': 'polite', 'data-testid': 'story-caption' });
    this.hold = this.tool('', 'story-pause', () => this.toggle());
    this.next = this.tool('Next', 'story-next', () => story.next());
    this.stop = this.tool('Stop', 'story-stop', () => this.leave());
    frame.append(
      el('div', { class: 'story-head' }, icon('play'), this.title, this.count),
      this.words,
      this.progress,
      el('div', { class: 'buttons' }, this.hold, this.next, this.stop),
    );
  }

  tool(label, testid, act) {
    return button(label, act, { class: 'press secondary', 'data-testid': testid });
  }

  toggle() {
    const { story } = this;
    if (story.state === 'playing') story.pause();
    else if (story.state === 'paused') story.resume();
    else story.start();
  }

  leave() {
    this.story.stop();
    document.querySelector('[data-testid=story-open]')?.focus();
  }

  render() {
    const { story, frame } = this;
    const { state } = story;
    frame.hidden = state === 'off';
    frame.dataset.state = state;
    if (state === 'off') return;
    const over = state === 'done' || state === 'missing';
    this.title.textContent = story.title;
    this.count.textContent = `${story.at + 1} of ${story.total}`;
    this.progress.value = state === 'done' ? story.total : story.at + (story.acting ? 0.5 : 0);
    const words =
      state === 'missing'
        ? `${story.trouble}\n**The story stops here.** What was said so far still stands.`
        : story.words;
    if (this.shown !== words) {
      this.shown = words;
      this.words.replaceChildren(...markdown(words, story.chat.names));
    }
    this.hold.textContent = { playing: 'Pause', paused: 'Go on' }[state] ?? 'Play again';
    this.next.disabled = over || story.acting;
    this.stop.textContent = over ? 'Close' : 'Stop';
  }
}
