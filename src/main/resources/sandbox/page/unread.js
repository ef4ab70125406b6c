import { browser } from './memory.js';

/** How far one member has read. What was said before the page was first opened counts as read. */
export class ReadMarks {
  constructor(world) {
    this.key = `read.${world.me}`;
    this.marks = browser.recall(this.key, {});
    this.opened = browser.recall('opened', Infinity);
    if (Math.max(this.opened, ...Object.values(this.marks)) > world.now()) this.begin(world.now());
  }

  /** Begins anew: the first time, and when the sandbox's clock stands before what we remember. */
  begin(now) {
    this.opened = now;
    this.marks = {};
    browser.forget('read.');
    browser.remember('opened', now);
  }

  /** The time in ms up to which this place was read. */
  of(placeId) {
    return this.marks[placeId] ?? this.opened;
  }

  unread(world, placeId) {
    const mark = this.of(placeId);
    return world.said(placeId).filter(message => message.authorId !== world.me && Date.parse(message.at) > mark).length;
  }

  read(world, placeId) {
    const last = world.said(placeId).at(-1);
    if (!last || Date.parse(last.at) <= this.of(placeId)) return;
    this.marks[placeId] = Date.parse(last.at);
    browser.remember(this.key, this.marks);
  }
}
