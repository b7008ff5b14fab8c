import { html } from 'lit';
import { router } from '../shell/router.js';
import { counted } from '../text/numbers.js';

/** Whether an order has had the version that an address names. */
export const hasVersion = (order, named) => /^\d{1,9}$/.test(named) && Number(named) <= order.version;

/** That an address names a version that there is not, and the way to the latest. */
export const noSuchVersion = (order, named) => html`<p class="note" role="status">There is no version <code>${named}</code>:
  this order has only ${counted(order.version + 1, 'version')}, ${order.version === 0 ? 'version 0' : `0 to ${order.version}`}. <a href=${router.with({ version: '' })}>Show it as it is</a></p>`;
