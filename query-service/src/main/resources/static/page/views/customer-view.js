import { html, nothing } from 'lit';
import { ReadingView } from '../components/reading-view.js';
import { empty, loading, statusBadge } from '../components/pieces.js';
import { pager } from '../components/pager.js';
import '../components/action-dialog.js';
import { address, read } from '../api/http.js';
import { afterOrders, customerWritten, wroteCustomer } from '../api/writes.js';
import { RENAME } from '../customers/actions.js';
import { ordersTable } from '../orders/orders-table.js';
import { notice } from '../shell/notices.js';
import { router } from '../shell/router.js';
import { tab } from '../live/tab.js';
import { STATUSES } from '../text/orders.js';
import { money } from '../text/money.js';
import { count } from '../text/numbers.js';
import { moment } from '../text/times.js';

const AGAIN_MILLIS = 500;

/** One customer: the value, and the orders. Somebody may have orders without being registered. */
class CustomerView extends ReadingView {
  static properties = { customer: { state: true }, page: { state: true } };
  #id = router.current.id;
  #soon;

  connectedCallback() {
    super.connectedCallback();
    this.until(() => clearTimeout(this.#soon));
    this.listen(router, 'change', (event) => !event.detail.moved && this.#load());
    this.until(tab.follow(address('/orders/stream', { customerId: this.#id }), () => (this.#soon ??= setTimeout(() => this.#load(), AGAIN_MILLIS))));
    this.#load();
  }

  again() {
    return this.#load();
  }

  async #load() {
    if (router.current.id !== this.#id) return;
    const after = afterOrders();
    const minVersion = customerWritten(this.#id);
    const [customer, page] = await Promise.allSettled([
      read(`/customers/${this.#id}`, { minVersion, wait: minVersion === undefined ? undefined : '5s' }),
      read('/orders', { customerId: this.#id, status: router.current.query.get('status'), sort: router.current.query.get('sort'), page: router.current.query.get('page'), pageSize: 20, after, wait: after.length ? '3s' : undefined }),
    ]);
    const refused = [customer, page].map((one) => one.reason).find((reason) => reason && reason.code !== 'CUSTOMER_NOT_FOUND');
    if (customer.value || customer.reason.code === 'CUSTOMER_NOT_FOUND') this.customer = customer.value;
    Object.assign(this, { page: page.value ?? this.page, problem: refused });
    this.#soon = undefined;
  }

  async #renamed({ version }) {
    wroteCustomer(this.#id, version);
    await this.#load();
    notice(this.customer?.stale ? 'Renamed; this view does not show it yet' : 'Renamed');
  }

  render() {
    if (!this.page) return this.problem ? html`<h1 class="alone">Customer</h1>${this.note()}` : loading('Loading the customer');
    const { customer } = this;
    return html`<div class="view-head"><h1>${customer ? customer.name || 'An erased customer' : 'Not registered'}</h1>
        ${customer && !customer.erased ? html`<button @click=${() => this.querySelector('of-action-dialog').open(RENAME, customer)}>Rename</button>` : nothing}
        <a class="button primary" href="/orders/new?customerId=${this.#id}">New order</a></div>
      ${this.note()}
      ${customer ? this.#facts(customer) : html`<p class="note calm">This customer is not registered: there are orders, but no name.</p>`}
      <h2 class="section-title">Orders</h2>
      ${this.page.items.length ? html`${ordersTable(this.page.items, router.current.query, Date.now(), undefined, 'customer')}${pager(this.page, 'order')}` : empty('No orders.')}
      <of-action-dialog noun="customer" .base=${`/customers/${this.#id}`} @acknowledged=${(event) => this.#renamed(event.detail)} @reload=${() => this.#load()}></of-action-dialog>`;
  }

  #facts(customer) {
    return html`<div class="tiles">
      <div class="panel tile"><span>Lifetime value</span><strong>${customer.lifetimeValue.length ? customer.lifetimeValue.map((value) => html`<span>${money(value)}</span> `) : '–'}</strong></div>
      <div class="panel tile"><span>Orders</span><strong>${count(Object.values(customer.orders).reduce((sum, of) => sum + of, 0))}</strong></div>
      <div class="panel tile"><span>Newest order</span><strong>${moment(customer.lastOrderedAt)}</strong></div>
      <div class="panel tile"><span>E-mail</span><strong>${customer.email ?? '–'}</strong></div>
    </div>
    <p class="states">${STATUSES.filter((status) => customer.orders[status]).map((status) => html`<a href=${router.with({ status, page: '' })}>${statusBadge(status)} ${count(customer.orders[status])}</a>`)}
      ${router.current.query.get('status') ? html`<a href=${router.with({ status: '', page: '' })}>all</a>` : nothing}</p>`;
  }
}
customElements.define('of-customer-view', CustomerView);
