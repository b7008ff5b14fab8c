import { html, nothing } from 'lit';
import { PageElement } from '../components/element.js';

/** Asks once more before something that is not done lightly; perhaps for a reason, too. */
class Confirm extends PageElement {
  static properties = { question: { state: true } };
  #answer;

  /** `{title, explains, button, danger, reason}`: the reason, `true` where none is asked for, or null for no. */
  async ask(question) {
    this.question = question;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    return new Promise((answer) => (this.#answer = answer));
  }

  #close(answer) {
    this.#answer?.(answer);
    this.#answer = undefined;
    this.querySelector('dialog').close();
  }

  #submit(event) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason');
    this.#close(this.question.reason ? reason : true);
  }

  render() {
    const { question } = this;
    return html`<dialog aria-labelledby="confirm-title" @close=${() => this.#close(null)}>${question ? html`<form method="dialog" @submit=${(event) => this.#submit(event)}>
      <h2 id="confirm-title">${question.title}</h2><p>${question.explains}</p>
      ${question.reason ? html`<div class="field"><label for="confirm-reason">Reason</label><input id="confirm-reason" name="reason" required maxlength="200" autocomplete="off"></div>` : nothing}
      <div class="actions"><button type="button" @click=${() => this.#close(null)}>No</button><button class=${question.danger ? 'danger' : 'primary'} data-confirm>${question.button}</button></div>
    </form>` : nothing}</dialog>`;
  }
}
customElements.define('of-confirm', Confirm);
