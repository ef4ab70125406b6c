import { tab } from './memory.js';

const PLACES_MAX = 60;

/** Where a reader was in each place, so that a reload and a way back lead there again. */
export class Scrolls {
  constructor(log, list) {
    Object.assign(this, { log, list, held: new Map(tab.recall('scroll', [])) });
    addEventListener('pagehide', () => tab.remember('scroll', [...this.held]));
  }

  /** Remembers the first message in sight; who is at the newest stays with the newest. */
  keep(place, atNewest) {
    this.held.delete(place);
    if (atNewest) return;
    const top = this.log.getBoundingClientRect().top;
    const first = [...this.list.children].find(row => row.dataset.id && row.getBoundingClientRect().bottom > top);
    if (!first) return;
    this.held.set(place, [first.dataset.id, Math.round(first.getBoundingClientRect().top - top)]);
    if (this.held.size > PLACES_MAX) this.held.delete(this.held.keys().next().value);
  }

  /** Goes there; false when there is nothing to go to. */
  restore(place) {
    const [id, offset] = this.held.get(place) ?? [];
    const row = id && this.list.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (!row) return false;
    this.log.scrollTop += row.getBoundingClientRect().top - this.log.getBoundingClientRect().top - offset;
    return true;
  }
}
