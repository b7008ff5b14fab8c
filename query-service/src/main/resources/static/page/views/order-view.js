import { html, nothing } from 'lit';
import { ReadingView } from '../components/reading-view.js';
import { loading, statusBadge } from '../components/pieces.js';
import { address, read } from '../api/http.js';
import { orderWritten, wroteOrder } from '../api/writes.js';
import { allowed } from '../order/actions.js';
import { asOfSlider } from '../order/as-of-slider.js';
import { hasVersion, noSuchVersion } from '../order/versions.js';
import { delivery, lines, payment, shipments } from '../order/contents.js';
import { endReason, statusPath } from '../order/status-path.js';
import '../components/action-dialog.js';
import '../order/timeline.js';
import { notice } from '../shell/notices.js';
import { router } from '../shell/router.js';
import { tab } from '../live/tab.js';
import { shortId, statusName } from '../text/orders.js';
import { money } from '../text/money.js';

const PAYMENT_FOLLOWS_MILLIS = 1_500;
const EVENTS_AT_ONCE = 100;

/** One order: live, or as it stood at the version that the address names. */
class OrderView extends ReadingView {
  static properties = {
    order: { state: true }, past: { state: true }, entries: { state: true }, pending: { state: true }, behind: { state: true },
  };
  #id = router.current.id;
  #later;

  connectedCallback() {
    super.connectedCallback();
    this.entries = [];
    this.until(() => clearTimeout(this.#later));
    this.listen(router, 'change', (event) => !event.detail.moved && this.#look());
    this.#begin();
  }

  again() {
    return this.order ? this.#read() : this.#begin();
  }

  async #begin() {
    await this.#read();
    if (!this.order || !this.isConnected) return;
    this.until(tab.follow(address(`/orders/${this.#id}/stream`, { minVersion: this.order.version, wait: '5s' }), (type, order) => type === 'order' && this.#heard(order)));
  }

  /** Reads the order as it is now; at least as this tab itself has left it. */
  async #read() {
    const minVersion = orderWritten(this.#id);
    try {
      const order = await read(`/orders/${this.#id}`, { minVersion, wait: minVersion === undefined ? undefined : '5s' });
      this.behind = order.stale ? minVersion : undefined;
      this.problem = undefined;
      await this.#take(order);
      if (!this.past) await this.#look();
    } catch (problem) {
      this.problem = problem;
      this.pending = undefined;
    }
  }

  async #heard(order) {
    await this.#take(order);
    // a payment has no version of its own in the stream: look at it once more a moment later
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#read(), PAYMENT_FOLLOWS_MILLIS);
  }

  async #take(order) {
    const isOlder = this.order && order.version < this.order.version; // the stream may be ahead of what is read
    if (!isOlder) this.order = order;
    if (this.behind !== undefined && this.order.version >= this.behind) this.behind = undefined;
    if (this.pending?.version !== undefined && this.order.version >= this.pending.version) this.pending = undefined;
    if (isOlder) return;
    await this.#readOn(order.version);
  }

  /** Reads what has happened since: events are only added, so of a long history the last page and what is behind it. */
  async #readOn(minVersion) {
    try {
      for (let page = Math.floor(this.entries.length / EVENTS_AT_ONCE) + 1; ; page++) {
        const { items, totalPages } = await read(`/orders/${this.#id}/history`, { page, pageSize: EVENTS_AT_ONCE, minVersion, wait: '2s' });
        this.entries = [...this.entries.slice(0, (page - 1) * EVENTS_AT_ONCE), ...items];
        if (page >= totalPages) return;
      }
    } catch {
      // the next change asks again
    }
  }

  /** The version that the address names, as it stands there; null for the order as it is. */
  get #wanted() {
    return router.current.id === this.#id ? router.current.query.get('version') : null;
  }

  /** Shows the version that the address names, if the order has had it. */
  async #look() {
    const wanted = this.#wanted;
    if (!this.order || wanted === null || !hasVersion(this.order, wanted)) return (this.past = undefined);
    try {
      const past = await read(`/orders/${this.#id}`, { asOfVersion: wanted });
      if (this.#wanted === wanted) this.past = past;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #acknowledged({ version }) {
    wroteOrder(this.#id, version);
    this.pending = { ...this.pending, version };
    const { title } = this.pending;
    await this.#read();
    notice(this.behind === undefined ? `${title}: done, version ${version}` : `${title}: done; this view does not show it yet`);
  }

  render() {
    if (!this.order) return html`<h1 class="alone">Order</h1>${this.problem ? this.#nothing() : loading('Loading the order')}`;
    const wanted = this.#wanted;
    const isPast = wanted !== null && Number(wanted) !== this.order.version;
    if (isPast && !hasVersion(this.order, wanted)) return html`<div class="view-head order-head">${this.#title()}</div>${noSuchVersion(this.order, wanted)}`;
    const order = isPast ? this.past : this.order;
    if (!order) return html`<div class="view-head order-head">${this.#title()}</div>${this.problem ? this.note() : loading(`Loading version ${wanted}`)}`;
    return html`
      <div class="view-head order-head">
        ${this.#title()}
        ${this.pending && !isPast ? html`<span class="pending" role="status"><span class="spinner" aria-hidden="true"></span>${statusBadge(this.pending.expects)} being saved</span>` : statusBadge(order.status)}
        <strong class="order-total">${money(order.total)}</strong>
        ${isPast ? nothing : this.#actions()}
      </div>
      ${isPast ? html`<p class="note calm" role="status">This is how the order stood at version ${order.version}; now it is at ${this.order.version}, ${statusName(this.order.status).toLowerCase()}. <a href=${router.with({ version: '' })}>Show it as it is</a></p>` : nothing}
      ${this.behind === undefined ? nothing : html`<p class="note" role="status">Your change is saved as version ${this.behind}, and this view does not show it yet: what you see is older.</p>`}
      ${this.note()}
      ${statusPath(order)}
      ${endReason(order)}
      <div class="order-grid">
        <div class="stack">${lines(order)}${asOfSlider(this.order.version, order.version, this.entries)}
          <of-timeline .orderId=${this.#id} .entries=${this.entries} .upTo=${order.version}></of-timeline></div>
        <div class="stack">${delivery(order)}${payment(order)}${shipments(order)}
          <section class="panel"><h2>Identity</h2><dl class="facts"><dt>Order</dt><dd><code>${order.orderId}</code></dd><dt>Version</dt><dd data-version>${order.version}</dd></dl></section></div>
      </div>
      <of-action-dialog noun="order" .base=${`/orders/${this.#id}`} @sent=${(event) => (this.pending = event.detail)} @acknowledged=${(event) => this.#acknowledged(event.detail)}
        @refused=${() => (this.pending = undefined)} @reload=${() => this.#read()}></of-action-dialog>`;
  }

  #title() {
    return html`<h1>Order <span class="mono" title=${this.#id}>${shortId(this.#id)}</span></h1>`;
  }

  #actions() {
    return html`<div class="actions" role="group" aria-label="Actions">${allowed(this.order).map((action) => html`<button
      class=${action.primary ? 'primary' : action.danger ? 'danger' : ''} data-action=${action.name} ?disabled=${Boolean(this.pending)}
      @click=${() => this.querySelector('of-action-dialog').open(action, this.order)}>${action.title}</button>`)}</div>`;
  }

  #nothing() {
    return html`${this.note()}<p><a href="/orders">All orders</a></p>`;
  }
}
customElements.define('of-order-view', OrderView);
