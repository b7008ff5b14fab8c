import { html, nothing } from 'lit';
import { PageElement } from '../components/element.js';
import { every } from '../live/every.js';
import { read } from '../api/http.js';
import { lag, clock } from '../text/times.js';

const LATE_MILLIS = 2_000;

/** Up to when everything that happened is shown, by the read model that is farthest behind. */
class AsOfClock extends PageElement {
  static properties = { projections: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.until(every(5_000, () => this.#look()));
  }

  async #look() {
    try {
      this.projections = (await read('/projections')).items;
    } catch {
      this.projections = undefined;
    }
  }

  render() {
    if (!this.projections?.length) return html`<span class="as-of unknown">as of unknown</span>`;
    const last = this.projections.reduce((a, b) => ((a.lagMillis ?? 0) >= (b.lagMillis ?? 0) ? a : b));
    const behind = last.lagMillis ?? 0;
    const at = behind < LATE_MILLIS ? new Date().toISOString() : last.asOf;
    return html`<a class="as-of" data-late=${behind >= LATE_MILLIS} href="/operations"
      title="Everything recorded up to then is shown; ${last.name} is farthest behind">
      as of ${at ? clock(at) : 'the beginning'}${behind >= LATE_MILLIS ? html` <strong>${lag(behind)} behind</strong>` : nothing}</a>`;
  }
}
customElements.define('of-as-of-clock', AsOfClock);
