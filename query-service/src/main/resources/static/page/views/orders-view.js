import { html, nothing } from 'lit';
import { ReadingView } from '../components/reading-view.js';
import { empty, loading } from '../components/pieces.js';
import { pager } from '../components/pager.js';
import { address, read } from '../api/http.js';
import { afterOrders } from '../api/writes.js';
import { chosen, unknownColumns } from '../orders/columns.js';
import { FILTERS, letsIn } from '../orders/filter.js';
import { filterBar } from '../orders/filter-bar.js';
import { ordersTable } from '../orders/orders-table.js';
import { tab } from '../live/tab.js';
import { router } from '../shell/router.js';
import { counted } from '../text/numbers.js';

const TICK_MILLIS = 10_000;
const SIZE = 25;

/** Orders as a table: search, filters, sort, columns and page are in the address. */
class OrdersView extends ReadingView {
  static properties = { page: { state: true }, others: { state: true } };
  #changed = new Set();
  #snapshots = 0;
  #reading;

  connectedCallback() {
    super.connectedCallback();
    this.others = new Set();
    const tick = setInterval(() => this.requestUpdate(), TICK_MILLIS);
    this.until(() => [clearInterval(tick), this.#reading?.abort()]);
    this.listen(router, 'change', (event) => !event.detail.moved && this.#load());
    this.until(tab.follow(address('/orders/stream'), (type, data) => this.#told(type, data)));
    this.#load();
  }

  get #query() {
    return router.current.query;
  }

  again() {
    return this.#load();
  }

  async #load() {
    if (router.current.view !== 'orders') return;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    const parameters = Object.fromEntries([...FILTERS, 'sort', 'page', 'q'].map((name) => [name, this.#query.get(name)]));
    const after = afterOrders();
    this.waiting = true;
    this.requestUpdate();
    try {
      const page = await read(parameters.q ? '/orders/search' : '/orders',
        { pageSize: SIZE, ...parameters, after, wait: after.length ? '5s' : undefined }, { signal });
      Object.assign(this, { page, problem: undefined, others: new Set(), waiting: false });
      this.#changed = new Set();
    } catch (problem) {
      if (problem.name !== 'AbortError') Object.assign(this, { problem, waiting: false });
    }
  }

  #told(type, data) {
    if (type === 'order') this.#heard(data);
    // the first comes as soon as the stream is open; another one stands for all that was missed
    if (type === 'snapshot' && this.#snapshots++) this.#load();
  }

  /** What is shown is changed in its place; whatever else has happened is counted, so that nothing jumps. */
  #heard(order) {
    const shown = this.page?.items.findIndex((one) => one.orderId === order.orderId) ?? -1;
    if (shown < 0) {
      // which orders the words of a search would find is for the service to say
      if (this.#query.get('q') || letsIn(this.#query, order)) this.others = new Set(this.others).add(order.orderId);
    } else if (this.page.items[shown].version < order.version) {
      this.page.items[shown] = order;
      this.#changed.add(order.orderId);
      this.requestUpdate();
    }
  }

  render() {
    const query = this.#query;
    const unknown = unknownColumns(query);
    const csv = query.get('q') ? undefined
      : address('/orders', { format: 'csv', sort: query.get('sort'), ...Object.fromEntries(FILTERS.map((name) => [name, query.get(name)])) });
    return html`
      <div class="view-head"><h1>Orders</h1>
        ${this.others.size && this.page ? html`<button class="fresh" @click=${() => this.#load()}>${query.get('q')
          ? 'Orders have changed since this search · search again'
          : `${counted(this.others.size, 'other order has', 'other orders have')} changed · show`}</button>` : nothing}
        <a class="button" href="/">As a board</a></div>
      ${filterBar(query, csv)}
      ${this.note()}
      ${unknown.length ? html`<p class="note">There is no column called ${unknown.join(', ')}. <a href=${router.with({ columns: chosen(query).map((column) => column.name).join(',') })}>Leave it out</a></p>` : nothing}
      ${this.page?.stale ? html`<p class="note" role="status">What you have just changed may not be in this list yet. <button @click=${() => this.#load()}>Look again</button></p>` : nothing}
      ${!this.page ? (this.problem ? nothing : loading('Loading orders')) : this.#list()}
    `;
  }

  #list() {
    const { items, incomplete } = this.page;
    if (items.length === 0) {
      return empty(this.#query.size ? 'No order matches.' : 'There are no orders yet.', html`<a class="button" href=${this.#query.size ? '/orders' : '/orders/new'}>${this.#query.size ? 'Show all' : 'Create the first'}</a>`);
    }
    return html`
      ${incomplete ? html`<p class="note calm">More orders may match than could be looked at: use rarer words, or a filter.</p>` : nothing}
      <div aria-busy=${Boolean(this.waiting)}>${ordersTable(items, this.#query, Date.now(), this.#changed)}</div>
      ${pager(this.page, 'order')}`;
  }
}
customElements.define('of-orders-view', OrdersView);
