import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../components/element.js';
import { loading, problemNote } from '../components/pieces.js';
import { address } from '../api/http.js';
import { BoardState } from '../board/board-state.js';
import { card } from '../board/card.js';
import { glide } from '../board/glide.js';
import { tab } from '../live/tab.js';
import { router } from '../shell/router.js';
import { FINAL, STATUSES, statusName } from '../text/orders.js';
import { count } from '../text/money.js';

const TOGETHER_MILLIS = 120;
const IN_A_BURST_MILLIS = 400;
const A_BURST = 8;
const COUNT_EVERY_MILLIS = 2_000;
const LONGEST_PAUSE_MILLIS = 16_000;
const TICK_MILLIS = 5_000;
const NOTICED_MILLIS = 4_000;

/** Orders by state, live. */
class BoardView extends PageElement {
  static properties = { board: { state: true }, problem: { state: true }, now: { state: true } };
  #arrived = new Map();
  #changed = new Set();
  #together;
  #counting;
  #countPause = COUNT_EVERY_MILLIS;

  connectedCallback() {
    super.connectedCallback();
    this.now = Date.now();
    const tick = setInterval(() => (this.now = Date.now()), TICK_MILLIS);
    this.until(() => {
      [tick, this.#together, this.#counting].forEach((timer) => clearTimeout(timer));
      this.#together = this.#counting = undefined;
    });
    this.board = new BoardState({});
    this.until(tab.follow(address('/orders/stream'), (type, data) => this.#heard(type, data)));
    this.listen(router, 'change', () => this.requestUpdate());
    this.#load();
  }

  async #load() {
    try {
      const changedMeanwhile = await this.board.load();
      if (changedMeanwhile) this.#countSoon();
      this.problem = undefined;
      this.loaded = true;
    } catch (problem) {
      this.problem = problem;
      if (this.loaded) this.#countSoon();
    }
    this.requestUpdate();
  }

  #heard(type, data) {
    if (type === 'snapshot') return this.#load();
    if (type !== 'order') return;
    this.#arrived.set(data.orderId, data);
    this.#together ??= setTimeout(() => this.#show(), this.#changed.size > A_BURST ? IN_A_BURST_MILLIS : TOGETHER_MILLIS);
  }

  #countSoon() {
    if (this.isConnected) this.#counting ??= setTimeout(() => this.#count(), this.#countPause);
  }

  #show() {
    this.#together = undefined;
    const orders = [...this.#arrived.values()];
    this.#arrived.clear();
    const changed = this.board.apply(orders);
    this.#countSoon(); // only now: a count of before has these in it already, and they have just been added to it
    this.now = Date.now();
    this.#changed = changed;
    setTimeout(() => this.#changed === changed && ((this.#changed = new Set()), this.requestUpdate()), NOTICED_MILLIS);
    glide(this, changed, () => {
      this.requestUpdate();
      return this.updateComplete;
    });
  }

  async #count() {
    this.#counting = undefined; // what comes while the answer is on its way is not in it, and has it counted again
    try {
      await this.board.count();
      this.#countPause = COUNT_EVERY_MILLIS;
    } catch {
      // there may be no further event that has it counted
      this.#countPause = Math.min(LONGEST_PAUSE_MILLIS, this.#countPause * 2);
      this.#countSoon();
    }
    this.requestUpdate();
  }

  render() {
    const closed = router.current.query.get('closed') !== 'hidden';
    const shown = STATUSES.filter((status) => closed || !FINAL.has(status));
    return html`
      <div class="view-head">
        <h1>Board</h1>
        <p class="legend">Time in a state:
          <span data-age="fresh">on time</span> <span data-age="aging">look soon</span> <span data-age="old">overdue</span></p>
        <label class="check"><input type="checkbox" name="closed" .checked=${closed}
          @change=${(event) => router.set({ closed: event.target.checked ? '' : 'hidden' })}> closed orders</label>
        <a class="button" href="/orders">As a table</a>
      </div>
      ${problemNote(this.problem, html`<button @click=${() => this.#load()}>Try again</button>`)}
      ${!this.loaded && !this.problem ? loading('Loading the board') : nothing}
      ${this.loaded ? html`<div class="board">${shown.map((status) => this.#column(status))}</div>` : nothing}
    `;
  }

  #column(status) {
    const { orders, total } = this.board.columns.get(status);
    return html`<section class="column" data-status=${status} aria-labelledby="column-${status}">
      <h2 id="column-${status}"><a href="/orders?status=${status}">${statusName(status)}</a>
        <span class="count">${count(total)}</span></h2>
      ${orders.length === 0
        ? html`<p class="empty small">None</p>`
        : html`<ul class="cards">${repeat(orders, (order) => order.orderId, (order) => card(order, this.now, this.#changed.has(order.orderId)))}</ul>`}
      ${total > orders.length ? html`<a class="more" href="/orders?status=${status}">and ${count(total - orders.length)} more</a>` : nothing}
    </section>`;
  }
}
customElements.define('of-board-view', BoardView);
