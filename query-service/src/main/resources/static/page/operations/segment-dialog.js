import { html, nothing } from 'lit';
import { PageElement } from '../components/element.js';
import { count } from '../text/numbers.js';

/** Tells of one segment of a projection, and asks whether it is to be split, or merged with the one it was split from. */
class SegmentDialog extends PageElement {
  static properties = { asked: { state: true } };
  #answer;

  /** `split`, `merge`, or null for neither. */
  async ask(projection, segment) {
    this.asked = { projection, segment };
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    return new Promise((answer) => (this.#answer = answer));
  }

  #close(answer) {
    this.#answer?.(answer);
    this.#answer = undefined;
    this.querySelector('dialog').close();
  }

  render() {
    return html`<dialog aria-labelledby="segment-title" @close=${() => this.#close(null)}>${this.asked ? this.#question(this.asked) : nothing}</dialog>`;
  }

  #question({ projection, segment }) {
    const several = projection.segments.length > 1;
    return html`<h2 id="segment-title">Segment ${segment.segment} of ${projection.name}</h2>
      <p>${segment.owner ? html`<code>${segment.owner}</code> works for it` : 'Nobody works for it'}${segment.position == null ? '' : `, at event ${count(segment.position)}`}.</p>
      <p class="quiet">Segments share the events of a projection, and each is worked for by one thread of one replica. Split, two of
        them do the work of this one; merged, this one and the one it was split from are one again. Both stand still for a moment.</p>
      <div class="actions"><button @click=${() => this.#close(null)}>Leave it</button>
        <button data-do="merge" ?disabled=${!several} title=${several ? nothing : 'There is no other segment'} @click=${() => this.#close('merge')}>Merge</button>
        <button data-do="split" @click=${() => this.#close('split')}>Split</button></div>`;
  }
}
customElements.define('of-segment-dialog', SegmentDialog);
