import { html, nothing } from 'lit';

/** How the two services say they are. */
export function services(command, projections) {
  const query = projections === undefined ? 'DOWN' : projections.every((one) => one.state === 'RUNNING' || one.state === 'REBUILDING') ? 'UP' : 'DEGRADED';
  return html`<div class="tiles services">
    ${tile('Query service', query, query === 'DEGRADED' ? 'not every projection runs' : nothing)}
    ${tile('Command service', command === undefined ? 'asking' : command?.status ?? 'DOWN', command === null ? 'gives no answer: nothing can be changed' : failing(command))}
  </div>`;
}

const tile = (name, state, more) => html`<div class="panel tile" data-service=${name}><span>${name}</span>
  <strong><span class="badge" data-state=${state === 'DEGRADED' ? 'PAUSED' : state}>${state.toLowerCase()}</span></strong><small>${more}</small></div>`;

function failing(health) {
  if (health?.status === 'UNKNOWN') return 'it is asked through the query service';
  const down = Object.entries(health?.components ?? {}).filter(([, of]) => of.status !== 'UP').map(([name]) => name);
  return down.length ? `not well: ${down.join(', ')}` : nothing;
}
