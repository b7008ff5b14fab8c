import { html, nothing } from 'lit';
import { router } from '../shell/router.js';
import { STATUSES, statusName } from '../text/orders.js';
import { COLUMNS, chosen, toggled } from './columns.js';

const PAUSE_MILLIS = 250;
let typing;

/** What is looked for. Each change is a change of the address. What is found can be had as CSV, unless it is searched for. */
export function filterBar(query, csv) {
  const statuses = (query.get('status') ?? '').split(',').filter(Boolean);
  const toggle = (status) =>
    router.set({ page: '', status: (statuses.includes(status) ? statuses.filter((one) => one !== status) : [...statuses, status]).join(',') });
  const typed = (event) => {
    const words = event.target.value.trim();
    clearTimeout(typing);
    typing = setTimeout(() => router.set({ q: words, page: '' }, { replace: true }), PAUSE_MILLIS);
  };
  return html`<form class="toolbar" role="search" @submit=${(event) => event.preventDefault()}>
    <label class="grow">Search
      <input type="search" name="q" maxlength="200" .value=${query.get('q') ?? ''} @input=${typed}
        placeholder="customer, product, SKU, tracking number, city or id"></label>
    <label>From <input type="date" name="from" .value=${query.get('from') ?? ''}
      @change=${(event) => router.set({ from: event.target.value, page: '' })}></label>
    <label>Before <input type="date" name="to" .value=${query.get('to') ?? ''}
      @change=${(event) => router.set({ to: event.target.value, page: '' })}></label>
    <details class="menu"><summary class="button">Columns</summary><div class="menu-body">
      ${COLUMNS.map((column) => html`<label class="check"><input type="checkbox" name=${column.name}
        .checked=${chosen(query).includes(column)} @change=${() => router.set({ columns: toggled(query, column.name) }, { replace: true })}>
        ${column.title}</label>`)}
    </div></details>
    ${csv ? html`<a class="button" href=${csv} download="orders.csv">CSV</a>`
      : html`<span class="refused"><button type="button" disabled data-export aria-describedby="export-reason">CSV</button>
          <small id="export-reason">a search cannot be exported, filters can</small></span>`}
    <div class="chips" role="group" aria-label="Status">
      ${STATUSES.map((status) => html`<button type="button" class="chip" aria-pressed=${statuses.includes(status)}
        @click=${() => toggle(status)}>${statusName(status)}</button>`)}
      ${query.get('customerId') ? html`<button type="button" class="chip" aria-pressed="true"
        @click=${() => router.set({ customerId: '', page: '' })}>one customer ✕</button>` : nothing}
      ${[...query.keys()].some((name) => name !== 'columns') ? html`<button type="button" class="plain" @click=${() => router.go('/orders')}>Clear all</button>` : nothing}
    </div>
  </form>`;
}
