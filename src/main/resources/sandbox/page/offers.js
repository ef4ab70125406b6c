const EARLY_MAX = 20;

/**
 * What the bot offers to who asked, a form or choices. The live line tells of it, maybe before the request that asked is
 * answered, and in every window of the same member: only the one that asked waits for it.
 */
export class Offers {
  constructor() {
    this.waiting = new Map();
    this.early = new Map();
  }

  /** The offer to this interaction, or null when there is none within `ms`. */
  of(interactionId, ms) {
    const early = this.early.get(interactionId);
    if (early) return Promise.resolve(early);
    return new Promise(resolve => {
      const give = offer => {
        clearTimeout(timer);
        this.waiting.delete(interactionId);
        resolve(offer);
      };
      const timer = setTimeout(() => give(null), ms);
      this.waiting.set(interactionId, give);
    });
  }

  arrived(offer) {
    const give = this.waiting.get(offer.interactionId);
    if (give) return give(offer);
    this.early.set(offer.interactionId, offer);
    if (this.early.size > EARLY_MAX) this.early.delete(this.early.keys().next().value);
  }
}
