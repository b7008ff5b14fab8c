import { html } from 'lit';
import { age, shortId } from '../text/orders.js';
import { money } from '../text/money.js';
import { span, moment } from '../text/times.js';

/** One order on the board. */
export function card(order, now, changed) {
  const waits = now - new Date(order.updatedAt);
  return html`<li data-card=${order.orderId}>
    <a class="card" href="/orders/${order.orderId}" data-age=${age(order.status, order.updatedAt, now)} data-changed=${changed}>
      <span class="card-name">${order.customerName || 'Unnamed customer'}</span>
      <span class="card-total">${money(order.total)}</span>
      <span class="card-id">${shortId(order.orderId)}</span>
      <span class="card-age" title="since ${moment(order.updatedAt)}">${span(waits)}</span>
    </a>
  </li>`;
}
