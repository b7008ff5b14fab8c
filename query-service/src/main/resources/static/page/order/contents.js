import { html, nothing } from 'lit';
import { money } from '../text/money.js';
import { count } from '../text/numbers.js';
import { moment } from '../text/times.js';

/** What was ordered, and how much of it has been shipped. */
export const lines = (order) => html`<section class="panel"><h2>Lines</h2>
  <div class="table-frame flat" tabindex="0" role="region" aria-label="Lines"><table>
    <thead><tr><th scope="col">Product</th><th scope="col" class="number">Units</th><th scope="col" class="number">Shipped</th>
      <th scope="col" class="number">Unit price</th><th scope="col" class="number">Line total</th></tr></thead>
    <tbody>${order.lines.map((line) => html`<tr data-line=${line.lineId}>
      <td class="wrap">${line.productName} <code class="quiet">${line.sku}</code></td>
      <td class="number">${count(line.quantity)}</td><td class="number">${count(line.shippedQuantity)}</td>
      <td class="number">${money(line.unitPrice)}</td><td class="number">${money(line.lineTotal)}</td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">Total</th><td class="number">${count(order.itemCount)}</td><td></td><td></td>
      <td class="number"><strong>${money(order.total)}</strong></td></tr></tfoot>
  </table></div></section>`;

/** Where it goes, and to whom. */
export const delivery = (order) => html`<section class="panel"><h2>Customer and address</h2>
  <p><a href="/customers/${order.customerId}">${order.customerName || 'Unnamed customer'}</a></p>
  <address>${order.shippingAddress.recipient}<br>${order.shippingAddress.street}<br>
    ${order.shippingAddress.postalCode} ${order.shippingAddress.city}${order.shippingAddress.region ? `, ${order.shippingAddress.region}` : ''} · ${order.shippingAddress.country}</address>
  <dl class="facts"><dt>Ordered</dt><dd>${moment(order.orderedAt)}</dd>
    ${order.expiresAt ? html`<dt>Expires</dt><dd>${moment(order.expiresAt)}</dd>` : nothing}</dl></section>`;

const NO_PAYMENT = {
  PENDING: 'None yet: it begins when the order is placed.',
  PLACED: 'None yet: it begins when the stock is reserved.',
  REJECTED: 'There was none: the order was rejected before a payment began.',
  CANCELLED: 'There was none: the order was cancelled before a payment began.',
};

export const payment = ({ status, payment: of }) => html`<section class="panel" data-panel="payment"><h2>Payment</h2>
  ${of
    ? html`<dl class="facts"><dt>State</dt><dd><span class="badge">${of.status.toLowerCase().replaceAll('_', ' ')}</span></dd>
        <dt>Amount</dt><dd>${money(of.amount)}</dd><dt>Captured</dt><dd>${money(of.captured)}</dd>
        <dt>Refunded</dt><dd>${money(of.refunded)}</dd>
        ${of.declineReason ? html`<dt>Declined</dt><dd>${of.declineReason}</dd>` : nothing}</dl>`
    : html`<p class="quiet">${NO_PAYMENT[status] ?? 'None.'}</p>`}</section>`;

export const shipments = (order) => html`<section class="panel"><h2>Shipments</h2>
  ${order.shipments.length === 0 ? html`<p class="quiet">Nothing has been shipped.</p>` : nothing}
  <ul class="shipments">${order.shipments.map((shipment) => html`<li>
    <p><strong>${shipment.carrier}</strong> <code>${shipment.trackingNumber}</code></p>
    <p class="quiet">${moment(shipment.shippedAt)}</p>
    <ul>${shipment.items.map((item) => html`<li>${count(item.quantity)} × ${order.lines.find((line) => line.lineId === item.lineId)?.productName ?? item.lineId}</li>`)}</ul>
  </li>`)}</ul></section>`;
