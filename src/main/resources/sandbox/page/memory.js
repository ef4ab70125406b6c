/**
 * What is remembered between reloads: by `tab` for as long as this window lives, so that two windows can be two
 * members, and by `browser` for all windows, which is where a member's reading belongs.
 */
const PREFIX = 'tummler.';

class Memory {
  /** `storage` gives the storage, or throws where it is blocked: then the page works, and only forgets on reload. */
  constructor(storage) {
    this.storage = storage;
  }

  recall(key, otherwise = null) {
    try {
      return JSON.parse(this.storage().getItem(PREFIX + key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  remember(key, value) {
    try {
      this.storage().setItem(PREFIX + key, JSON.stringify(value));
    } catch {
      // Blocked, as said.
    }
  }

  /** Forgets all whose key starts so. */
  forget(start) {
    try {
      const storage = this.storage();
      for (const key of Object.keys(storage)) if (key.startsWith(PREFIX + start)) storage.removeItem(key);
    } catch {
      // Blocked, as said.
    }
  }
}

export const tab = new Memory(() => sessionStorage);
export const browser = new Memory(() => localStorage);
