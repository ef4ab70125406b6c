const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const format = options => new Intl.DateTimeFormat('en-GB', options);
const HOUR = format({ hour: '2-digit', minute: '2-digit' });
const SECOND = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = format({ day: 'numeric', month: 'long', year: 'numeric' });
const WEEKDAY = format({ weekday: 'long', day: 'numeric', month: 'long' });
const SHORT_DAY = format({ day: '2-digit', month: '2-digit', year: 'numeric' });
const SHORT = format({ day: 'numeric', month: 'short' });
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export const hour = ms => HOUR.format(ms);
export const weekday = ms => WEEKDAY.format(ms);
export const full = ms => `${WEEKDAY.format(ms)}, ${HOUR.format(ms)}`;

/** Such as "Mon 23 Nov, 10:24". */
export const clock = ms => `${WEEKDAYS[new Date(ms).getDay()]} ${SHORT.format(ms)}, ${HOUR.format(ms)}`;

export function relative(ms, now) {
  const seconds = Math.round((ms - now) / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return RELATIVE.format(Math.round(seconds / size), unit);
}

/** One of the styles of a `<t:unix:style>`. */
export function stamp(ms, style, now) {
  switch (style) {
    case 't':
      return HOUR.format(ms);
    case 'T':
      return SECOND.format(ms);
    case 'd':
      return SHORT_DAY.format(ms);
    case 'D':
      return DAY.format(ms);
    case 'F':
      return `${WEEKDAY.format(ms)}, ${HOUR.format(ms)}`;
    case 'R':
      return relative(ms, now);
    default:
      return `${DAY.format(ms)} ${HOUR.format(ms)}`;
  }
}
