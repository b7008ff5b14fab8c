import { html, nothing } from 'lit';
import { count, counted } from '../text/numbers.js';
import { moment, span } from '../text/times.js';

const ENDS = {
  DONE: 'Done: readers are shown the new build.',
  FAILED: 'Failed: readers are still shown the build they had.',
  CANCELLED: 'Cancelled: readers are still shown the build they had.',
};

/** How far a replay is, or how it ended. Readers are served by the old build until the new one takes its place. */
export function replayPanel(name, replay, { cancel, close }) {
  const running = replay.state === 'RUNNING';
  const done = replay.state === 'DONE' ? 1 : replay.progress;
  const switching = running && replay.progress >= 1;
  return html`<section class="panel replay" data-replay=${replay.state}>
    <div class="view-head"><h2>Replay of ${name}, build ${replay.generation}</h2><span class="badge" data-state=${running ? 'REBUILDING' : replay.state}>${replay.state.toLowerCase()}</span>
      ${running ? html`<button class="danger" @click=${cancel}>Cancel replay</button>` : html`<button @click=${close}>Close</button>`}</div>
    <progress max="1" .value=${done} aria-label="Progress of the replay"></progress>
    <p class="replay-figures"><strong>${Math.floor(done * 100)} %</strong>
      ${running
        ? html`<span>${count(Math.max(0, (replay.position ?? -1) + 1))} of ${counted((replay.target ?? 0) + 1, 'event')}</span>
            <span>${count(Math.round(replay.eventsPerSecond ?? 0))} events/s</span>
            <span>${switching ? 'caught up: the switch comes next' : replay.remainingSeconds == null ? 'time left not known yet' : `${span(replay.remainingSeconds * 1000)} left`}</span>`
        : html`<span>${ENDS[replay.state]}</span>${replay.endedAt ? html`<span>took ${span(new Date(replay.endedAt) - new Date(replay.startedAt))}, ended ${moment(replay.endedAt)}</span>` : nothing}`}</p>
    ${replay.cause ? html`<p class="note">${replay.cause}</p>` : nothing}
  </section>`;
}
