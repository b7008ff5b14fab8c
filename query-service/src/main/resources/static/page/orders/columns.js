import { html } from 'lit';
import { statusBadge } from '../components/pieces.js';
import { shortId } from '../text/orders.js';
import { money } from '../text/money.js';
import { count } from '../text/numbers.js';
import { moment, span } from '../text/times.js';

/** What the table can show of an order; `sort` is the API's name where it can be sorted by. */
export const COLUMNS = [
  { name: 'order', title: 'Order', cell: (order) => html`<a class="mono" href="/orders/${order.orderId}">${shortId(order.orderId)}</a>` },
  { name: 'customer', title: 'Customer', cell: (order) => html`<a href="/customers/${order.customerId}">${order.customerName || 'Unnamed customer'}</a>` },
  { name: 'status', title: 'Status', cell: (order) => statusBadge(order.status) },
  { name: 'total', title: 'Total', sort: 'total', number: true, cell: (order) => money(order.total) },
  { name: 'items', title: 'Units', number: true, cell: (order) => count(order.itemCount) },
  { name: 'lines', title: 'Lines', number: true, optional: true, cell: (order) => count(order.lineCount) },
  { name: 'ordered', title: 'Ordered', sort: 'orderedAt', cell: (order) => moment(order.orderedAt) },
  { name: 'created', title: 'Recorded', sort: 'createdAt', optional: true, cell: (order) => moment(order.createdAt) },
  { name: 'shipped', title: 'Shipped', optional: true, cell: (order) => moment(order.shippedAt) },
  { name: 'updated', title: 'Changed', sort: 'updatedAt', cell: (order, now) => html`<span title=${moment(order.updatedAt)}>${span(now - new Date(order.updatedAt))} ago</span>` },
  { name: 'version', title: 'Version', number: true, optional: true, cell: (order) => order.version },
];

const USUAL = COLUMNS.filter((column) => !column.optional).map((column) => column.name);

const named = (query) => (query.get('columns') ?? '').split(',').map((name) => name.trim()).filter(Boolean);

/** The columns that an address names; the usual ones if it names none that there is. */
export function chosen(query) {
  const columns = COLUMNS.filter((column) => named(query).includes(column.name));
  return columns.length ? columns : COLUMNS.filter((column) => USUAL.includes(column.name));
}

/** The names in an address that are no column's. */
export const unknownColumns = (query) => named(query).filter((name) => !COLUMNS.some((column) => column.name === name));

/** How the columns are named in an address when one more is shown, or one less; nothing for the usual ones. */
export function toggled(query, name) {
  const names = chosen(query).map((column) => column.name);
  const next = names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
  return COLUMNS.map((column) => column.name).filter((one) => next.includes(one)).join(',');
}
