import { Picks } from './components.js';
import { button, el } from './dom.js';
import { confirm, drawer, notice, theme } from './frame.js';
import { browser, tab } from './memory.js';
import { ModalForm } from './modal.js';
import { Offers } from './offers.js';
import { server } from './server.js';

/** Beyond the time that the bot has for its first answer, in which it may offer a form or choices. */
const BUSY_MS_MORE = 12_000;
const OFFER_MS_MORE = 1_000;
const TYPING_MS = 5_000;

const root = document.documentElement;

/** What the views share: the state of this window, and all that a member can do in it. */
export class Chat {
  constructor({ live, happened, render }) {
    Object.assign(this, { live, happened, render });
    this.world = null;
    this.place = null;
    this.marks = null;
    this.newSince = null;
    /** Which component of which message waits for its answer: message id to the press of it. */
    this.busy = new Map();
    this.picks = new Picks();
    this.dismissed = new Set();
    this.offers = new Offers();
    this.typedAt = 0;
    this.names = {
      now: () => this.world.now(),
      person: id => this.personName(id),
      place: id => this.placeName(id),
    };
    this.drawer = drawer;
    this.dark = theme.dark;
  }

  /** How markdown shows a member. */
  personName(id) {
    const member = this.world.members.find(known => known.id === id);
    if (!member) return el('span', { class: 'mention' }, '@somebody');
    const kind = id === this.world.me ? 'mention mine' : 'mention';
    const click = () => this.profile(id);
    const hooks = { 'data-focus': `mention-${id}`, 'data-person': id };
    return button(`@${member.name}`, click, { class: kind, tabindex: -1, ...hooks });
  }

  /** How markdown shows a place. */
  placeName(id) {
    const place = this.world.place(id);
    if (!place) return el('span', { class: 'mention' }, '#somewhere');
    return el('a', { class: 'mention', href: this.address(id) }, `#${place.name}`);
  }

  address(id) {
    return `#${encodeURIComponent(id)}`;
  }

  go(id) {
    location.hash = this.address(id);
    drawer(null);
  }

  here() {
    return { as: this.world.me, channelId: this.place.id };
  }

  /** The answer, or null after telling why there is none. */
  async attempt(asked) {
    try {
      return await asked;
    } catch (refused) {
      notice(refused.message);
      return null;
    }
  }

  become(id) {
    if (id !== this.world.me) this.live.become(id);
    drawer(null);
  }

  profile(id) {
    this.people.show(id);
  }

  reply(message) {
    this.composer.reply(message);
  }

  mention(member) {
    drawer(null);
    this.composer.mention(member.username);
  }

  async say(content, replyToId) {
    this.typedAt = 0;
    const message = await this.attempt(server.say({ ...this.here(), content, replyToId }));
    if (message?.id) this.happened({ type: 'message', message });
    if (message) this.messages.toBottom();
    return message;
  }

  /** Lets the others know that words are being written. */
  type() {
    if (Date.now() - this.typedAt < TYPING_MS) return;
    this.typedAt = Date.now();
    // Nobody needs to know when this fails.
    server.type(this.here()).catch(() => {});
  }

  async run(name, options) {
    this.messages.toBottom();
    return this.asked(await this.attempt(server.run({ ...this.here(), name, options })));
  }

  /** Chooses an entry that the bot put into the menu of a message or a person. */
  async choose(name, targetId) {
    drawer(null);
    this.messages.toBottom();
    return this.asked(await this.attempt(server.run({ ...this.here(), name, targetId })));
  }

  press(message, customId) {
    return this.use(message, customId, server.press);
  }

  select(message, menu, values) {
    this.picks.set(message, menu, values);
    return this.use(message, menu.custom_id, target => server.select({ ...target, values }));
  }

  async use({ id, channelId }, customId, ask) {
    const press = { customId };
    const ends = () => this.busy.get(id) === press && this.busy.delete(id);
    this.busy.set(id, press);
    this.render();
    setTimeout(() => {
      if (!ends()) return;
      notice('No answer came. Press again, or see whether the bot is online.');
      this.render();
    }, this.world.patienceMs + BUSY_MS_MORE);
    const asked = await this.attempt(ask({ as: this.world.me, channelId, messageId: id, customId }));
    if (!asked && ends()) this.render();
    return this.asked(asked);
  }

  /** Opens the form that the bot may answer with; gives back what was asked. */
  asked(asked) {
    if (asked?.interactionId)
      this.offers.of(asked.interactionId, this.offerMs()).then(offer => offer?.modal && this.fillIn(offer));
    return asked;
  }

  offerMs() {
    return this.world.patienceMs + OFFER_MS_MORE;
  }

  fillIn({ interactionId, modal }) {
    const { me } = this.world;
    return new ModalForm(this, modal, async values => {
      try {
        this.asked(await server.submit({ as: me, interactionId, values }));
        return null;
      } catch (refused) {
        return refused.message;
      }
    });
  }

  /** What the bot suggests for an option that is being typed; null if nothing came. */
  async complete(name, option, typed, options) {
    const asked = await this.attempt(server.complete({ ...this.here(), name, option, typed, options }));
    if (!asked) return null;
    return (await this.offers.of(asked.interactionId, this.offerMs()))?.choices ?? null;
  }

  react({ id, channelId }, emoji) {
    return this.attempt(server.react({ as: this.world.me, channelId, messageId: id, emoji }));
  }

  messageMenu(target) {
    this.menus.message(target.closest('.message').dataset.id, target);
  }

  async copy(words) {
    try {
      await navigator.clipboard.writeText(words ?? '');
    } catch {
      notice('The browser did not let the page copy.');
    }
  }

  dismiss(message) {
    this.dismissed.add(message.id);
    browser.remember(`dismissed.${this.world.me}`, [...this.dismissed]);
    this.render();
    document.getElementById('log').focus({ preventScroll: true });
  }

  async openDm(withId) {
    const dm = await this.attempt(server.openDm({ as: this.world.me, withId }));
    if (!dm) return;
    this.happened({ type: 'dm', dm });
    this.go(dm.id);
  }

  async setDmsOpen(open) {
    const self = this.world.self();
    const set = await this.attempt(server.setDmsOpen({ as: self.id, open }));
    if (set) this.happened({ type: 'member', member: { ...self, dmsOpen: open } });
  }

  async forward(duration) {
    const clock = await this.attempt(server.forward(duration));
    if (clock?.now) this.happened({ type: 'clock', now: clock.now });
    return clock;
  }

  reset() {
    const words =
      'All that was said and done on this page is thrown away. To make the bot forget everybody too, stop it and ' +
      'delete its folder “data”.';
    const asked = { title: 'Start over?', words, yes: 'Start over', no: 'Keep it', testid: 'reset', danger: true };
    confirm(asked, () => this.attempt(server.reset()));
  }

  /** Ends the busy look of what this message answers: its own components, or those that it stands beside. */
  answered(message) {
    this.busy.delete(message.id);
    if (!this.world.member(message.authorId).bot) return;
    for (const id of this.busy.keys()) if (this.world.message(message.channelId, id)) this.busy.delete(id);
  }

  takenUp(offer) {
    if (offer.messageId) this.busy.delete(offer.messageId);
    this.offers.arrived(offer);
  }

  toggleTheme() {
    theme.toggle();
    this.render();
  }

  guideOpen() {
    return root.dataset.guide !== 'closed';
  }

  toggleGuide() {
    const close = this.guideOpen();
    tab.remember('guide.closed', close);
    if (close) root.dataset.guide = 'closed';
    else delete root.dataset.guide;
    this.guide.details.open = true;
    drawer(null);
    this.render();
  }
}
