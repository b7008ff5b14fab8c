import { html, nothing } from 'lit';
import { PageElement } from '../components/element.js';
import { loading, problemNote } from '../components/pieces.js';
import { operate, read } from '../api/http.js';
import { notice } from '../shell/notices.js';
import { router } from '../shell/router.js';
import { counted } from '../text/numbers.js';
import { moment } from '../text/times.js';
import './confirm.js';

/** What a projection could not handle: why, what it was, and what to do about it. */
class DeadLetters extends PageElement {
  static properties = { projection: {}, page: { state: true }, details: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.details = new Map();
  }

  willUpdate(changed) {
    if (changed.has('projection')) this.#load();
  }

  get #path() {
    return `/projections/${this.projection}/dead-letters`;
  }

  async #load() {
    try {
      Object.assign(this, { page: await read(this.#path, { pageSize: 50 }), problem: undefined });
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #do(method, path, parameters, said) {
    this.busy = true;
    try {
      const answer = await operate(method, path, parameters);
      notice(said(answer));
      this.problem = undefined;
      await this.#load();
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  #retried = ({ succeeded, left }) => (succeeded ? `Handled; ${counted(left.events, 'event')} left` : `It failed again; ${counted(left.events, 'event')} left`);

  async #discard(letter) {
    const reason = await this.querySelector('of-confirm').ask({
      title: `Discard ${letter.eventType}?`, danger: true, reason: true, button: 'Discard',
      explains: `${this.projection} goes on without this event, now and in every replay. The event itself stays in the store.`,
    });
    if (reason) await this.#do('DELETE', `${this.#path}/${letter.id}`, { reason }, () => 'Discarded');
  }

  async #show(letter, open) {
    if (!open || this.details.has(letter.id)) return;
    try {
      const found = await read(`${this.#path}/${letter.id}`);
      this.details = new Map(this.details).set(letter.id, JSON.stringify({ payload: found.payload, metadata: found.metadata, waiting: found.waiting }, null, 2));
    } catch (problem) {
      this.details = new Map(this.details).set(letter.id, problem.message);
    }
  }

  render() {
    return html`<section class="panel"><div class="view-head"><h2>Dead letters of ${this.projection}</h2>
        ${this.page?.items.length ? html`<button ?disabled=${this.busy} @click=${() => this.#do('POST', `${this.#path}/retries`, {}, this.#retried)}>Retry all</button>` : nothing}
        <a class="button" href=${router.with({ letters: '' })}>Close</a></div>
      ${problemNote(this.problem, html`<button @click=${() => this.#load()}>Look again</button>`)}
      ${!this.page ? (this.problem ? nothing : loading('Loading dead letters')) : this.page.items.length === 0 ? html`<p class="quiet">There are none.</p>` : nothing}
      <ul class="letters">${(this.page?.items ?? []).map((letter) => this.#letter(letter))}</ul><of-confirm></of-confirm></section>`;
  }

  #letter(letter) {
    return html`<li data-letter=${letter.id}>
      <p><strong>${letter.eventType}</strong> <code>${letter.stream ?? letter.sequence}</code> version ${letter.version ?? '–'}${letter.behind ? html` · <strong>${counted(letter.behind, 'more waits', 'more wait')} behind it</strong>` : nothing}</p>
      <p class="letter-cause">${letter.cause ? html`<code>${letter.cause.type.split('.').pop()}</code> ${letter.cause.message}` : 'of unknown cause'}</p>
      <p class="quiet">recorded ${moment(letter.recordedAt)} · parked ${moment(letter.parkedAt)} · ${counted(letter.attempts, 'attempt')}${letter.nextAttemptAt ? ` · next by itself ${moment(letter.nextAttemptAt)}` : ' · waits for somebody'}</p>
      <details @toggle=${(event) => this.#show(letter, event.target.open)}><summary>Payload and metadata</summary><pre tabindex="0">${this.details.get(letter.id) ?? 'Loading …'}</pre></details>
      <div class="actions"><button ?disabled=${this.busy} @click=${() => this.#do('POST', `${this.#path}/${letter.id}/retry`, {}, this.#retried)}>Retry</button>
        <button class="danger" ?disabled=${this.busy} @click=${() => this.#discard(letter)}>Discard …</button></div></li>`;
  }
}
customElements.define('of-dead-letters', DeadLetters);
