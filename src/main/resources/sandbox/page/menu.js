import { button, el } from './dom.js';
import { popup } from './popup.js';

const KEYS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Opens a menu at an element or a point. An item is `{label, act, face, testid, danger}`; `{title}` names those below it.
 * Arrow keys walk it, a letter jumps to what begins with it, Escape leaves it.
 */
export function openMenu(anchor, name, items) {
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': name, 'data-testid': 'menu' });
  const choose = item => () => {
    menu.hidePopover();
    item.act();
  };
  menu.append(
    ...items.map(item =>
      item.title
        ? el('p', { class: 'menu-title', role: 'presentation' }, item.title)
        : button(
            [el('span', { class: 'menu-face', 'aria-hidden': 'true' }, item.face), el('span', {}, item.label)],
            choose(item),
            { role: 'menuitem', tabindex: -1, class: item.danger ? 'danger' : null, 'data-testid': item.testid },
          ),
    ),
  );
  menu.addEventListener('keydown', event => walk(menu, event));
  menu.addEventListener('mousemove', event => event.target.closest('[role=menuitem]')?.focus());
  popup(menu, anchor, { focus: menu.querySelector('[role=menuitem]') });
}

function walk(menu, event) {
  const stops = [...menu.querySelectorAll('[role=menuitem]')];
  const at = stops.indexOf(document.activeElement);
  const to = () => {
    if (KEYS[event.key]) return at + KEYS[event.key];
    if (event.key === 'Home') return 0;
    if (event.key === 'End') return stops.length - 1;
    if (event.key.length !== 1 || event.key === ' ') return null;
    const letter = event.key.toLowerCase();
    const next = [...stops.slice(at + 1), ...stops].find(stop =>
      stop.textContent.trim().toLowerCase().startsWith(letter),
    );
    return next ? stops.indexOf(next) : at;
  };
  if (event.key === 'Tab') menu.hidePopover();
  const next = event.ctrlKey || event.metaKey || event.altKey ? null : to();
  if (next === null) return;
  event.preventDefault();
  event.stopPropagation();
  stops[(next + stops.length) % stops.length].focus();
}

const LONG_MS = 500;
const MOVED_PX = 10;

/**
 * Calls `open(target, anchor)` when a menu is asked for: by the right button, the menu key or Shift+F10 where the focus
 * is, or a long touch. It answers whether it had one; then the browser's own does not show.
 */
export function onMenuWanted(open) {
  let touch = null;
  let held = false;
  document.addEventListener('contextmenu', event => {
    if (event.shiftKey && event.button === 2) return;
    const byKey = event.button !== 2 && event.clientX === 0 && event.clientY === 0;
    const { target } = event;
    touch = null;
    const anchor = byKey || event.pointerType === '' ? document.activeElement : { x: event.clientX, y: event.clientY };
    if (open(target, anchor)) event.preventDefault();
  });
  document.addEventListener('pointerdown', event => {
    held = false;
    touch = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY, at: event.timeStamp } : null;
  });
  document.addEventListener('pointermove', event => {
    if (touch && Math.hypot(event.clientX - touch.x, event.clientY - touch.y) > MOVED_PX) touch = null;
  });
  document.addEventListener('pointercancel', () => (touch = null));
  document.addEventListener('pointerup', event => {
    if (!touch || event.timeStamp - touch.at < LONG_MS) return;
    const at = touch;
    const { target } = event;
    held = true;
    touch = null;
    // After the browser has closed what a press elsewhere closes.
    setTimeout(() => open(target, at));
  });
  document.addEventListener(
    'click',
    event => {
      if (!held) return;
      held = false;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}
