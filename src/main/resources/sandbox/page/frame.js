import { avatar, button, el, icon } from './dom.js';
import { dots } from './messages.js';

const NOTICE_MS = 8_000;
const HINT = 'Type / for commands, @ for members. Enter sends, Shift+Enter breaks the line.';
const FORUM_HINT = 'Nobody writes into a forum itself: choose one of its posts.';

const $ = id => document.getElementById(id);
const root = document.documentElement;
const darkWanted = matchMedia('(prefers-color-scheme: dark)');
let noticed;

export const theme = {
  dark: () => (root.dataset.theme ?? (darkWanted.matches ? 'dark' : 'light')) === 'dark',
  toggle() {
    root.dataset.theme = theme.dark() ? 'light' : 'dark';
    try {
      localStorage.setItem('tummler.theme', root.dataset.theme);
    } catch {
      // Storage is blocked: the choice holds until the page is left.
    }
  },
  changed: listener => darkWanted.addEventListener('change', listener),
};

/** Opens the drawer `side` or `people` on a narrow screen; null closes. */
export function drawer(name) {
  const before = root.dataset.drawer;
  if (name) root.dataset.drawer = name;
  else delete root.dataset.drawer;
  $('veil').hidden = !name;
  for (const each of ['side', 'people']) $(`open-${each}`).setAttribute('aria-expanded', each === name);
  if (name) $(name).querySelector('[aria-current], button, a')?.focus();
  else if (before) $(`open-${before}`).focus();
}

/** Says what went wrong, above the composer, for a while. */
export function notice(words) {
  clearTimeout(noticed);
  const clear = () => $('notice').replaceChildren();
  const close = button(icon('close'), clear, { class: 'icon', 'aria-label': 'Dismiss' });
  $('notice').replaceChildren(el('span', {}, words), close);
  noticed = setTimeout(clear, NOTICE_MS);
}

/** Asks before something that can't be undone; `act` is done on yes. */
export function confirm({ title, words, yes, no, testid, danger }, act) {
  const dialog = el('dialog', { class: 'card', 'aria-labelledby': 'confirm-title' });
  const choice = (label, name, kind, then) => {
    const click = () => {
      dialog.close();
      then?.();
    };
    return button(label, click, { class: `press ${kind}`, 'data-testid': `${testid}-${name}` });
  };
  dialog.append(
    el('h2', { id: 'confirm-title' }, title),
    el('p', {}, words),
    el(
      'div',
      { class: 'buttons' },
      choice(no, 'cancel', 'secondary'),
      choice(yes, 'confirm', danger ? 'danger' : 'primary', act),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Names the place above the messages and in the window's title. */
export function head(world, place, unread) {
  const title = `${place.kind === 'channel' ? '#' : ''}${place.name}, ${world.guild.name}`;
  document.title = unread ? `(${unread}) ${title}` : title;
  const name = $('place-name');
  const print = JSON.stringify([place, world.member(place.withId), world.me]);
  if (name.print === print) return;
  name.print = print;
  name.replaceChildren(sign(world, place), el('span', {}, place.name));
  $('place-topic').textContent = $('place-topic').title = topic(world, place) ?? '';
}

function sign(world, place) {
  switch (place.kind) {
    case 'thread':
      return icon('thread');
    case 'dm':
      return avatar(world.member(place.withId));
    default:
      return place.private ? icon('lock') : '#';
  }
}

function topic(world, place) {
  switch (place.kind) {
    case 'thread':
      return place.private
        ? `Only for ${(place.memberIds ?? []).map(id => world.member(id).name).join(', ')}`
        : `A thread of #${world.place(place.parentId)?.name ?? 'a channel that is gone'}`;
    case 'dm':
      return world.member(place.withId).bio;
    default:
      return place.topic;
  }
}

/** The line below the composer: what matters most of what goes on. */
export function status(world, place, connected) {
  const typing = world && place ? world.typingIn(place.id).map(member => member.name) : [];
  if (!connected) say('warn', 'The connection is lost. Trying again…', true);
  else if (!world) say('', 'Connecting…');
  else if (!world.botOnline)
    say('warn', `${world.bot()?.name ?? 'The bot'} is offline: commands and buttons get no answer until it is back.`);
  else if (typing.length) say('', `${typing.join(' and ')} ${typing.length > 1 ? 'are' : 'is'} typing…`, true);
  else say('', place?.type === 'forum' ? FORUM_HINT : HINT);
}

function say(kind, words, moving = false) {
  const line = $('status');
  if (line.textContent === words) return;
  line.className = `status ${kind}`;
  line.title = words;
  line.replaceChildren(...(moving ? [dots()] : []), words);
}
