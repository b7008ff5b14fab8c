import { html, nothing, svg } from 'lit';
import { statusName } from '../text/orders.js';

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
    <p>${problem.detail || problem.message}</p>
    ${problem.violations?.length
      ? html`<ul>${problem.violations.map((violation) => html`<li><code>${violation.pointer ?? violation.parameter}</code> ${violation.detail}</li>`)}</ul>`
      : nothing}
    <p class="problem-code">${problem.code}${problem.status ? ` · ${problem.status}` : ''}</p>
    ${action}
  </div>`;
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
