import { date } from '../text/times.js';

const DAY = 86_400_000;
const LONGEST_BY_DAY = 92;
const LONGEST_BY_WEEK = 650;
const SPANS = 8;

export const PRESETS = [
  ['7', '7 days'], ['30', '30 days'], ['90', '90 days'], ['365', '1 year'], ['all', 'All time'],
];

const day = (time) => new Date(time).toISOString().slice(0, 10);
const midnight = (now) => Math.floor(now / DAY) * DAY;

/** The span that an address names: `{preset, from, to}`, dates in UTC with `to` excluded; without dates for all time. */
export function rangeOf(query, now) {
  if (query.get('from') || query.get('to')) return { from: query.get('from') ?? undefined, to: query.get('to') ?? undefined };
  const preset = query.get('range') ?? '30';
  if (preset === 'all') return { preset };
  const end = midnight(now) + DAY;
  return { preset, from: day(end - Number(preset) * DAY), to: day(end) };
}

/** A span in words. Days are those of UTC, as in every figure. */
export function rangeInWords({ preset, from, to }) {
  if (preset === 'all') return 'of all time';
  if (preset) return `of the last ${PRESETS.find(([value]) => value === preset)?.[1] ?? `${preset} days`}, ${date(from)} to today`;
  return [from && `from ${date(from)}`, to && `before ${date(to)}`].filter(Boolean).join(', ');
}

/** In which periods a span is shown, so that there are not too many. */
export function period({ from, to }, now) {
  if (!from) return 'month';
  const days = (new Date(to ?? now) - new Date(from)) / DAY;
  return days <= LONGEST_BY_DAY ? 'day' : days <= LONGEST_BY_WEEK ? 'week' : 'month';
}

/** The span cut into some equal parts, whole days each. */
export function parts({ from, to }, now) {
  const begin = new Date(from).getTime();
  const end = to ? new Date(to).getTime() : midnight(now) + DAY;
  const step = Math.max(1, Math.ceil((end - begin) / DAY / SPANS)) * DAY;
  const result = [];
  for (let at = begin; at < end; at += step) result.push({ from: day(at), to: day(Math.min(end, at + step)) });
  return result;
}

/** Days without an order stand in a chart as well as the others. */
export function withGaps(starts, { from, to }, by, now) {
  if (by !== 'day' || !from) return starts;
  const end = to ? new Date(to).getTime() : midnight(now) + DAY;
  const days = [];
  for (let at = new Date(from).getTime(); at < end; at += DAY) days.push(day(at));
  return days;
}
