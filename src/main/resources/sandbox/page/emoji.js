import { button, el } from './dom.js';
import { popup } from './popup.js';

/** Those within reach at a message. */
export const QUICK = ['👍', '❤️', '🎉'];

const EMOJI = {
  '👍': 'thumbs up',
  '👎': 'thumbs down',
  '❤️': 'heart',
  '🎉': 'celebration',
  '🙏': 'thank you',
  '👏': 'applause',
  '👀': 'eyes',
  '🙌': 'raised hands',
  '😀': 'grin',
  '😂': 'tears of joy',
  '😊': 'smile',
  '😍': 'heart eyes',
  '🤔': 'thinking',
  '😮': 'surprise',
  '😢': 'sad',
  '😅': 'phew',
  '🔥': 'fire',
  '✨': 'sparkles',
  '💯': 'hundred',
  '✅': 'check mark',
  '❌': 'cross',
  '❓': 'question mark',
  '💡': 'idea',
  '🤝': 'handshake',
  '💪': 'strength',
  '👋': 'wave',
  '🍞': 'bread',
  '☕': 'coffee',
  '🌱': 'seedling',
  '🍅': 'tomato',
  '🚲': 'bicycle',
  '📷': 'camera',
  '🔧': 'wrench',
  '🏺': 'pottery',
  '📚': 'books',
  '🎵': 'music',
  '☀️': 'sun',
  '🌈': 'rainbow',
  '🐝': 'bee',
  '🚀': 'rocket',
};
const COLUMNS = 8;
const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

export const emojiName = emoji => EMOJI[emoji] ?? emoji;

/** A small grid of emoji at `anchor`, walked by the arrow keys. */
export function pickEmoji(anchor, pick) {
  const choose = emoji => () => {
    grid.hidePopover();
    pick(emoji);
  };
  const grid = el(
    'div',
    { class: 'emoji', role: 'group', 'aria-label': 'Emoji', 'data-testid': 'emoji' },
    Object.entries(EMOJI).map(([emoji, name], at) =>
      button(emoji, choose(emoji), { 'aria-label': name, title: name, tabindex: at === 0 ? 0 : -1 }),
    ),
  );
  grid.addEventListener('keydown', event => {
    const cells = [...grid.children];
    const at = cells.indexOf(document.activeElement);
    const next = { Home: 0, End: cells.length - 1 }[event.key] ?? at + (STEPS[event.key] ?? NaN);
    if (!cells[next]) return;
    event.preventDefault();
    cells[at].tabIndex = -1;
    cells[next].tabIndex = 0;
    cells[next].focus();
  });
  popup(grid, anchor, { focus: grid.firstElementChild });
}
