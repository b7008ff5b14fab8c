import { html } from 'lit';
import { ReadingView } from '../components/reading-view.js';
import { unreachable } from '../api/problem.js';

const RELOADED = 'orderflow.reloaded';
const LEAST_MILLIS = 30_000;

/**
 * Stands in the place of a view whose files could not be loaded. A browser does not load a module again that has failed,
 * so the page is loaded anew when the service answers: once, as it may be that the files themselves are what is wrong.
 */
class UnloadedView extends ReadingView {
  connectedCallback() {
    super.connectedCallback();
    this.problem = unreachable();
  }

  async again() {
    try {
      await fetch(location.href, { cache: 'no-store' });
      this.problem = undefined;
      if (Date.now() - Number(sessionStorage.getItem(RELOADED)) > LEAST_MILLIS) this.#reload();
    } catch {
      this.problem = unreachable();
    }
  }

  #reload() {
    sessionStorage.setItem(RELOADED, Date.now());
    location.reload();
  }

  render() {
    return this.problem ? html`<h1>Not loaded</h1>${this.note()}` : html`<h1>Not loaded</h1><div class="problem" role="alert"><p><strong>This part of the page could not be loaded.</strong></p>
      <button @click=${() => this.#reload()}>Reload the page</button></div>`;
  }
}
customElements.define('of-unloaded-view', UnloadedView);
