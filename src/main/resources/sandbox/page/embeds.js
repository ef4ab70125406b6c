import { placeholder } from './components.js';
import { el } from './dom.js';
import { markdown } from './markdown.js';
import { full } from './times.js';

/** One embed, as far as it can be shown without the network. */
export function embed(of, names) {
  const box = el(
    'div',
    { class: of.thumbnail ? 'embed with-thumbnail' : 'embed' },
    of.author?.name ? el('p', { class: 'embed-author' }, linked(of.author.name, of.author.url)) : null,
    of.title ? el('p', { class: 'h h3' }, linked(of.title, of.url)) : null,
    of.description ? el('div', { class: 'body' }, markdown(of.description, names)) : null,
    of.fields?.length
      ? el(
          'dl',
          {},
          of.fields.map(field => part(field, names)),
        )
      : null,
    of.image ? placeholder(of.image, 'picture') : null,
    of.thumbnail ? placeholder(of.thumbnail, 'thumbnail') : null,
    foot(of),
  );
  if (Number.isInteger(of.color)) box.style.setProperty('--bar', `#${of.color.toString(16).padStart(6, '0')}`);
  return box;
}

const part = (field, names) =>
  el(
    'div',
    { class: field.inline ? null : 'whole' },
    el('dt', {}, field.name),
    el('dd', { class: 'body' }, markdown(field.value ?? '', names)),
  );

const linked = (words, address) =>
  /^https?:\/\//.test(address ?? '')
    ? el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, words)
    : words;

function foot({ footer, timestamp }) {
  const parts = [footer?.text, timestamp ? full(Date.parse(timestamp)) : null].filter(Boolean);
  return parts.length ? el('p', { class: 'embed-foot' }, parts.join(' · ')) : null;
}
