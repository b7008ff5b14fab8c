import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { field, focusFirstError } from '../components/field.js';
import { ReadingView } from '../components/reading-view.js';
import { newKey, read, send } from '../api/http.js';
import { wroteCustomer, wroteOrder } from '../api/writes.js';
import { addressFields, allFields, bodyOf, currencyField, customerFields, lineFields, paymentField } from '../neworder/fields.js';
import { outcome } from '../neworder/outcome.js';
import { router } from '../shell/router.js';
import { notice } from '../shell/notices.js';
import { faults } from '../text/faults.js';

const REGISTERED_BEFORE = new Set(['CUSTOMER_ALREADY_REGISTERED', 'IDEMPOTENCY_KEY_REUSED']);

/**
 * A new order. The form has one key and one id for as long as it is open: however often it is sent, there is one order
 * and one customer. Nothing is created while a look tells that something is wrong with any field; what only the service
 * knows stands at the field that its pointer names.
 */
class NewOrderView extends ReadingView {
  static properties = {
    rows: { state: true }, refused: { state: true }, customerProblem: { state: true }, registered: { state: true }, faults: { state: true },
    busy: { state: true }, place: { state: true }, products: { state: true },
  };
  #key = newKey();
  #orderId = newKey();
  #newCustomerId = newKey();
  #row = 1;

  constructor() {
    super();
    Object.assign(this, { rows: [0], place: true, products: [], busy: false, faults: new Map() });
  }

  connectedCallback() {
    super.connectedCallback();
    this.again();
  }

  /** The products are only suggested: without them the form can be filled in as well. */
  async again() {
    try {
      this.products = (await read('/stock', { pageSize: 100 })).items;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  get #customerId() {
    return router.current.query.get('customerId') ?? this.registered;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const given = new FormData(event.target);
    this.refused = this.customerProblem = undefined;
    this.faults = faults(allFields(this.rows.length, { withCustomer: !this.#customerId, withPayment: this.place }), given);
    if (this.faults.size > 0) return this.updateComplete.then(() => focusFirstError(this));
    this.busy = true;
    try {
      const customerId = this.#customerId ?? (await this.#register(given));
      const ack = await send('POST', '/orders', { orderId: this.#orderId, ...bodyOf(given, this.rows.length, customerId) }, { key: this.#key });
      wroteOrder(ack.orderId, ack.version);
      notice('The order has been created');
      router.go(`/orders/${ack.orderId}`);
    } catch (problem) {
      if (problem !== this.customerProblem) this.refused = problem;
      await this.updateComplete;
      focusFirstError(this);
    } finally {
      this.busy = false;
    }
  }

  /** The customer has a key of its own, made of the form's, so that there is one customer too. */
  async #register(given) {
    try {
      const ack = await send('POST', '/customers', { customerId: this.#newCustomerId, ...bodyOf(given, 0, undefined, 'customer:') }, { key: `${this.#key}-customer` });
      wroteCustomer(ack.customerId, ack.version);
      return (this.registered = ack.customerId);
    } catch (problem) {
      if (REGISTERED_BEFORE.has(problem.code)) {
        notice('An earlier try has registered the customer after all, as the form was filled in then');
        return (this.registered = this.#newCustomerId);
      }
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
    const [problem, pointer] = name.startsWith('customer:') ? [this.customerProblem, name.slice(9)] : [this.refused, name];
    return this.faults.get(name) ?? problem?.under?.(pointer) ?? [];
  };

  #field = (one) => field(one, this.#errors(one.name));

  render() {
    return html`<div class="view-head"><h1>New order</h1></div>
      ${this.note('The form can be filled in all the same; what you fill in stays here until it can be sent.')}
      <form class="stack form" novalidate @submit=${(event) => this.#submit(event)} @change=${(event) => this.#named(event)}>
        <section class="panel"><h2>Customer</h2>
          ${this.#customerId
            ? html`<p>An order of the customer <a href="/customers/${this.#customerId}"><code>${this.#customerId}</code></a>${this.registered ? ', who is registered now.' : html`. <a href="/orders/new">Somebody else</a>`}</p>`
            : html`<div class="fields">${customerFields().map(this.#field)}</div>`}
        </section>
        <section class="panel"><h2>Lines</h2>
          <datalist id="skus">${this.products.map((product) => html`<option value=${product.sku}>${product.productName}</option>`)}</datalist>
          ${repeat(this.rows, (row) => row, (row, i) => html`<fieldset class="line"><legend class="visually-hidden">Line ${i + 1}</legend>
            ${lineFields(i).map(this.#field)}
            <button type="button" class="plain" aria-label="Remove line ${i + 1}" ?disabled=${this.rows.length === 1}
              @click=${() => (this.rows = this.rows.filter((one) => one !== row))}>Remove</button></fieldset>`)}
          <div class="actions"><button type="button" @click=${() => (this.rows = [...this.rows, this.#row++])}>Add a line</button></div>
          ${this.#field(currencyField())}
        </section>
        <section class="panel"><h2>Shipping address</h2><div class="fields">${addressFields().map(this.#field)}</div></section>
        <section class="panel"><h2>Payment</h2>
          <p><label class="check"><input type="checkbox" name="place" .checked=${this.place} @change=${(event) => (this.place = event.target.checked)}> Place it at once</label></p>
          ${this.place ? this.#field(paymentField()) : html`<p class="quiet">It stays pending, can be edited, and expires after a day unless it is placed.</p>`}
        </section>
        ${outcome({ missing: this.faults.size > 0, problem: this.customerProblem ?? this.refused, customer: Boolean(this.customerProblem), registered: Boolean(this.registered), orderId: this.#orderId })}
        <div class="actions"><button class="primary" ?disabled=${this.busy}>${this.busy ? 'Creating …' : 'Create order'}</button>
          <a class="button" href="/orders">Not now</a></div>
      </form>`;
  }
}
customElements.define('of-new-order-view', NewOrderView);
