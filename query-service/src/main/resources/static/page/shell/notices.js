import { html } from 'lit';
import { PageElement } from '../components/element.js';

const SHOWN_MILLIS = 6_000;
const told = new EventTarget();

/** Says in passing what has been done. What needs an answer is said where it was asked. */
export const notice = (words) => told.dispatchEvent(new CustomEvent('notice', { detail: words }));

class Notices extends PageElement {
  static properties = { words: { state: true } };
  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.listen(told, 'notice', (event) => {
      this.words = event.detail;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.words = ''), SHOWN_MILLIS);
    });
  }

  render() {
    return html`<div class="notices" role="status" aria-live="polite">${this.words ? html`<p>${this.words}</p>` : ''}</div>`;
  }
}
customElements.define('of-notices', Notices);
