import { html, nothing } from 'lit';
import { PageElement } from './element.js';
import { newKey, send } from '../api/http.js';
import { field, focusFirstError, values } from './field.js';
import { givenUp, problemNote } from './pieces.js';
import { faults, inWords } from '../text/faults.js';

const CHANGED_MEANWHILE = new Set(['VERSION_CONFLICT', 'CONCURRENT_CHANGE']);

/**
 * Asks what an action needs and sends it. It is decided on the version that was looked at when the dialog was opened:
 * if there is another one meanwhile, the service refuses it, and the dialog says so.
 *
 * An action has `title`, `explains`, `fields(subject)`, `request(subject, values)` as method, path below `base` and body,
 * and perhaps `expects`, and `anyVersion` if it is right whatever has changed. What a look can tell to be wrong is said
 * before anything is sent. Tells `sent` (with what is expected), `acknowledged`, `refused` and `reload`.
 */
class ActionDialog extends PageElement {
  static properties = { base: {}, noun: {}, action: { state: true }, problem: { state: true }, faults: { state: true }, busy: { state: true } };
  #subject;
  #key;
  #given = {};
  #sent;

  async open(action, subject) {
    this.#subject = subject;
    this.#key = newKey();
    this.#given = {};
    this.#sent = undefined;
    Object.assign(this, { action, problem: undefined, faults: new Map(), busy: false });
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    this.querySelector('dialog [name]')?.focus();
  }

  close() {
    this.querySelector('dialog')?.close();
    this.action = undefined;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const { action } = this;
    const subject = this.#subject;
    const given = values(event.target, action.fields(subject));
    this.#given = given;
    this.problem = undefined;
    this.faults = faults(action.fields(subject), new FormData(event.target));
    if (this.faults.size > 0) return this.updateComplete.then(() => focusFirstError(this));
    // another request needs another key; the same one, sent again, keeps its own
    const request = action.request(subject, given);
    const sent = JSON.stringify(request);
    if (this.#sent !== undefined && this.#sent !== sent) this.#key = newKey();
    this.#sent = sent;
    this.busy = true;
    this.#tell('sent', { expects: action.expects?.(subject, given), title: action.title });
    try {
      const [method, path, body] = request;
      const ack = await send(method, this.base + path, body, { key: this.#key, version: action.anyVersion ? undefined : subject.version });
      this.close();
      this.#tell('acknowledged', ack);
    } catch (problem) {
      this.problem = problem;
      this.#tell('refused', problem);
      this.updateComplete.then(() => focusFirstError(this));
    } finally {
      this.busy = false;
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #reload() {
    this.close();
    this.#tell('reload');
  }

  render() {
    const { action } = this;
    return html`<dialog aria-labelledby="action-title" @close=${() => (this.action = undefined)}>
      ${action ? html`<form method="dialog" novalidate @submit=${(event) => this.#submit(event)}>
        <h2 id="action-title">${action.title}</h2>
        <p class="quiet">${action.explains}</p>
        ${this.#said()}
        ${action.fields(this.#subject).map((one) => field({ ...one, value: this.#given[one.name] ?? one.value }, this.#errors(one)))}
        <div class="actions">
          <button type="button" @click=${() => this.close()}>Not now</button>
          <button class=${action.danger ? 'danger' : 'primary'} ?disabled=${this.busy}>${this.busy ? 'Sending …' : action.title}</button>
        </div>
      </form>` : nothing}
    </dialog>`;
  }

  #errors({ name, pointer }) {
    if (this.faults.has(name)) return this.faults.get(name);
    const at = typeof pointer === 'function' ? pointer(this.#given) : pointer;
    return this.problem?.under?.(at) ?? [];
  }

  #said() {
    const { problem } = this;
    if (!problem) return nothing;
    if (problem.tries) return givenUp(problem);
    if (CHANGED_MEANWHILE.has(problem.code)) {
      return html`<div class="problem" role="alert" tabindex="-1" data-code=${problem.code}>
        <p><strong>The ${this.noun} has changed meanwhile.</strong></p>
        <p>You decided on version ${this.#subject.version}${problem.currentVersion === undefined ? '' : `; it is now at version ${problem.currentVersion}`}. Nothing was done: look again, then decide.</p>
        <p class="problem-code">${problem.code} · ${problem.status}</p>
        <button type="button" class="primary" @click=${() => this.#reload()}>Reload</button></div>`;
    }
    const unsaid = problem.code === 'VALIDATION_FAILED' && problem.violations.every((one) => this.action.fields(this.#subject).some((f) => this.#errors(f).includes(inWords(one.detail))));
    return unsaid ? nothing : problemNote(problem);
  }
}
customElements.define('of-action-dialog', ActionDialog);
