import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../components/element.js';
import { field, focusFirstError } from '../components/field.js';
import { problemNote } from '../components/pieces.js';
import { newKey, read, send } from '../api/http.js';
import { wroteCustomer, wroteOrder } from '../api/writes.js';
import { addressFields, bodyOf, customerFields, lineFields, paymentField } from '../neworder/fields.js';
import { router } from '../shell/router.js';
import { notice } from '../shell/notices.js';

/**
 * A new order. The form has one key for as long as it is open: however often it is sent, there is one order. What is
 * wrong is said by the service alone, and stands at the field that its pointer names.
 */
class NewOrderView extends PageElement {
  static properties = { rows: { state: true }, problem: { state: true }, customerProblem: { state: true }, busy: { state: true }, place: { state: true }, products: { state: true } };
  #key = newKey();
  #row = 1;

  constructor() {
    super();
    Object.assign(this, { rows: [0], place: true, products: [], busy: false });
  }

  connectedCallback() {
    super.connectedCallback();
    read('/stock', { pageSize: 100 }).then((page) => (this.products = page.items)).catch(() => {}); // only suggestions
  }

  get #customerId() {
    return router.current.query.get('customerId');
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = this.customerProblem = undefined;
    const given = new FormData(event.target);
    try {
      const customerId = this.#customerId ?? (await this.#register(given));
      const ack = await send('POST', '/orders', bodyOf(given, this.rows.length, customerId), { key: this.#key });
      wroteOrder(ack.orderId, ack.version);
      notice('The order has been created');
      router.go(`/orders/${ack.orderId}`);
    } catch (problem) {
      this.problem ??= problem;
      await this.updateComplete;
      focusFirstError(this);
    } finally {
      this.busy = false;
    }
  }

  /** The customer has a key of its own, made of the form's, so that there is one customer too. */
  async #register(given) {
    try {
      const ack = await send('POST', '/customers', bodyOf(given, 0, undefined, 'customer:'), { key: `${this.#key}-customer` });
      wroteCustomer(ack.customerId, ack.version);
      return ack.customerId;
    } catch (problem) {
      this.customerProblem = problem;
      throw problem;
    }
  }

  #named(event) {
    const match = /^\/items\/(\d+)\/sku$/.exec(event.target.name);
    const product = match && this.products.find((one) => one.sku === event.target.value);
    const name = product && this.querySelector(`[name="/items/${match[1]}/productName"]`);
    if (name && !name.value) name.value = product.productName;
  }

  #errors = (name) => {
    const [problem, pointer] = name.startsWith('customer:') ? [this.customerProblem, name.slice(9)] : [this.customerProblem ? undefined : this.problem, name];
    return problem?.under?.(pointer) ?? [];
  };

  #field = (one) => field(one, this.#errors(one.name));

  render() {
    return html`<div class="view-head"><h1>New order</h1></div>
      ${this.problem?.code === 'VALIDATION_FAILED'
        ? html`<div class="problem" role="alert"><p><strong>Some fields need another look.</strong> Nothing was created. ${this.problem.detail}.</p></div>`
        : problemNote(this.problem)}
      <form class="stack form" novalidate @submit=${(event) => this.#submit(event)} @change=${(event) => this.#named(event)}>
        <section class="panel"><h2>Customer</h2>
          ${this.#customerId
            ? html`<p>An order of the customer <code>${this.#customerId}</code>. <a href="/orders/new">Somebody else</a></p>`
            : html`<div class="fields">${customerFields().map(this.#field)}</div>`}
        </section>
        <section class="panel"><h2>Lines</h2>
          <datalist id="skus">${this.products.map((product) => html`<option value=${product.sku}>${product.productName}</option>`)}</datalist>
          ${repeat(this.rows, (row) => row, (row, i) => html`<fieldset class="line"><legend class="visually-hidden">Line ${i + 1}</legend>
            ${lineFields(i).map(this.#field)}
            <button type="button" class="plain" aria-label="Remove line ${i + 1}" ?disabled=${this.rows.length === 1}
              @click=${() => (this.rows = this.rows.filter((one) => one !== row))}>Remove</button></fieldset>`)}
          <div class="actions"><button type="button" @click=${() => (this.rows = [...this.rows, this.#row++])}>Add a line</button></div>
          ${this.#field({ name: '/currency', label: 'Currency', value: 'EUR', small: true })}
        </section>
        <section class="panel"><h2>Shipping address</h2><div class="fields">${addressFields().map(this.#field)}</div></section>
        <section class="panel"><h2>Payment</h2>
          <p><label class="check"><input type="checkbox" name="place" .checked=${this.place} @change=${(event) => (this.place = event.target.checked)}> Place it at once</label></p>
          ${this.place ? this.#field(paymentField()) : html`<p class="quiet">It stays pending, can be edited, and expires after a day unless it is placed.</p>`}
        </section>
        <div class="actions"><button class="primary" ?disabled=${this.busy}>${this.busy ? 'Creating …' : 'Create order'}</button>
          <a class="button" href="/orders">Not now</a></div>
      </form>`;
  }
}
customElements.define('of-new-order-view', NewOrderView);
