import { LitElement } from 'lit';

/**
 * What every element of the page is: Lit without a shadow tree, so that one style sheet, one tab order and one
 * accessibility tree hold for the whole page.
 */
export class PageElement extends LitElement {
  #endings = [];

  createRenderRoot() {
    return this;
  }

  /** Something to be ended when the element goes: a stream, a timer, a listener. */
  until(ending) {
    this.#endings.push(ending);
    return ending;
  }

  /** Listens for as long as the element is there. */
  listen(target, type, listener) {
    target.addEventListener(type, listener);
    this.until(() => target.removeEventListener(type, listener));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#endings.splice(0).forEach((end) => end());
  }
}
