import { browser, tab } from './memory.js';
import { follow, server } from './server.js';

const RETRY_MS = 2_000;
/** Several changes of the guild at once are looked at together. */
const GATHER_MS = 30;

/**
 * Keeps this window's world the same as the sandbox's. `arrived(snapshot)` gets a whole world, `happened(event)` each
 * change of it, `reset()` is told that all begins anew, and `connection(up)` whether the sandbox is heard.
 */
export class Live {
  constructor(listener) {
    Object.assign(this, { listener, line: null, turn: 0, waiting: null, gathering: null, shown: null });
  }

  /** Begins with the member of the address, of this window's memory, or whom the sandbox proposes. */
  async start(wanted = new URLSearchParams(location.search).get('as') ?? tab.recall('persona')) {
    try {
      this.become((wanted && (await known(wanted))) || (await server.world()).me);
    } catch {
      this.listener.connection(false);
      setTimeout(() => this.start(wanted), RETRY_MS);
    }
  }

  /** Turns this window into this member's. What is on screen stays until the new world is here. */
  become(id) {
    const turn = ++this.turn;
    this.line?.close();
    clearTimeout(this.gathering);
    this.gathering = null;
    this.me = id;
    tab.remember('persona', id);
    const address = new URL(location.href);
    address.searchParams.set('as', id);
    history.replaceState(null, '', address);
    this.line = follow(id, {
      opened: () => turn === this.turn && this.fetch(),
      happened: event => turn === this.turn && this.receive(event),
      lost: () => turn === this.turn && this.listener.connection(false),
    });
  }

  /**
   * Fetches the world; what happens meanwhile waits, and is then applied to it: applying twice does no harm. Who fetches
   * again has no more use for the first answer.
   */
  async fetch() {
    const { turn } = this;
    const waiting = [];
    this.waiting = waiting;
    const isOld = () => turn !== this.turn || waiting !== this.waiting;
    try {
      const snapshot = await server.world(this.me);
      if (isOld()) return;
      this.waiting = null;
      this.shown = this.me;
      this.listener.connection(true);
      this.listener.arrived(snapshot);
      for (const event of waiting) this.listener.happened(event);
    } catch (refused) {
      if (isOld()) return;
      if (refused.status >= 400 && refused.status < 500) this.start();
      else setTimeout(() => turn === this.turn && this.fetch(), RETRY_MS);
    }
  }

  receive(event) {
    if (event.type === 'reset') {
      for (const kind of ['read', 'dismissed', 'opened']) browser.forget(kind);
      for (const kind of ['drafts', 'scroll']) tab.forget(kind);
      this.listener.reset();
      this.fetch();
    } else if (event.type === 'guild') this.gather();
    else if (event.type === 'member_left' && event.id === this.me) this.start(null);
    else {
      this.waiting?.push(event);
      // What is shown goes on meanwhile: of a form that the bot offers no later world tells.
      if (!this.waiting || this.shown === this.me) this.listener.happened(event);
    }
  }

  gather() {
    const { turn } = this;
    this.gathering ??= setTimeout(() => {
      this.gathering = null;
      if (turn === this.turn) this.fetch();
    }, GATHER_MS);
  }
}

/** The id, if the sandbox knows a member by it. */
async function known(id) {
  try {
    return (await server.world(id)).me;
  } catch (refused) {
    if (refused.status >= 400 && refused.status < 500) return null;
    throw refused;
  }
}
