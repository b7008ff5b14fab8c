import { html, nothing } from 'lit';
import { ReadingView } from '../components/reading-view.js';
import { empty, loading } from '../components/pieces.js';
import { pager } from '../components/pager.js';
import '../components/action-dialog.js';
import { address, read } from '../api/http.js';
import { afterStock, wroteStock } from '../api/writes.js';
import { ADJUST, REGISTER } from '../stock/actions.js';
import { levelsTable } from '../stock/levels-table.js';
import { notice } from '../shell/notices.js';
import { router } from '../shell/router.js';
import { tab } from '../live/tab.js';

const LOW = 10;
const AT_ONCE = 100;
const AGAIN_MILLIS = 1_000;

/** Stock: what runs low first, then everything. Orders move stock, so their stream says when to look again. */
class StockView extends ReadingView {
  static properties = { low: { state: true }, page: { state: true }, changed: { state: true } };
  #soon;

  connectedCallback() {
    super.connectedCallback();
    this.until(() => clearTimeout(this.#soon));
    this.listen(router, 'change', (event) => !event.detail.moved && this.#load());
    this.until(tab.follow(address('/orders/stream'), () => (this.#soon ??= setTimeout(() => this.#load(), AGAIN_MILLIS))));
    this.#load();
  }

  get #limit() {
    return router.current.query.get('low') ?? String(LOW);
  }

  again() {
    return this.#load();
  }

  async #load() {
    const after = afterStock();
    const patient = after.length ? { after, wait: '5s' } : {};
    try {
      const [low, page] = await Promise.all([
        read('/stock', { low: this.#limit, pageSize: AT_ONCE, ...patient }),
        read('/stock', { page: router.current.query.get('page'), pageSize: 25, ...patient }),
      ]);
      low.items.sort((one, other) => one.available - other.available);
      Object.assign(this, { low, page, problem: undefined });
    } catch (problem) {
      this.problem = problem;
    }
    this.#soon = undefined;
  }

  async #acknowledged({ sku, version }) {
    wroteStock(sku, version);
    await this.#load();
    this.changed = sku;
    notice(this.page?.stale || this.low?.stale ? `${sku} is saved as version ${version}; this list does not show it yet` : `${sku} is at version ${version}`);
  }

  #open = (action, subject) => this.querySelector('of-action-dialog').open(action, subject);

  render() {
    return html`<div class="view-head"><h1>Stock</h1>
        <p class="legend"><span data-part="available">available</span><span data-part="reserved">reserved</span><span data-part="committed">committed</span></p>
        <button class="primary" @click=${() => this.#open(REGISTER, {})}>Register product</button></div>
      ${this.note()}
      ${!this.page ? (this.problem ? nothing : loading('Loading stock')) : this.#levels()}
      <of-action-dialog noun="product" base="/stock" @acknowledged=${(event) => this.#acknowledged(event.detail)} @reload=${() => this.#load()}></of-action-dialog>`;
  }

  #levels() {
    const adjust = (level) => this.#open(ADJUST, level);
    if (this.page.total === 0) return empty('No product is registered yet.');
    return html`<div class="stack">
      <section><div class="toolbar"><h2>Low</h2><label>at most available
        <input type="number" name="low" min="0" .value=${this.#limit} @change=${(event) => router.set({ low: event.target.value }, { replace: true })}></label></div>
        ${this.low.items.length ? levelsTable(this.low.items, 'Low stock', adjust, this.changed) : html`<p class="empty panel">Nothing runs low.</p>`}</section>
      <section><h2 class="section-title">All products</h2>${levelsTable(this.page.items, 'All products', adjust, this.changed)}${pager(this.page, 'product')}</section>
    </div>`;
  }
}
customElements.define('of-stock-view', StockView);
