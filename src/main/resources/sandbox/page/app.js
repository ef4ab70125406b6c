import { Clock } from './clock.js';
import { Composer } from './composer.js';
import { button, el } from './dom.js';
import { confirmReset, drawer, head, notice, status, theme } from './frame.js';
import { GuideView } from './guide-view.js';
import { Live } from './live.js';
import { plain } from './markdown.js';
import { browser, tab } from './memory.js';
import { Messages } from './messages.js';
import { People } from './people.js';
import { server } from './server.js';
import { Sidebar } from './sidebar.js';
import { ReadMarks } from './unread.js';
import { World } from './world.js';

const BUSY_MS_MAX = 15_000;

const $ = id => document.getElementById(id);
const root = document.documentElement;
const wide = matchMedia('(min-width: 1100px)');

let connected = true;
let scheduled = false;

/** What the views share: the state of this window, and all that a member can do in it. */
const chat = {
  world: null,
  place: null,
  marks: null,
  newSince: null,
  /** Which button of which message waits for its answer: message id to custom id. */
  busy: new Map(),
  dismissed: new Set(),

  /** How markdown shows members and places. */
  names: {
    now: () => chat.world.now(),
    person(id) {
      const member = chat.world.members.find(known => known.id === id);
      if (!member) return el('span', { class: 'mention' }, '@somebody');
      const kind = id === chat.world.me ? 'mention mine' : 'mention';
      const click = () => chat.profile(id);
      return button(`@${member.name}`, click, { class: kind, tabindex: -1, 'data-focus': `mention-${id}` });
    },
    place(id) {
      const place = chat.world.place(id);
      if (!place) return el('span', { class: 'mention' }, '#somewhere');
      return el('a', { class: 'mention', href: address(id) }, `#${place.name}`);
    },
  },

  become(id) {
    if (id !== chat.world.me) live.become(id);
    drawer(null);
  },
  profile: id => people.show(id),
  reply: message => composer.reply(message),

  async say(content, replyToId) {
    const message = await attempt(server.say({ ...here(), content, replyToId }));
    if (message?.id) happened({ type: 'message', message });
    if (message) messages.toBottom();
    return message;
  },
  run(name, options) {
    messages.toBottom();
    return attempt(server.run({ ...here(), name, options }));
  },
  async press({ id, channelId }, { customId }) {
    chat.busy.set(id, customId);
    render();
    setTimeout(() => {
      if (!chat.busy.delete(id)) return;
      notice('No answer came. Press again, or see whether the bot is online.');
      render();
    }, BUSY_MS_MAX);
    const pressed = await attempt(server.press({ as: chat.world.me, channelId, messageId: id, customId }));
    if (!pressed && chat.busy.delete(id)) render();
  },
  react: ({ id, channelId }, emoji) => attempt(server.react({ as: chat.world.me, channelId, messageId: id, emoji })),
  dismiss(message) {
    chat.dismissed.add(message.id);
    browser.remember(`dismissed.${chat.world.me}`, [...chat.dismissed]);
    render();
    $('log').focus({ preventScroll: true });
  },
  async openDm(withId) {
    const dm = await attempt(server.openDm({ as: chat.world.me, withId }));
    if (!dm) return;
    happened({ type: 'dm', dm });
    location.hash = address(dm.id);
    drawer(null);
  },
  async setDmsOpen(open) {
    const self = chat.world.self();
    const set = await attempt(server.setDmsOpen({ as: self.id, open }));
    if (set) happened({ type: 'member', member: { ...self, dmsOpen: open } });
  },
  async forward(duration) {
    const clock = await attempt(server.forward(duration));
    if (clock?.now) happened({ type: 'clock', now: clock.now });
  },
  reset: () => confirmReset(() => attempt(server.reset())),

  drawer,
  dark: theme.dark,
  toggleTheme() {
    theme.toggle();
    render();
  },
  guideOpen: () => root.dataset.guide !== 'closed',
  toggleGuide() {
    const close = chat.guideOpen();
    tab.remember('guide.closed', close);
    if (close) root.dataset.guide = 'closed';
    else delete root.dataset.guide;
    guide.details.open = true;
    drawer(null);
    render();
  },
};

