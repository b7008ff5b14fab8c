import { html, nothing } from 'lit';
import { PageElement } from '../components/element.js';
import { loading, problemNote, unread } from '../components/pieces.js';
import { address, commandServiceHealth, operate, read } from '../api/http.js';
import { every } from '../live/every.js';
import { tab } from '../live/tab.js';
import { projectionsTable } from '../operations/projections-table.js';
import { replayPanel } from '../operations/replay-panel.js';
import { services } from '../operations/services.js';
import '../operations/confirm.js';
import '../operations/dead-letters.js';
import '../operations/segment-dialog.js';
import { notice } from '../shell/notices.js';
import { router } from '../shell/router.js';
import { counted } from '../text/numbers.js';

/** How the projections and the services are doing; pause, resume, replay, dead letters. */
class OperationsView extends PageElement {
  static properties = { projections: { state: true }, command: { state: true }, replay: { state: true }, problem: { state: true }, busy: { state: true }, gone: { state: true } };
  #following;

  connectedCallback() {
    super.connectedCallback();
    this.until(every(1_000, () => this.#look()));
    this.until(every(3_000, async () => (this.command = await commandServiceHealth())));
    this.until(() => this.#following?.end());
    this.until(() => tab.asked(null));
    this.listen(router, 'change', (event) => !event.detail.moved && this.#follow());
    this.#follow();
  }

  async #look() {
    try {
      Object.assign(this, { projections: (await read('/projections')).items, gone: undefined });
    } catch (problem) {
      this.gone = problem;
    }
    if (this.isConnected) tab.asked(!this.gone);
  }

  /** The replay that the address names, live. */
  #follow() {
    const name = router.current.query.get('replay');
    if (this.#following?.name === name) return;
    this.#following?.end();
    this.#following = undefined;
    this.replay = undefined;
    if (name === null || router.current.view !== 'operations') return;
    const end = tab.follow(address(`/projections/${name}/replays/current/stream`), (type, replay) => {
      this.replay = replay;
      if (replay.state !== 'RUNNING') end();
    });
    this.#following = { name, end };
  }

  async #do(path, said) {
    this.busy = true;
    try {
      const answer = await operate('POST', path);
      this.problem = undefined;
      notice(said);
      await this.#look();
      return answer;
    } catch (problem) {
      this.problem = problem;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #actions = {
    pause: async ({ name }) => {
      const sure = await this.#ask({ title: `Pause ${name}?`, explains: 'It stands still on all replicas until it is resumed, and the service is not ready meanwhile. Readers are shown what is there.', button: 'Pause', danger: true });
      if (sure) await this.#do(`/projections/${name}/pause`, `${name} is paused`);
    },
    segment: async (projection, segment) => {
      const what = await this.querySelector('of-segment-dialog').ask(projection, segment);
      if (what) await this.#do(`/projections/${projection.name}/segments/${segment.segment}/${what}`, `Segment ${segment.segment} of ${projection.name} is ${what === 'split' ? 'split' : 'merged'}`);
    },
    resume: ({ name }) => this.#do(`/projections/${name}/resume`, `${name} goes on`),
    replay: async ({ name, head }) => {
      const sure = await this.#ask({ title: `Replay ${name}?`, explains: `A new build is made of all ${counted(head + 1, 'event')} beside the one that readers are shown, and takes its place when it has caught up. It needs room for the read model twice.`, button: 'Replay' });
      if (sure && (await this.#do(`/projections/${name}/replays`, `The replay of ${name} has begun`))) {
        this.#following?.end();
        this.#following = undefined;
        router.set({ replay: name });
        this.#follow();
      }
    },
  };

  #ask(question) {
    return this.querySelector(':scope > of-confirm').ask(question);
  }

  render() {
    const { query } = router.current;
    const name = query.get('replay');
    return html`<div class="view-head"><h1>Operations</h1><a class="button" href="/swagger-ui.html">HTTP API</a></div>
      ${services(this.command, this.gone ? undefined : this.projections ?? [])}
      ${this.gone && !this.projections ? unread(this.gone, () => this.#look(), 'It is asked again every second.') : nothing}
      ${problemNote(this.problem)}
      <div class="stack">
        ${name && this.replay ? replayPanel(name, this.replay, { cancel: () => this.#do(`/projections/${name}/replays/current/cancel`, 'The replay is cancelled'), close: () => router.set({ replay: '' }) }) : nothing}
        ${this.projections ? projectionsTable(this.projections, this.#actions, this.busy) : this.gone ? nothing : loading('Loading projections')}
        ${this.#others(name)}
        ${query.get('letters') ? html`<of-dead-letters .projection=${query.get('letters')}></of-dead-letters>` : nothing}
      </div><of-confirm></of-confirm><of-segment-dialog></of-segment-dialog>`;
  }

  /** Replays that somebody else has begun, or that another tab shows. */
  #others(shown) {
    return (this.projections ?? []).filter((one) => one.replay && one.name !== shown)
      .map((one) => html`<p class="note calm">${one.name} is being built anew: ${Math.floor(one.replay.progress * 100)} %. <a href=${router.with({ replay: one.name })}>Watch</a></p>`);
  }
}
customElements.define('of-operations-view', OperationsView);
