import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { bar } from '../components/pieces.js';
import { count } from '../text/numbers.js';

const NEARLY = 5;

/** Stock levels with what is free, reserved and committed of what is on hand. */
export const levelsTable = (levels, title, adjust, changed) => html`<div class="table-frame" tabindex="0" role="region" aria-label=${title}><table>
  <thead><tr><th scope="col">SKU</th><th scope="col">Product</th><th scope="col" class="number">Available</th><th scope="col">Of what is on hand</th>
    <th scope="col" class="number">Reserved</th><th scope="col" class="number">Committed</th><th scope="col" class="number">On hand</th><th scope="col"><span class="visually-hidden">Adjust</span></th></tr></thead>
  <tbody>${repeat(levels, (level) => level.sku, (level) => html`<tr data-sku=${level.sku} data-changed=${changed === level.sku}>
    <td class="mono">${level.sku}</td><td class="wrap">${level.productName}</td>
    <td class="number"><span class=${level.available === 0 ? 'level-low' : level.available <= NEARLY ? 'level-some' : ''}>${level.available === 0 ? 'sold out' : count(level.available)}</span></td>
    <td class="bar-cell">${bar([['available', level.available], ['reserved', level.reserved], ['committed', level.committed]], level.onHand,
      `${level.available} available, ${level.reserved} reserved, ${level.committed} committed of ${level.onHand}`)}</td>
    <td class="number">${count(level.reserved)}</td><td class="number">${count(level.committed)}</td><td class="number">${count(level.onHand)}</td>
    <td><button @click=${() => adjust(level)} aria-label="Adjust ${level.productName}">Adjust</button></td></tr>`)}</tbody>
</table></div>`;
