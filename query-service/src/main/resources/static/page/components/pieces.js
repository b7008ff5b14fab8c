import { html, nothing, svg } from 'lit';
import { statusName } from '../text/orders.js';
import { inWords } from '../text/faults.js';
import { counted } from '../text/numbers.js';

/** Small pieces that several views show. */

export const statusBadge = (status) => html`<span class="badge status" data-status=${status}>${statusName(status)}</span>`;

export const empty = (words, more = nothing) => html`<div class="empty"><p>${words}</p>${more}</div>`;

export const loading = (what = 'Loading') =>
  html`<div class="loading" role="status"><span class="spinner" aria-hidden="true"></span>${what} …</div>`;

/** What a service refused, in its own words, with what can be done about it. */
export function problemNote(problem, action = nothing) {
  if (!problem) return nothing;
  return html`<div class="problem" role="alert" data-code=${problem.code}>
    <p><strong>${problem.title || 'It did not work'}</strong></p>
    ${problem.detail ? html`<p>${problem.detail}</p>` : nothing}
    ${problem.violations?.length
      ? html`<ul>${problem.violations.map((violation) => html`<li><code>${violation.pointer ?? violation.parameter}</code> ${inWords(violation.detail)}</li>`)}</ul>`
      : nothing}
    <p class="problem-code">${problem.code}${problem.status ? ` · ${problem.status}` : ''}</p>
    ${action}
  </div>`;
}

/** That a view could not be read. What may pass is asked for again by itself. */
export function unread(problem, again, meanwhile = 'It is asked again by itself, and this view comes as soon as there is an answer.') {
  const button = html`<button @click=${again}>Try again</button>`;
  if (!problem?.passing) return problemNote(problem, button);
  return html`<div class="problem" role="alert" data-code=${problem.code}>
    <p><strong>${problem.status === 0 ? 'The service cannot be reached.' : 'The service cannot answer at the moment.'}</strong></p>
    <p>${meanwhile}</p>${button}</div>`;
}

/** What is known after the last try of a command that had no answer; the button of the form sends it again. */
export function givenUp(problem, { whether = 'it was done', nothing: none = 'Nothing was done.' } = {}) {
  const sent = `It was sent ${counted(problem.tries, 'time')}`;
  return html`<div class="problem" role="alert" tabindex="-1" data-code=${problem.code}>
    ${problem.uncertain
      ? html`<p><strong>It is not known whether ${whether}.</strong></p>
          <p>${sent}, and no answer came. You can send it again: it is the same request, and is carried out once, however often it arrives.</p>`
      : html`<p><strong>${none}</strong></p><p>${sent}, and the service could not take it${problem.detail ? `: ${problem.detail}` : ''}.</p>`}
    <p class="problem-code">${problem.code}${problem.status ? ` · ${problem.status}` : ''}</p>
    <button class="primary">Send again</button></div>`;
}

/** A bar of parts of a whole. SVG, because the page's policy allows no style in markup. */
export function bar(parts, whole, label) {
  let at = 0;
  const scale = whole > 0 ? 100 / whole : 0;
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label=${label}>
    ${parts.map(([name, size]) => {
      const x = at;
      at += size * scale;
      return svg`<rect data-part=${name} x=${x} y="0" width=${Math.max(0, size * scale)} height="8"></rect>`;
    })}
  </svg>`;
}
