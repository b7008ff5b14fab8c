import { html, nothing } from 'lit';
import { count } from '../text/numbers.js';
import { lag } from '../text/times.js';
import { router } from '../shell/router.js';

/** How each projection is doing, and what can be done with it. */
export const projectionsTable = (projections, actions, busy) => html`<div class="table-frame" tabindex="0" role="region" aria-label="Projections"><table>
  <thead><tr><th scope="col">Projection</th><th scope="col">State</th><th scope="col" class="number">Lag</th><th scope="col" class="number">Behind</th>
    <th scope="col" class="number">Events/s</th><th scope="col">Segments</th><th scope="col" class="number">Dead letters</th><th scope="col" class="number">Build</th><th scope="col"><span class="visually-hidden">Actions</span></th></tr></thead>
  <tbody>${projections.map((one) => html`<tr data-projection=${one.name}>
    <th scope="row">${one.name}</th>
    <td><span class="badge" data-state=${one.state}>${one.state.toLowerCase()}</span></td>
    <td class="number">${one.lagMillis == null ? '–' : lag(one.lagMillis)}</td><td class="number">${count(one.eventsBehind)}</td>
    <td class="number">${count(Math.round(one.eventsPerSecond))}</td>
    <td>${one.segments.map((segment) => html`<button class="segment" data-free=${!segment.owner} ?disabled=${busy} @click=${() => actions.segment(one, segment)} aria-label="Segment ${segment.segment} of ${one.name}"
      title="segment ${segment.segment} at ${segment.position}, ${segment.owner ? `worked for by ${segment.owner}` : 'nobody works for it'}">${segment.segment}</button>`)}</td>
    <td class="number">${one.deadLetters.events ? html`<a class="level-low" href=${router.with({ letters: one.name })}>${count(one.deadLetters.events)}</a>` : '0'}</td>
    <td class="number">${one.generation}</td>
    <td class="row-actions">
      ${one.state === 'PAUSED' ? html`<button ?disabled=${busy} @click=${() => actions.resume(one)}>Resume</button>` : html`<button ?disabled=${busy} @click=${() => actions.pause(one)}>Pause</button>`}
      <button ?disabled=${busy || Boolean(one.replay)} @click=${() => actions.replay(one)}>Replay</button></td>
  </tr>${one.failure && one.state === 'FAILING' ? html`<tr><td colspan="9" class="wrap level-low">${one.failure.cause}</td></tr>` : nothing}`)}</tbody>
</table></div>`;
