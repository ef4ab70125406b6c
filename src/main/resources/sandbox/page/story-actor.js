import { Missing } from './story.js';
import { server } from './server.js';

const PLAYED = ['join', 'offer', 'ask', 'thanks', 'me', 'tasks'];

/** The hands of the story: what a member does in this window, done where it can be seen. */
export class Actor {
  constructor(story, chat, composer) {
    Object.assign(this, { story, chat, composer });
  }

  get world() {
    return this.chat.world;
  }

  /** The newest message of the bot here that is complete, with what it says last. */
  newest(test = () => true) {
    const { world, chat } = this;
    return world
      .said(chat.place.id)
      .findLast(
        message => message.authorId === world.bot()?.id && !message.deferred && !message.system && test(message),
      );
  }

  /** Waits for what comes of a command or a press; that the bot did not respond is the end. */
  answer(find, what) {
    const place = this.chat.place.id;
    const before = new Set(this.world.said(place).map(({ id }) => id));
    return this.story.until(() => {
      const refused = this.world
        .said(place)
        .find(({ id, system, ephemeral }) => system && ephemeral && !before.has(id));
      if (refused) throw this.story.missing(what, refused);
      return find(before);
    }, what);
  }

  async be(role) {
    const { id, name } = this.story.pair()[role];
    this.chat.become(id);
    await this.story.until(() => this.world.me === id, `${name}’s window`);
  }

  async enters(place, what) {
    const found = await this.story.until(() => this.world.places().find(place), what);
    this.chat.go(found.id);
    await this.story.until(() => this.chat.place.id === found.id, what);
  }

  /** Runs a command the way it is typed, and gives the bot's answer. A channel of null means: where one is. */
  async runs(channel, name, options = {}) {
    if (channel) await this.enters(place => place.kind === 'channel' && place.name === channel, `#${channel}`);
    const command = await this.story.until(
      () => this.world.commands.find(known => known.name === name),
      `The command /${name}`,
    );
    const form = this.composer.begin(command);
    form.fill(
      Object.fromEntries(
        Object.entries(options).map(([key, words]) => [key, { text: this.story.told(words), value: null }]),
      ),
    );
    await this.story.show();
    const answered = this.answer(before => this.newest(message => !before.has(message.id)), `An answer to /${name}`);
    // Whoever waits for it below is told.
    answered.catch(() => {});
    await this.composer.submit();
    return answered;
  }

  async says(words) {
    this.composer.leaveCommand(false);
    this.composer.set(words);
    await this.story.show();
    await this.composer.submit();
  }

  /** The newest message here with a button of this kind, and the button; null if there is none. */
  button(kind) {
    const found = message =>
      buttons(message.components).find(button => kind.test(button.custom_id ?? '') && !button.disabled);
    const message = this.newest(found);
    return message ? { message, button: found(message) } : null;
  }

  /** Presses the real button, and waits for what comes of it. */
  async presses(kind, what) {
    const { message, button } = await this.story.until(() => this.button(kind), capital(what));
    const node = await this.story.until(() => this.node(message, button), capital(what));
    node.scrollIntoView({ block: 'nearest' });
    node.classList.add('shown');
    await this.story.show();
    const print = JSON.stringify(message);
    const seen = this.world.said(message.channelId).length;
    const answered = this.answer(
      () =>
        !this.chat.busy.has(message.id) &&
        (JSON.stringify(this.world.message(message.channelId, message.id)) !== print ||
          this.world.said(message.channelId).length > seen),
      `An answer to “${button.label}”`,
    );
    // It may have been drawn anew meanwhile.
    (this.node(message, button) ?? node).click();
    await answered;
  }

  node(message, button) {
    const row = document.querySelector(`.message[data-id="${CSS.escape(message.id)}"]`);
    return row?.querySelector(`[data-focus="${CSS.escape(`press-${button.custom_id}`)}"]`);
  }

  /** Opens the direct messages of the bot, when the message with such a button is there. */
  async hears(kind, what) {
    const bot = this.world.bot()?.id;
    await this.enters(place => place.kind === 'dm' && place.withId === bot, 'A direct message from the bot');
    await this.story.until(() => this.button(kind), capital(what));
  }

  async opensThread(what) {
    await this.enters(place => place.kind === 'thread' && !place.archived && this.newestIn(place), capital(what));
  }

  newestIn(place) {
    return this.world.said(place.id).length > 0;
  }

  finds(message, kind, what) {
    if (!buttons(message.components).some(({ custom_id: id }) => kind.test(id ?? '')))
      throw this.story.missing(capital(what));
  }

  async forwards(duration) {
    if (!(await this.chat.forward(duration))) throw new Missing('The clock could not be moved.');
  }

  /** Has the bot forget a member: what it asks for in between is answered too. */
  async forgets(role) {
    if (!this.world.botOnline)
      throw new Missing(`${this.world.bot()?.name ?? 'The bot'} is offline. Start it, and then the story.`);
    for (const name of PLAYED)
      await this.story.until(() => this.world.commands.some(command => command.name === name), `The command /${name}`);
    await this.be(role);
    await this.runs('general', 'me', { what: 'forget' });
    await this.presses(/^community\.forget/, 'the button that has the bot forget');
  }

  /** Clears away all that was said, and waits until this window is empty too. */
  async clears() {
    const before = this.world;
    if (!(await this.chat.attempt(server.reset()))) throw new Missing('The sandbox could not be cleared.');
    await this.story.until(() => this.world !== before, 'The clean community');
  }
}

/** All buttons within components. */
function buttons(components) {
  return (components ?? []).flatMap(component => [
    ...(component.type === 2 ? [component] : []),
    ...buttons(component.components),
    ...buttons(component.accessory ? [component.accessory] : []),
  ]);
}

const capital = words => words[0].toUpperCase() + words.slice(1);
