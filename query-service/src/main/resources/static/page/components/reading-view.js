import { PageElement } from './element.js';
import { unread } from './pieces.js';
import { tab } from '../live/tab.js';

const FIRST_PAUSE_MILLIS = 2_000;
const LONGEST_PAUSE_MILLIS = 10_000;

/**
 * A view that reads what it shows. It puts into `problem` what it could not read, and `undefined` when it could; what may
 * pass is asked for again by itself, with `again()`: after a pause that grows, and when the tab's stream is back.
 */
export class ReadingView extends PageElement {
  static properties = { problem: { state: true } };
  #timer;
  #pause = FIRST_PAUSE_MILLIS;

  connectedCallback() {
    super.connectedCallback();
    this.until(() => clearTimeout(this.#timer));
    this.listen(tab, 'change', () => tab.connection.state === 'live' && this.problem?.passing && this.again());
  }

  updated(changed) {
    super.updated(changed);
    if (!changed.has('problem')) return;
    clearTimeout(this.#timer);
    if (!this.problem?.passing || !this.isConnected) {
      this.#pause = FIRST_PAUSE_MILLIS;
      return;
    }
    this.#timer = setTimeout(() => this.#whenShown(), this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE_MILLIS, this.#pause * 2);
  }

  #whenShown() {
    if (document.visibilityState !== 'hidden') this.again();
    else this.#timer = setTimeout(() => this.#whenShown(), LONGEST_PAUSE_MILLIS);
  }

  /** Why something could not be read, and a button that asks for it again. */
  note(meanwhile) {
    return this.problem ? unread(this.problem, () => this.again(), meanwhile) : '';
  }
}
