import { problemOf } from '../api/problem.js';

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 15_000;
const SILENT_MILLIS = 25_000; // heartbeats come every 10 s
const SILENCE = 'nothing was heard';

/**
 * One connection to a live stream that is kept up: it comes back after a pause that grows, and goes on after the last
 * event it had. A browser's EventSource would forget that id when it rests or when it is refused, and shows neither
 * heartbeats nor the reason of a refusal.
 *
 * States: connecting, live, waiting (to come back), resting, ended (nothing more will come), refused.
 */
export class LiveStream {
  #url;
  #onEvent;
  #onState;
  #lastId;
  #attempt = 0;
  #abort;
  #timer;
  #silence;
  #closed = false;
  #heardAt;

  constructor(url, onEvent, onState) {
    this.#url = url;
    this.#onEvent = onEvent;
    this.#onState = onState;
  }

  async open() {
    this.#closed = false;
    clearTimeout(this.#timer);
    const abort = (this.#abort = new AbortController());
    this.#onState({ state: 'connecting', attempt: this.#attempt });
    try {
      const headers = { Accept: 'text/event-stream' };
      if (this.#lastId !== undefined) headers['Last-Event-ID'] = this.#lastId;
      const response = await fetch(this.#url, { headers, signal: abort.signal, cache: 'no-store' });
      if (response.status === 204) return this.#end('ended');
      if (!response.ok) return await this.#refused(response);
      this.#heardAt = Date.now();
      this.#onState({ state: 'live' });
      await this.#read(response.body.getReader(), abort);
    } catch {
      // cut off, or nobody there
    }
    if (this.#abort === abort && !this.#closed) this.#comeBack(abort.signal.reason === SILENCE ? this.#heardAt : Date.now());
  }

  /** Closes the connection, to go on later from where it is. */
  rest() {
    this.close();
    this.#onState({ state: 'resting' });
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#abort?.abort();
  }

  async #read(reader, abort) {
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      clearTimeout(this.#silence);
      this.#silence = setTimeout(() => abort.abort(SILENCE), SILENT_MILLIS);
      const { done, value } = await reader.read();
      if (done || this.#closed) return clearTimeout(this.#silence);
      this.#attempt = 0;
      this.#heardAt = Date.now();
      text += decoder.decode(value, { stream: true });
      const frames = text.split('\n\n');
      text = frames.pop();
      frames.forEach((frame) => this.#take(frame));
    }
  }

  #take(frame) {
    let type = 'message';
    const data = [];
    for (const line of frame.split('\n')) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon);
      const value = line.slice(colon + 1).replace(/^ /, '');
      if (name === 'event') type = value;
      if (name === 'id') this.#lastId = value;
      if (name === 'data') data.push(value);
    }
    if (data.length > 0) this.#onEvent(type, JSON.parse(data.join('\n')));
  }

  async #refused(response) {
    const problem = await problemOf(response);
    if (this.#closed) return;
    if (problem.passing || response.status >= 500) return this.#comeBack();
    this.#onState({ state: 'refused', problem });
    this.close();
  }

  /** @param heldUntil up to when the connection held, so that what it has brought is complete up to then */
  #comeBack(heldUntil) {
    if (this.#closed) return;
    clearTimeout(this.#silence);
    const longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** this.#attempt++);
    const pause = longest * (0.5 + Math.random() / 2); // not all tabs at the same moment
    this.#onState({ state: 'waiting', attempt: this.#attempt, heldUntil });
    this.#timer = setTimeout(() => this.open(), pause);
  }

  #end(state) {
    this.close();
    this.#onState({ state });
  }
}
