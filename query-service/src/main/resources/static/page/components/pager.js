import { html, nothing } from 'lit';
import { router } from '../shell/router.js';
import { count, counted } from '../text/numbers.js';

/** Where one is in a list of so many of something ("order"), and the pages before and after. */
export function pager({ page, totalPages, total, incomplete }, what, more = nothing) {
  return html`<nav class="pager" aria-label="Pages">
    <span>${incomplete ? 'at least ' : ''}${counted(total, what)}</span>
    <span class="gap"></span>
    ${more}
    ${page > 1 ? html`<a class="button" rel="prev" href=${router.with({ page: page === 2 ? '' : page - 1 })}>Previous</a>` : nothing}
    <span>page ${count(page)} of ${count(Math.max(1, totalPages))}</span>
    ${page < totalPages ? html`<a class="button" rel="next" href=${router.with({ page: page + 1 })}>Next</a>` : nothing}
  </nav>`;
}
