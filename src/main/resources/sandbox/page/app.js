import { Chat } from './chat.js';
import { Clock } from './clock.js';
import { Composer } from './composer.js';
import { avatar } from './dom.js';
import { drawer, head, status, theme } from './frame.js';
import { GuideView } from './guide-view.js';
import { Live } from './live.js';
import { plain } from './markdown.js';
import { browser } from './memory.js';
import { Menus } from './menus.js';
import { Messages } from './messages.js';
import { People } from './people.js';
import { Sidebar } from './sidebar.js';
import { Story } from './story.js';
import { StoryView } from './story-view.js';
import { ReadMarks } from './unread.js';
import { World } from './world.js';

const $ = id => document.getElementById(id);
const root = document.documentElement;
const wide = matchMedia('(min-width: 1100px)');

let connected = true;
let scheduled = false;

const live = new Live({ arrived, happened, reset: forgotten, connection });
const chat = new Chat({ live, happened, render });
const sidebar = new Sidebar(chat, { who: $('who'), places: $('places'), foot: $('side-foot') });
const messages = new Messages(chat, $('log'), $('rows'), $('jump'));
const composer = new Composer(chat, $('composer'));
const people = new People(chat, $('members'));
const clock = new Clock(chat, $('clock'));
const story = new Story(chat, composer);
const storyView = new StoryView(story, $('story'));
const guide = new GuideView(chat, $('guide'), wide);
const menus = new Menus(chat, $('log'));
Object.assign(chat, { messages, composer, people, guide, menus, story });

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
  story.look();
}

function happened(event) {
  const { world } = chat;
  const { channelId, id } = event.message ?? {};
  const before = event.message && world.message(channelId, id);
  world.apply(event);
  if (event.message) chat.answered(event.message);
  if (event.type === 'taken') chat.takenUp(event);
  // What the bot acknowledged is news when its words come.
  if (event.message && (!before || before.deferred) && world.message(channelId, id)) announce(event.message);
  render();
  story.look();
}

function forgotten() {
  guide.go(0);
  composer.forget();
  chat.picks.clear();
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
  const wanted = world.place(named(location.hash.slice(1)));
  const place = wanted ?? world.places()[0];
  if (!wanted) history.replaceState(null, '', chat.address(place.id));
  if (anew || place.id !== chat.place?.id)
    chat.newSince = chat.marks.unread(world, place.id) ? chat.marks.of(place.id) : null;
  chat.place = place;
  render();
}

/** What an address names; nobody but the page itself is sure to spell it well. */
function named(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return null;
  }
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
    me(world.self());
    sidebar.render();
    messages.render();
    composer.show(chat.place);
    people.render();
    guide.render();
    clock.render();
    status(world, chat.place, connected);
  });
}

/** Who you are, where the side bar is out of sight. */
function me(self) {
  const badge = $('me');
  if (badge.dataset.id === self.id) return;
  badge.dataset.id = self.id;
  badge.setAttribute('aria-label', `You are ${self.name}. Be somebody else`);
  badge.replaceChildren(avatar(self));
}

/** The guide stands beside the chat where there is room, and above it where there is none. */
function arrange() {
  const parts = [$('story'), $('guide')];
  if (wide.matches) $('people').prepend(...parts);
  else document.querySelector('.head').after(...parts);
  drawer(null);
}

function keys(event) {
  if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector(':popover-open, dialog[open]')) {
    if (root.dataset.drawer) drawer(null);
    else if (!wide.matches) guide.fold();
  }
  if (event.key.length === 1 && /\S/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
    composer.wake(event.target);
  const step = event.altKey && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !chat.world) return;
  event.preventDefault();
  const places = chat.world.places();
  const at = places.findIndex(place => place.id === chat.place.id) + step;
  chat.go(places[(at + places.length) % places.length].id);
}

function tick() {
  if (!chat.world) return;
  clock.render();
  status(chat.world, chat.place, connected);
}

addEventListener('hashchange', () => {
  if (chat.world) enter(false);
  story.look();
});
addEventListener('keydown', keys);
document.addEventListener('visibilitychange', render);
wide.addEventListener('change', arrange);
theme.changed(render);
for (const name of ['side', 'people']) $(`open-${name}`).addEventListener('click', () => drawer(name));
$('veil').addEventListener('click', () => drawer(null));
story.changed(() => {
  root.dataset.story = story.state === 'off' ? 'off' : 'on';
  storyView.render();
});
setInterval(tick, 1000);
arrange();
live.start();
