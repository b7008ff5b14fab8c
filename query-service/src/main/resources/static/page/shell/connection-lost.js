import { html, nothing } from 'lit';
import { PageElement } from '../components/element.js';
import { tab } from '../live/tab.js';
import { clock } from '../text/times.js';

const UNNOTICED_MILLIS = 1_500; // most cuts are mended by then

/** Says that what is shown is no longer kept up, and of when it is. */
class ConnectionLost extends PageElement {
  #soon;

  connectedCallback() {
    super.connectedCallback();
    this.until(() => clearTimeout(this.#soon));
    this.listen(tab, 'change', () => {
      clearTimeout(this.#soon);
      this.#soon = setTimeout(() => this.requestUpdate(), tab.lostAt ? tab.lostAt + UNNOTICED_MILLIS - Date.now() : 0);
    });
  }

  render() {
    const { lostAt, connection } = tab;
    if (!lostAt || Date.now() < lostAt + UNNOTICED_MILLIS) return nothing;
    return html`<p class="note connection-lost" role="status"><span>The service does not answer. What is shown here is as of <strong>${clock(lostAt)}</strong>;
      it is brought up to date by itself when the service is back.</span>
      ${connection.attempt === undefined ? nothing : html`<button @click=${() => tab.comeBackNow()}>Try now</button>`}</p>`;
  }
}
customElements.define('of-connection-lost', ConnectionLost);
