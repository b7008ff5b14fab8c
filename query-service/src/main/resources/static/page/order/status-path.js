import { html, nothing } from 'lit';
import { inWords, statusName } from '../text/orders.js';
import { moment } from '../text/times.js';

const WAY = [
  ['PENDING', 'createdAt'], ['PLACED', 'placedAt'], ['CONFIRMED', 'confirmedAt'], ['PARTIALLY_SHIPPED', undefined], ['SHIPPED', 'shippedAt'], ['DELIVERED', 'deliveredAt'],
];
const ENDS = { CANCELLED: 'cancellationReason', REJECTED: 'rejection' };

/** The way of an order: what is behind it, where it is, and what is still to come. */
export function statusPath(order) {
  const ended = order.status in ENDS;
  const steps = WAY.filter(([status]) => status !== 'PARTIALLY_SHIPPED' || order.status === status || order.shipments.length > 1)
    .filter(([, at]) => !ended || (at && order[at]));
  const here = steps.findIndex(([status]) => status === order.status);
  return html`<ol class="path" aria-label="Way of the order">
    ${steps.map(([status, at], i) => step(status, at && order[at], ended || i < here ? 'done' : i === here ? 'here' : 'ahead'))}
    ${ended ? step(order.status, order.updatedAt, 'here') : nothing}
  </ol>`;
}

const step = (status, at, place) => html`<li data-place=${place} data-status=${status} aria-current=${place === 'here' ? 'step' : nothing}>
  <span class="path-name">${statusName(status)}</span>
  <span class="path-time">${place === 'ahead' ? nothing : at ? moment(at) : nothing}</span></li>`;

const saysNotOf = (rejection) => rejection?.sku && !rejection.detail?.includes(rejection.sku);

/** Why it came to nothing, when it did. */
export function endReason(order) {
  if (order.status === 'REJECTED') return html`<p class="note"><strong>Rejected:</strong> ${order.rejection?.detail ?? inWords(order.rejection?.reason)}${saysNotOf(order.rejection) ? html` (<code>${order.rejection.sku}</code>)` : nothing}</p>`;
  if (order.status === 'CANCELLED') return html`<p class="note"><strong>Cancelled:</strong> ${order.cancellationReason}</p>`;
  return nothing;
}
