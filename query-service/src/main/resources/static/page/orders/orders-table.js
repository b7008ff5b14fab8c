import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { router } from '../shell/router.js';
import { chosen } from './columns.js';

/** A list of orders with the columns that the address names; `without` one that would say the same in each row. */
export function ordersTable(orders, query, now, changed = new Set(), without = undefined) {
  const columns = chosen(query).filter((column) => column.name !== without);
  const sort = query.get('sort') ?? '-orderedAt';
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Orders"><table>
    <thead><tr>${columns.map((column) => head(column, sort))}</tr></thead>
    <tbody>${repeat(orders, (order) => order.orderId, (order) => html`<tr data-order=${order.orderId} data-changed=${changed.has(order.orderId)}>
      ${columns.map((column) => html`<td class=${column.number ? 'number' : ''}>${column.cell(order, now)}</td>`)}
    </tr>`)}</tbody>
  </table></div>`;
}

function head(column, sort) {
  const down = sort === `-${column.sort}`;
  const sorted = column.sort && (down || sort === column.sort);
  return html`<th scope="col" class=${column.number ? 'number' : ''} aria-sort=${sorted ? (down ? 'descending' : 'ascending') : nothing}>
    ${column.sort
      ? html`<a href=${router.with({ sort: down ? column.sort : `-${column.sort}`, page: '' })}>${column.title}<span aria-hidden="true">${sorted ? (down ? ' ↓' : ' ↑') : ''}</span></a>`
      : column.title}
  </th>`;
}
