/**
 * Makes an element. Text goes in as text, never as HTML, so nothing that a member writes can become markup.
 * `on` holds listeners by event name; a prop that is null or false is left out.
 */
export function el(name, props = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'on') for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (key === 'value') node.value = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** A button with this face, which does `act` when pressed. */
export const button = (face, act, props = {}) => el('button', { type: 'button', ...props, on: { click: act } }, face);

const SVG = 'http://www.w3.org/2000/svg';

/** A symbol of the sprite in index.html. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/**
 * Makes `parent` hold one element for each item, in order. An element is built again only when its signature changed,
 * so focus, selection and scrolling survive live updates.
 */
export function reconcile(parent, items, { key, signature, build }) {
  const wanted = new Set(items.map(key));
  const held = new Map();
  for (const child of [...parent.children]) {
    if (wanted.has(child.dataset.key)) held.set(child.dataset.key, child);
    else child.remove();
  }
  let at = parent.firstElementChild;
  for (const item of items) {
    const name = key(item);
    const print = signature(item);
    let node = held.get(name);
    if (node?.print !== print) {
      const fresh = build(item);
      fresh.dataset.key = name;
      fresh.print = print;
      if (node) {
        if (at === node) at = fresh;
        replaceKeepingFocus(node, fresh);
      }
      node = fresh;
    }
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
  }
}

function replaceKeepingFocus(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const hook = focused?.dataset.focus;
  old.replaceWith(fresh);
  if (!focused) return;
  const heir = hook ? [...fresh.querySelectorAll('[data-focus]')].find(node => node.dataset.focus === hook) : null;
  (heir ?? fresh).focus({ preventScroll: true });
}

/** Lets the arrow keys walk through the buttons of a list. */
export function walkable(list, selector) {
  list.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey) return;
    const stops = [...list.querySelectorAll(selector)];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next) next.focus();
    event.preventDefault();
  });
}

/** Ink that stays readable on a member's own colour: black or white, of which one always has 4.5:1 (WCAG 2). */
export function inkOn(colour) {
  const [r, g, b] = [1, 3, 5]
    .map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff';
}

/** A round badge with a member's initials. */
export function avatar(member) {
  const initials = member.name
    .split(/\s+/)
    .filter(Boolean)
    .map(word => [...word][0]);
  const short = initials.length > 1 ? initials[0] + initials.at(-1) : (initials[0] ?? '?');
  const badge = el('span', { class: member.bot ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' }, short.toUpperCase());
  const colour = /^#[0-9a-f]{6}$/i.test(member.color ?? '') ? member.color : '#6b7265';
  badge.style.setProperty('--colour', colour);
  badge.style.setProperty('--on-colour', inkOn(colour));
  return badge;
}
