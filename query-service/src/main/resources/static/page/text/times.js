const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
});
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const SHORT_DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const clock = (time) => CLOCK.format(new Date(time));
export const moment = (time) => (time ? MOMENT.format(new Date(time)) : '–');
export const date = (time) => (time ? DATE.format(new Date(time)) : '–');

/** A period by its first day: short enough to stand under a chart. */
export const periodName = (by, start) => (by === 'day' ? SHORT_DATE : by === 'month' ? MONTH : DATE).format(new Date(start));

/** The unit in which lengths of time up to this many seconds are best read: its name, and how many seconds it has. */
export function unitFor(seconds) {
  if (seconds < 120) return ['seconds', 1];
  if (seconds < 7_200) return ['minutes', 60];
  return seconds < 259_200 ? ['hours', 3_600] : ['days', 86_400];
}

/** A length of time in its largest units, such as "3 min" or "2 h 5 min". */
export function span(millis) {
  const of = Math.max(0, millis);
  if (of < MINUTE) return `${Math.floor(of / SECOND)} s`;
  if (of < HOUR) return `${Math.floor(of / MINUTE)} min`;
  if (of < 10 * HOUR) return `${Math.floor(of / HOUR)} h ${Math.floor((of % HOUR) / MINUTE)} min`;
  if (of < 2 * DAY) return `${Math.floor(of / HOUR)} h`;
  return `${Math.floor(of / DAY)} d`;
}

/** How far something is behind, in what it is worth telling. */
export const lag = (millis) => (millis < SECOND ? `${millis} ms` : span(millis));

/** The same day and time for a `datetime-local` or `date` field. */
export const dayOf = (time) => new Date(time).toISOString().slice(0, 10);
