import { html, nothing } from 'lit';
import { ReadingView } from '../components/reading-view.js';
import { empty, loading } from '../components/pieces.js';
import { address } from '../api/http.js';
import { figures, sum } from '../statistics/figures.js';
import { PRESETS, rangeInWords, rangeOf } from '../statistics/range.js';
import '../statistics/chart.js';
import { router } from '../shell/router.js';
import { tab } from '../live/tab.js';
import { money } from '../text/money.js';
import { inWords } from '../text/orders.js';
import { count, percent } from '../text/numbers.js';
import { periodName, span, unitFor } from '../text/times.js';

const AGAIN_MILLIS = 5_000;

/** How sales and shipping went over a span that the address names. */
class StatisticsView extends ReadingView {
  static properties = { figures: { state: true }, waiting: { state: true } };
  #soon;

  connectedCallback() {
    super.connectedCallback();
    this.until(() => clearTimeout(this.#soon));
    this.listen(router, 'change', (event) => !event.detail.moved && this.#load());
    this.until(tab.follow(address('/orders/stream'), () => (this.#soon ??= setTimeout(() => this.#load(), AGAIN_MILLIS))));
    this.#load();
  }

  again() {
    return this.#load();
  }

  async #load() {
    if (router.current.view !== 'statistics') return;
    const { query } = router.current;
    this.waiting = true;
    try {
      const read = await figures(rangeOf(query, Date.now()), query.get('currency'), Date.now());
      if (router.current.query.toString() === query.toString()) Object.assign(this, { figures: read, problem: undefined });
    } catch (problem) {
      this.problem = problem;
    }
    this.waiting = false;
    this.#soon = undefined;
  }

  render() {
    const { query } = router.current;
    const range = rangeOf(query, Date.now());
    return html`<div class="view-head"><h1>Statistics</h1>
        ${this.figures?.currencies.length > 1 ? html`<label>Currency <select name="currency" @change=${(event) => router.set({ currency: event.target.value })}>
          ${this.figures.currencies.map((one) => html`<option ?selected=${one === this.figures.currency}>${one}</option>`)}</select></label>` : nothing}</div>
      <div class="toolbar">
        <div class="chips" role="group" aria-label="Span">${PRESETS.map(([value, name]) => html`<button class="chip" aria-pressed=${range.preset === value}
          @click=${() => router.set({ range: value === '30' ? '' : value, from: '', to: '' })}>${name}</button>`)}</div>
        <label>From <input type="date" name="from" .value=${range.from ?? ''} @change=${(event) => router.set({ from: event.target.value, to: range.to, range: '' })}></label>
        <label>Before <input type="date" name="to" .value=${range.to ?? ''} @change=${(event) => router.set({ to: event.target.value, from: range.from, range: '' })}></label>
      </div>
      ${this.note()}
      ${!this.figures ? (this.problem ? nothing : loading('Loading statistics')) : this.#charts(this.figures)}`;
  }

  #charts({ by, currency, starts, periods, products, fulfilment, shipping }) {
    if (fulfilment.orders === 0) return empty('No order was placed in this span.');
    const labels = starts.map((start) => periodName(by, start));
    const amount = (value) => count(Math.round(value));
    const took = fulfilment.timeToShip;
    const placed = (entry) => entry.orders - entry.cancelled - entry.rejected;
    const of = (name) => periods.map((entry) => entry[name]);
    const [unit, length] = unitFor(Math.max(0, ...shipping.map((one) => one.p90Seconds ?? 0)));
    const lengths = (name) => shipping.map((one) => (one[name] == null ? null : Math.round((one[name] / length) * 10) / 10));
    return html`<p class="span quiet">Orders ${rangeInWords(rangeOf(router.current.query, Date.now()))} (UTC) that were placed.
        The board shows more: orders of all time, and those that were cancelled before they were placed.</p>
      <div class="tiles" aria-busy=${Boolean(this.waiting)}>
        ${this.#tile('Revenue', money({ amount: sum(periods.map((entry) => entry.revenue.amount)), currency }))}
        ${this.#tile('Orders placed', count(fulfilment.orders))}
        ${this.#tile('Rejected after placing', `${count(fulfilment.rejected)} · ${percent(fulfilment.rejectionRate)}`)}
        ${this.#tile('Cancelled after placing', `${count(fulfilment.cancelled)} · ${percent(fulfilment.cancellationRate)}`)}
        ${this.#tile('Time to ship, median', took?.orders ? span(took.medianSeconds * 1000) : '–')}
        ${this.#tile('Time to ship, 9 of 10', took?.orders ? span(took.p90Seconds * 1000) : '–')}
      </div>
      <div class="charts">
        <of-chart .heading=${`Revenue by ${by}, in ${currency}`} .labels=${labels} .format=${amount} .series=${[{ name: `Revenue in ${currency}`, colour: 'accent', values: periods.map((entry) => Number(entry.revenue.amount)) }]}></of-chart>
        <of-chart .heading=${`Orders by ${by}, and what became of them`} stacked .labels=${labels} .format=${count} .series=${[
          { name: 'Kept', colour: 'accent', values: periods.map(placed) }, { name: 'Cancelled', colour: 'warn-strong', values: of('cancelled') }, { name: 'Rejected', colour: 'bad-strong', values: of('rejected') }]}></of-chart>
        <of-chart .heading=${`Products by revenue, in ${currency}`} horizontal .labels=${products.map((entry) => entry.key.productName)} .format=${amount} .series=${[{ name: `Revenue in ${currency}`, colour: 'violet', values: products.map((entry) => Number(entry.revenue.amount)) }]}></of-chart>
        <of-chart data-chart="shipping" .heading=${`Time from order to shipment, in ${unit}`} .labels=${shipping.map((one) => `${shipping.length < starts.length || by !== 'day' ? 'from ' : ''}${periodName(by === 'month' ? 'week' : by, one.start)}`)} .series=${[
          { name: 'Median', type: 'line', colour: 'good', values: lengths('medianSeconds') }, { name: '9 of 10 within', type: 'line', colour: 'warn-strong', values: lengths('p90Seconds') }]}></of-chart>
        ${this.#reasons('Why orders were rejected', fulfilment.rejectionReasons)}
        ${this.#reasons('Why orders were cancelled', fulfilment.cancellationReasons)}
      </div>`;
  }

  #tile = (name, value) => html`<div class="panel tile"><span>${name}</span><strong>${value}</strong></div>`;

  #reasons = (title, reasons) => html`<section class="panel"><h2>${title}</h2>${reasons.length
    ? html`<ul class="reasons">${reasons.map((one) => html`<li><span>${inWords(one.reason)}</span> <strong>${count(one.orders)}</strong></li>`)}</ul>`
    : html`<p class="quiet">None.</p>`}</section>`;
}
customElements.define('of-statistics-view', StatisticsView);
