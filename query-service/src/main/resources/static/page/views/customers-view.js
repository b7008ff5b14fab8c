import { html, nothing } from 'lit';
import { ReadingView } from '../components/reading-view.js';
import { bar, empty, loading } from '../components/pieces.js';
import { pager } from '../components/pager.js';
import '../components/action-dialog.js';
import { address, read } from '../api/http.js';
import { wroteCustomer } from '../api/writes.js';
import { REGISTER } from '../customers/actions.js';
import { notice } from '../shell/notices.js';
import { router } from '../shell/router.js';
import { tab } from '../live/tab.js';
import { money } from '../text/money.js';
import { count, percent } from '../text/numbers.js';

const AGAIN_MILLIS = 2_000;
const PAUSE_MILLIS = 250;

/** Customers by what they have bought, and whoever is looked for by name. */
class CustomersView extends ReadingView {
  static properties = { page: { state: true }, found: { state: true } };
  #soon;
  #typing;

  connectedCallback() {
    super.connectedCallback();
    this.until(() => [this.#soon, this.#typing].forEach(clearTimeout));
    this.listen(router, 'change', (event) => !event.detail.moved && this.#load());
    this.until(tab.follow(address('/orders/stream'), () => (this.#soon ??= setTimeout(() => this.#load(), AGAIN_MILLIS))));
    this.#load();
  }

  again() {
    return this.#load();
  }

  async #load() {
    const { query } = router.current;
    const q = query.get('q');
    try {
      const [page, found] = await Promise.all([
        read('/statistics/sales', { by: 'customer', page: query.get('page'), pageSize: 25 }),
        q ? read('/orders/search', { q, pageSize: 100 }) : undefined,
      ]);
      if (router.current.query.get('q') !== q) return;
      Object.assign(this, { page, found: found && [...new Map(found.items.map((order) => [order.customerId, order.customerName])).entries()], problem: undefined });
    } catch (problem) {
      this.problem = problem;
    }
    this.#soon = undefined;
  }

  #typed(words) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => router.set({ q: words.trim() }, { replace: true }), PAUSE_MILLIS);
  }

  #registered({ customerId, version }) {
    wroteCustomer(customerId, version);
    notice('The customer is registered');
    router.go(`/customers/${customerId}`);
  }

  render() {
    return html`<div class="view-head"><h1>Customers</h1>
        <button class="primary" @click=${() => this.querySelector('of-action-dialog').open(REGISTER, {})}>Register customer</button></div>
      <form class="toolbar" role="search" @submit=${(event) => event.preventDefault()}><label class="grow">Find by name
        <input type="search" name="q" maxlength="200" .value=${router.current.query.get('q') ?? ''} @input=${(event) => this.#typed(event.target.value)}
          placeholder="the beginning of a name of somebody who has ordered"></label></form>
      ${this.note()}
      ${this.found ? this.#matches() : nothing}
      ${!this.page ? (this.problem ? nothing : loading('Loading customers')) : this.#list()}
      <of-action-dialog noun="customer" base="/customers" @acknowledged=${(event) => this.#registered(event.detail)}></of-action-dialog>`;
  }

  #matches() {
    return html`<section class="panel spaced"><h2>Found</h2>${this.found.length === 0
      ? html`<p class="quiet">Nobody of that name has ordered.</p>`
      : html`<ul class="links">${this.found.map(([id, name]) => html`<li><a href="/customers/${id}">${name || 'Unnamed customer'}</a></li>`)}</ul>`}</section>`;
  }

  #list() {
    const { items } = this.page;
    if (items.length === 0) return empty('Nobody has placed an order yet.');
    const most = Math.max(...items.map((one) => Number(one.revenue.amount)), 1);
    return html`<div class="table-frame" tabindex="0" role="region" aria-label="Customers by revenue"><table>
        <thead><tr><th scope="col">Customer</th><th scope="col" class="number">Revenue</th><th scope="col"><span class="visually-hidden">Share</span></th><th scope="col" class="number">Orders</th>
          <th scope="col" class="number">Units</th><th scope="col" class="number">Cancelled</th><th scope="col" class="number">Rejected</th></tr></thead>
        <tbody>${items.map((one) => html`<tr><td><a href="/customers/${one.key.customerId}">${one.key.customerName || 'Unnamed customer'}</a></td>
          <td class="number">${money(one.revenue)}</td><td class="bar-cell">${bar([['value', Number(one.revenue.amount)]], most, money(one.revenue))}</td>
          <td class="number">${count(one.orders)}</td><td class="number">${count(one.units)}</td>
          <td class="number">${percent(one.cancellationRate)}</td><td class="number">${percent(one.rejectionRate)}</td></tr>`)}</tbody></table></div>
      ${pager(this.page, 'customer')}`;
  }
}
customElements.define('of-customers-view', CustomersView);