const sidebar = new Sidebar(chat, { who: $('who'), places: $('places'), foot: $('side-foot') });
const messages = new Messages(chat, $('log'), $('rows'), $('jump'));
const composer = new Composer(chat, $('composer'));
const people = new People(chat, $('members'));
const clock = new Clock(chat, $('clock'));
const guide = new GuideView(chat, $('guide'), wide);
const live = new Live({ arrived, happened, reset: () => guide.go(0), connection });

const address = id => `#${encodeURIComponent(id)}`;
const here = () => ({ as: chat.world.me, channelId: chat.place.id });

/** The answer, or null after telling why there is none. */
async function attempt(asked) {
  try {
    return await asked;
  } catch (refused) {
    notice(refused.message);
    return null;
  }
}

function connection(up) {
  connected = up;
  status(chat.world, chat.place, connected);
}

function arrived(snapshot) {
  const anew = chat.world?.me !== snapshot.me;
  chat.world = new World(snapshot);
  chat.marks = new ReadMarks(chat.world);
  chat.dismissed = new Set(browser.recall(`dismissed.${snapshot.me}`, []));
  chat.busy.clear();
  root.dataset.ready = 'true';
  enter(anew);
}

function happened(event) {
  const { world } = chat;
  const isNew = event.type === 'message' && !world.message(event.message.channelId, event.message.id);
  world.apply(event);
  if (event.message) answered(event.message);
  if (isNew) announce(event.message);
  render();
}

/** Ends the busy look of the buttons that this message answers: its own, or those that it stands beside. */
function answered(message) {
  chat.busy.delete(message.id);
  if (!chat.world.member(message.authorId).bot) return;
  for (const id of chat.busy.keys()) if (chat.world.message(message.channelId, id)) chat.busy.delete(id);
}

/** Tells a screen reader what was said. */
function announce(message) {
  const { world, place } = chat;
  if (message.authorId === world.me || message.deferred) return;
  const author = world.member(message.authorId).name;
  const words = plain(message.content ?? '', chat.names);
  const where = world.place(message.channelId)?.name ?? 'a new place';
  $('announcer').textContent =
    message.channelId === place.id ? `${author}: ${words}` : `New message from ${author} in ${where}`;
}

/** Goes to the place in the address, or to the first when this member can't see that one. */
function enter(anew) {
  const { world } = chat;
  const wanted = world.place(decodeURIComponent(location.hash.slice(1)));
  const place = wanted ?? world.places()[0];
  if (!wanted) history.replaceState(null, '', address(place.id));
  if (anew || place.id !== chat.place?.id)
    chat.newSince = chat.marks.unread(world, place.id) ? chat.marks.of(place.id) : null;
  chat.place = place;
  render();
}

/** Renders once for all that changed in this turn of the event loop. */
function render() {
  if (scheduled || !chat.world) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    const { world } = chat;
    chat.place = world.place(chat.place.id) ?? world.places()[0];
    if (document.visibilityState === 'visible') chat.marks.read(world, chat.place.id);
    const unread = world.places().filter(({ id }) => id !== chat.place.id && chat.marks.unread(world, id)).length;
    head(world, chat.place, unread);
    sidebar.render();
    messages.render();
    composer.show(chat.place);
    people.render();
    guide.render();
    clock.render();
    status(world, chat.place, connected);
  });
}

/** The guide stands beside the chat where there is room, and above it where there is none. */
function arrange() {
  if (wide.matches) $('people').prepend($('guide'));
  else document.querySelector('.head').after($('guide'));
  drawer(null);
}

function keys(event) {
  if (event.key === 'Escape' && root.dataset.drawer) drawer(null);
  if (event.key.length === 1 && /\S/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
    composer.wake(event.target);
  const step = event.altKey && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !chat.world) return;
  event.preventDefault();
  const places = chat.world.places();
  const at = places.findIndex(place => place.id === chat.place.id) + step;
  location.hash = address(places[(at + places.length) % places.length].id);
}

function tick() {
  if (!chat.world) return;
  clock.render();
  status(chat.world, chat.place, connected);
}

addEventListener('hashchange', () => chat.world && enter(false));
addEventListener('keydown', keys);
document.addEventListener('visibilitychange', render);
wide.addEventListener('change', arrange);
theme.changed(render);
for (const name of ['side', 'people']) $(`open-${name}`).addEventListener('click', () => drawer(name));
$('veil').addEventListener('click', () => drawer(null));
setInterval(tick, 1000);
arrange();
live.start();
