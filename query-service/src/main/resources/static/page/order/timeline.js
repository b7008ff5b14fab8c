import { html, nothing } from 'lit';
import { PageElement } from '../components/element.js';
import { read } from '../api/http.js';
import { moment } from '../text/times.js';

/** Every event of an order and of its payment, the newest first; each as it is stored, when somebody wants to see it. */
class Timeline extends PageElement {
  static properties = { orderId: {}, entries: { attribute: false }, upTo: { attribute: false }, stored: { state: true } };

  constructor() {
    super();
    this.entries = [];
    this.stored = new Map();
  }

  async #show(index, open) {
    if (!open || this.stored.has(index)) return;
    let payload;
    try {
      const page = await read(`/orders/${this.orderId}/history`, { payload: true, page: index + 1, pageSize: 1 });
      payload = JSON.stringify(page.items[0].payload, null, 2);
    } catch (problem) {
      payload = problem.message;
    }
    this.stored = new Map(this.stored).set(index, payload);
  }

  render() {
    // what is shown as of a version is so just before the order's next own event, with what happened to its payment till then
    const next = this.entries.findIndex((entry) => entry.stream === 'order' && entry.version > this.upTo);
    const later = next < 0 ? this.entries.length : next;
    return html`<section class="panel"><h2>What happened</h2>
      <ol class="timeline" reversed>${this.entries.map((entry, index) => this.#entry(entry, index, index >= later)).reverse()}</ol></section>`;
  }

  #entry(entry, index, later) {
    return html`<li data-stream=${entry.stream} data-later=${later}>
      <p><strong>${entry.summary}</strong></p>
      <p class="quiet"><time datetime=${entry.recordedAt}>${moment(entry.recordedAt)}</time>
        · ${entry.userId ?? 'unknown'} · ${entry.stream} version ${entry.version}
        ${entry.businessTime ? html` · the channel says ${moment(entry.businessTime)}` : nothing}</p>
      <details @toggle=${(event) => this.#show(index, event.target.open)}><summary>${entry.type}</summary>
        <pre tabindex="0">${this.stored.get(index) ?? 'Loading …'}</pre>
        <p class="quiet">command <code>${entry.commandId ?? '–'}</code> · correlation <code>${entry.correlationId ?? '–'}</code></p></details>
    </li>`;
  }
}
customElements.define('of-timeline', Timeline);
