/** The states of an order, in the order of its life. */
export const STATUSES = [
  'PENDING', 'PLACED', 'CONFIRMED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REJECTED',
];
export const FINAL = new Set(['DELIVERED', 'CANCELLED', 'REJECTED']);

const NAMES = {
  PENDING: 'Pending', PLACED: 'Placed', CONFIRMED: 'Confirmed', PARTIALLY_SHIPPED: 'Partly shipped', SHIPPED: 'Shipped',
  DELIVERED: 'Delivered', CANCELLED: 'Cancelled', REJECTED: 'Rejected',
};
export const statusName = (status) => NAMES[status] ?? status;

/** A constant such as OUT_OF_STOCK as people would write it; a text of theirs as it is. */
export const inWords = (reason = '') =>
  /^[A-Z]+(_[A-Z]+)+$/.test(reason) ? reason.charAt(0) + reason.slice(1).toLowerCase().replaceAll('_', ' ') : reason;

/** After how many hours in a state somebody should look, and should have looked. */
const AGES = {
  PENDING: [12, 23], PLACED: [0.01, 0.05], CONFIRMED: [24, 72], PARTIALLY_SHIPPED: [48, 120], SHIPPED: [120, 240],
};
const HOUR = 3_600_000;

/** `fresh`, `aging`, `old`; or `none` for what waits for nobody. */
export function age(status, since, now) {
  const limits = AGES[status];
  if (!limits) return 'none';
  const hours = (now - new Date(since)) / HOUR;
  return hours >= limits[1] ? 'old' : hours >= limits[0] ? 'aging' : 'fresh';
}

/** The end of an id tells orders apart: UUIDv7 begin with the time. */
export const shortId = (id) => `…${String(id).slice(-8)}`;
