import { LiveStream } from './event-stream.js';

const REST_AFTER_MILLIS = 3_000;
const TOLD = new Set(['live', 'polling']);
const AWAY = new Set(['waiting', 'connecting', 'resting']);

/** The one stream of this tab. Whatever view is open says what it follows; a hidden tab rests. */
class Tab extends EventTarget {
  #stream;
  #resting;
  connection = { state: 'idle' };
  #toldUntil;

  constructor() {
    super();
    document.addEventListener('visibilitychange', () => this.#visibility());
    // a page that the browser keeps for its Back button would keep one of the few connections to this host
    window.addEventListener('pagehide', () => this.#stream?.rest());
    window.addEventListener('pageshow', (event) => event.persisted && this.#visibility());
  }

  /**
   * Follows a stream instead of the one before.
   *
   * @param onEvent called with the type and the data of each event
   * @return a function that ends it
   */
  follow(url, onEvent) {
    this.#stream?.close();
    const stream = new LiveStream(url, onEvent, (connection) => {
      if (this.#stream === stream) this.#set(connection);
    });
    this.#stream = stream;
    this.connection = { state: 'idle' };
    this.#toldUntil = undefined;
    if (document.visibilityState === 'hidden') stream.rest();
    else stream.open();
    return () => {
      stream.close();
      if (this.#stream !== stream) return;
      this.#stream = undefined;
      this.#set({ state: 'idle' });
    };
  }

  /** For a view that follows nothing and asks again and again: whether it got an answer; null when it asks no more. */
  asked(answered) {
    const state = answered === null ? 'idle' : answered ? 'polling' : 'waiting';
    if (!this.#stream && this.connection.state !== state) this.#set({ state });
  }

  /** Since when the view that is open has not been told what happens, against its will; undefined while it is, or never was. */
  get lostAt() {
    const { state, attempt } = this.connection;
    return state === 'waiting' || (state === 'connecting' && attempt > 0) ? this.#toldUntil : undefined;
  }

  /** Comes back now, and not after the pause. */
  comeBackNow() {
    if (this.connection.state === 'waiting') this.#stream?.open();
  }

  #visibility() {
    clearTimeout(this.#resting);
    if (document.visibilityState === 'hidden') {
      this.#resting = setTimeout(() => this.#stream?.rest(), REST_AFTER_MILLIS);
    } else if (this.connection.state === 'resting') {
      this.#stream?.open();
    }
  }

  #set(connection) {
    if (TOLD.has(this.connection.state) && !TOLD.has(connection.state)) this.#toldUntil = connection.heldUntil ?? Date.now();
    if (!AWAY.has(connection.state)) this.#toldUntil = undefined;
    this.connection = connection;
    this.dispatchEvent(new Event('change'));
  }
}

export const tab = new Tab();
