import { html, nothing } from 'lit';
import { router } from '../shell/router.js';
import { moment } from '../text/times.js';

/** Which version of an order is looked at: any that it ever had. It is in the address. */
export function asOfSlider(latest, shown, entries) {
  const entry = entries.find((one) => one.stream === 'order' && one.version === shown);
  const look = (event) => {
    const version = Number(event.target.value);
    router.set({ version: version === latest ? '' : version }, { replace: true });
  };
  return html`<section class="panel slider">
    <label for="as-of">As of version <output>${shown}</output> of ${latest}</label>
    <input id="as-of" type="range" min="0" max=${latest} step="1" .value=${String(shown)} ?disabled=${latest === 0} @input=${look}
      aria-valuetext="version ${shown}${entry ? `, ${entry.summary}` : ''}">
    <p class="quiet">${entry ? html`${entry.summary} · ${moment(entry.recordedAt)}` : nothing}</p>
  </section>`;
}
