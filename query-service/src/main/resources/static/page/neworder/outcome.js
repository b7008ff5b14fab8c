import { html } from 'lit';
import { givenUp, problemNote } from '../components/pieces.js';

const ANOTHER_TRY_DID_IT = new Set(['ORDER_ALREADY_EXISTS', 'IDEMPOTENCY_KEY_REUSED']);

/**
 * What became of a form for an order that was sent: what was created, what was not, and what is not known.
 *
 * @param missing whether the page itself found something wrong, so that nothing was sent
 * @param problem what was answered to the last command, if anything
 * @param customer whether that command was about the customer, and not about the order
 * @param registered whether the form has registered its customer, now or before
 * @param orderId what the order would be called
 */
export function outcome({ missing, problem, customer, registered, orderId }) {
  const sofar = registered ? 'The customer is registered. The order was not created.' : 'Nothing was created.';
  if (missing || problem?.code === 'VALIDATION_FAILED') {
    return html`<div class="problem" role="alert"><p><strong>Some fields need another look.</strong> ${sofar}</p></div>`;
  }
  if (!problem) return '';
  if (problem.tries) {
    const whether = customer ? 'the customer was registered; the order was not created' : 'the order was created';
    return givenUp(problem, { whether, nothing: sofar });
  }
  if (!customer && ANOTHER_TRY_DID_IT.has(problem.code)) {
    return html`<div class="problem" role="alert"><p><strong>An earlier try has created the order after all,</strong> as the form was filled in then.</p>
      <a class="button primary" href="/orders/${orderId}">Show the order</a></div>`;
  }
  return problemNote(problem, html`<p>${sofar}</p>`);
}
