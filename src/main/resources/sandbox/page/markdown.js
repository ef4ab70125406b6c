import { el } from './dom.js';
import { full, stamp } from './times.js';

/**
 * The chat's markdown, straight into DOM nodes: text only ever becomes text nodes, a link only ever leads to http(s).
 * `names` makes the nodes for what has a name, `person(id)` and `place(id)`, and tells the time, `now()` in ms.
 */
export function markdown(text, names) {
  return blocks(text.split('\n'), names);
}

/** The same without line structure, for a preview of one line. */
export function plain(text, names) {
  return wordsOf(inline(text.replace(/^[>#-]+ /gm, '').replace(/\s+/g, ' '), names));
}

const HEADING = /^(#{1,3}) +(\S.*)$/;
const SUBTEXT = /^-# +(\S.*)$/;
const QUOTE = /^>(?: (.*))?$/;
const ITEM = /^( *)(?:[-*]|(\d{1,3})\.) +(\S.*)$/;
const FENCE = /^```\w*$/;

function blocks(lines, names, quoted = false) {
  const out = [];
  let at = 0;
  const take = (pattern, fits = () => true) => {
    const taken = [];
    for (let match; at < lines.length && (match = pattern.exec(lines[at])) && fits(match); at++) taken.push(match);
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at];
    let match;
    if (FENCE.test(line)) {
      const end = lines.indexOf('```', at + 1);
      const until = end < 0 ? lines.length : end;
      out.push(el('pre', {}, el('code', {}, lines.slice(at + 1, until).join('\n'))));
      at = until + 1;
    } else if ((match = HEADING.exec(line))) {
      const level = match[1].length;
      out.push(el('p', { class: `h h${level}`, role: 'heading', 'aria-level': level + 2 }, inline(match[2], names)));
      at++;
    } else if ((match = SUBTEXT.exec(line))) {
      out.push(el('p', { class: 'subtext' }, inline(match[1], names)));
      at++;
    } else if (QUOTE.test(line) && !quoted) {
      out.push(
        el(
          'blockquote',
          {},
          blocks(
            take(QUOTE).map(([, words]) => words ?? ''),
            names,
            true,
          ),
        ),
      );
    } else if (ITEM.test(line)) {
      const numbered = ITEM.exec(line)[2] !== undefined;
      out.push(
        list(
          take(ITEM, match => (match[2] !== undefined) === numbered),
          names,
        ),
      );
    } else if (line.trim() === '') {
      out.at(-1)?.classList.add('gap');
      at++;
    } else {
      const start = at++;
      while (at < lines.length && isProse(lines[at])) at++;
      out.push(el('p', {}, inline(lines.slice(start, at).join('\n'), names)));
    }
  }
  out.at(-1)?.classList.remove('gap');
  return out;
}

const isProse = line =>
  line.trim() !== '' && ![FENCE, HEADING, SUBTEXT, QUOTE, ITEM].some(pattern => pattern.test(line));

function list(items, names) {
  const numbered = items[0][2];
  return el(
    numbered ? 'ol' : 'ul',
    { start: numbered ?? null },
    items.map(([, indent, , text]) => el('li', { class: indent.length > 1 ? 'deep' : null }, inline(text, names))),
  );
}

/** The first rule that matches at the earliest place wins. In each, `\\[^]` steps over an escaped character. */
const INNER = String.raw`((?:\\[^]|(?!\1)[^\\])+?)`;
const RULES = [
  [/\\([!-\/:-@\[-`{-~])/, match => match[1]],
  [/(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)/, match => el('code', {}, match[2].trim())],
  [/<@!?([\w-]+)>/, (match, names) => names.person(match[1])],
  [/<#([\w-]+)>/, (match, names) => names.place(match[1])],
  [/<\/([\w -]+):\w+>/, match => el('code', {}, `/${match[1]}`)],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, time],
  [/\[((?:\\[^]|[^\\\]])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (match, names) => named(match, names)],
  [/<(https?:\/\/[^\s>]+)>/, match => link(match[1], match[1])],
  [/https?:\/\/[^\s<>]*[^\s<>.,:;!?'"*_)\]]/, match => link(match[0], match[0])],
  [new RegExp(String.raw`(\*\*)${INNER}\*\*`), (match, names) => el('strong', {}, inline(match[2], names))],
  [new RegExp(String.raw`(__)${INNER}__`), (match, names) => el('u', {}, inline(match[2], names))],
  [new RegExp(String.raw`(~~)${INNER}~~`), (match, names) => el('s', {}, inline(match[2], names))],
  [new RegExp(String.raw`(\*)(?!\s)${INNER}\*`), (match, names) => el('em', {}, inline(match[2], names))],
  [new RegExp(String.raw`(?<!\w)(_)(?!\s)${INNER}_(?!\w)`), (match, names) => el('em', {}, inline(match[2], names))],
];

function inline(text, names) {
  const out = [];
  let rest = text;
  while (rest !== '') {
    let first = null;
    for (const [pattern, build] of RULES) {
      const match = pattern.exec(rest);
      if (match && (first === null || match.index < first.match.index)) first = { match, build };
      if (match?.index === 0) break;
    }
    if (first === null) break;
    const { match, build } = first;
    out.push(...broken(rest.slice(0, match.index)));
    out.push(build(match, names));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...out, ...broken(rest)];
}

/** Text with its line breaks as elements. */
const broken = text =>
  text
    .split('\n')
    .flatMap((line, at) => (at === 0 ? [line] : [el('br'), line]))
    .filter(Boolean);

const wordsOf = nodes => el('span', {}, nodes).textContent;

/** A link with words of its own, unless the words pretend to be an address themselves. */
function named([whole, words, address], names) {
  return words.includes('://') ? whole : link(address, wordsOf(inline(words, names)));
}

const link = (address, words) =>
  el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, words);

function time(match, names) {
  const ms = Number(match[1]) * 1000;
  if (Math.abs(ms) > 8.64e15) return match[0];
  const style = match[2] ?? 'f';
  const props = { datetime: new Date(ms).toISOString(), title: full(ms), 'data-relative': style === 'R' ? ms : null };
  return el('time', props, stamp(ms, style, names.now()));
}
