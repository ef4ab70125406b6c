import { players, told } from './guide.js';
import { plain } from './markdown.js';
import { Actor } from './story-actor.js';
import { BEATS } from './story-script.js';

const WAIT_MS_MAX = 20_000;
const SHOW_MS = 800;
const READ_MS_MIN = 2_200;
const READ_MS_PER_CHARACTER = 45;

/** Something that the story waits for did not come. */
export class Missing extends Error {}

class Stopped extends Error {}

/**
 * Plays the loop by itself, in the real sandbox and in this window, through what a member can do: it reads what the bot
 * answered and presses the real buttons. `state` is off, playing, paused, missing (something did not come) or done.
 */
export class Story {
  constructor(chat, composer) {
    Object.assign(this, { chat, state: 'off', at: 0, words: '', trouble: '', turn: 0, acting: false });
    this.actor = new Actor(this, chat, composer);
    this.listeners = [];
    this.waiting = new Set();
    this.wake = null;
  }

  get total() {
    return BEATS.length;
  }

  get title() {
    return this.state === 'done' ? 'That was the loop' : BEATS[this.at].title;
  }

  pair() {
    return players(this.chat.world.personas());
  }

  told(words) {
    return told(words, this.pair());
  }

  changed(listener) {
    this.listeners.push(listener);
    this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener();
  }

  set(state) {
    this.state = state;
    this.tell();
  }

  async start() {
    const turn = ++this.turn;
    Object.assign(this, { at: 0, trouble: '' });
    this.set('playing');
    try {
      for (this.at = 0; this.at < BEATS.length; this.at++) await this.beat(BEATS[this.at], turn);
      this.at = BEATS.length - 1;
      this.words = 'Now it is yours: be anybody, and try it yourself. Everything is still here.';
      this.set('done');
    } catch (failed) {
      if (turn !== this.turn) return;
      if (!(failed instanceof Missing)) throw failed;
      this.trouble = failed.message;
      this.set('missing');
    } finally {
      if (turn === this.turn) this.acting = false;
    }
  }

  async beat({ as, text, act }, turn) {
    this.words = this.told(text);
    this.acting = true;
    this.tell();
    await this.actor.be(as);
    // Only now may one go on to what is next.
    const read = this.rest(READ_MS_MIN + this.words.length * READ_MS_PER_CHARACTER, turn);
    this.acting = false;
    this.tell();
    await read;
    this.acting = true;
    this.tell();
    await act(this.actor);
    this.check(turn);
    this.acting = false;
    this.tell();
  }

  check(turn) {
    if (turn !== this.turn) throw new Stopped();
  }

  pause() {
    this.set('paused');
  }

  resume() {
    this.set('playing');
    this.wake?.();
  }

  /** Goes on at once: to the next beat when it is paused, else without the time to read. */
  next() {
    this.wake?.();
  }

  stop() {
    this.turn++;
    this.wake?.();
    for (const wait of this.waiting) wait.fail(new Stopped());
    this.acting = false;
    this.set('off');
  }

  /** Leaves time to read, or for ever while it is paused. */
  async rest(ms, turn) {
    await new Promise(resolve => {
      const timer = setTimeout(() => this.state !== 'paused' && this.wake?.(), ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
    this.check(turn);
  }

  /** Leaves a moment to see what is about to be done. */
  async show() {
    const { turn } = this;
    await new Promise(resolve => setTimeout(resolve, SHOW_MS));
    this.check(turn);
  }

  /** Waits until `find` gives something, looking after every change; what never comes is named in plain words. */
  until(find, what) {
    const { turn } = this;
    return new Promise((resolve, reject) => {
      const end = then => value => {
        clearTimeout(timer);
        this.waiting.delete(wait);
        then(value);
      };
      const wait = {
        look: () => {
          if (turn !== this.turn) return wait.fail(new Stopped());
          try {
            const found = find();
            if (found) wait.give(found);
          } catch (missing) {
            wait.fail(missing);
          }
        },
        give: end(resolve),
        fail: end(reject),
      };
      const timer = setTimeout(() => wait.fail(this.missing(what)), WAIT_MS_MAX);
      this.waiting.add(wait);
      wait.look();
    });
  }

  /** What did not come, and what the bot said instead. */
  missing(what, instead) {
    const { world, place, names } = this.chat;
    const last = instead ?? world.said(place.id).findLast(message => message.authorId === world.bot()?.id);
    const heard = last
      ? ` Its last words here: “${plain(last.content ?? '', names).slice(0, 160)}”`
      : ' It said nothing here.';
    const bot = world.bot()?.name ?? 'The bot';
    return new Missing(`${what} did not come.${world.botOnline ? heard : ` ${bot} is offline.`}`);
  }

  /** Called after every change of the world. */
  look() {
    for (const wait of [...this.waiting]) wait.look();
  }
}
