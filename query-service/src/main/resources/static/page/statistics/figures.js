import { read } from '../api/http.js';
import { parts, period, withGaps } from './range.js';

const PRODUCTS = 10;

/** All that the statistics show of a span, in one currency: amounts of several are never added. */
export async function figures(range, wanted, now) {
  const by = period(range, now);
  const { from, to } = range;
  const [sales, products, fulfilment] = await Promise.all([
    whole('/statistics/sales', { from, to, by }),
    read('/statistics/sales', { from, to, by: 'product', pageSize: 100 }),
    read('/statistics/fulfilment', { from, to }),
  ]);
  const first = sales.map((entry) => entry.key.start).sort()[0];
  const spans = from || first ? parts({ from: from ?? first, to }, now) : [];
  const shipping = await Promise.all(spans.map((span) => read('/statistics/fulfilment', span)));
  const currencies = [...new Set(sales.map((entry) => entry.currency))].sort();
  const currency = currencies.includes(wanted) ? wanted : mostUsed(sales) ?? 'EUR';
  const ofCurrency = sales.filter((entry) => entry.currency === currency);
  const byStart = new Map(ofCurrency.map((entry) => [entry.key.start, entry]));
  const starts = withGaps([...byStart.keys()], range, by, now);
  return {
    by, currency, currencies, starts, fulfilment,
    periods: starts.map((start) => byStart.get(start) ?? { orders: 0, units: 0, cancelled: 0, rejected: 0, revenue: { amount: '0', currency } }),
    products: products.items.filter((entry) => entry.currency === currency).slice(0, PRODUCTS),
    shipping: spans.map((span, i) => ({ start: span.from, ...shipping[i].timeToShip })),
  };
}

async function whole(path, parameters) {
  const items = [];
  for (let page = 1; ; page++) {
    const answer = await read(path, { ...parameters, page, pageSize: 100 });
    items.push(...answer.items);
    if (page >= answer.totalPages) return items;
  }
}

function mostUsed(sales) {
  const orders = {};
  sales.forEach((entry) => (orders[entry.currency] = (orders[entry.currency] ?? 0) + entry.orders));
  return Object.keys(orders).sort((one, other) => orders[other] - orders[one])[0];
}

/** The sum of amounts, for a chart's headline: exact in the smallest unit that occurs. */
export function sum(amounts) {
  const places = Math.max(0, ...amounts.map((amount) => (amount.split('.')[1] ?? '').length));
  const units = amounts.reduce((total, amount) => {
    const [whole, rest = ''] = amount.split('.');
    return total + BigInt(whole + rest.padEnd(places, '0'));
  }, 0n);
  const text = units.toString().padStart(places + 1, '0');
  return places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text;
}
