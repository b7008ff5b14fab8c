import { html } from 'lit';
import { PageElement } from '../components/element.js';

/** What an address shows that leads to nothing. */
class NowhereView extends PageElement {
  render() {
    return html`<div class="empty"><h1>There is nothing here</h1>
      <p>The page has no view at <code>${location.pathname}</code>. The address may have been mistyped, or cut off where it was copied.</p>
      <p><a class="button primary" href="/">To the board</a> <a class="button" href="/orders">Find an order</a></p></div>`;
  }
}
customElements.define('of-nowhere-view', NowhereView);
