import { Problem, problemOf, unreachable } from './problem.js';

const API = '/api/v1';
const RELAY = '/commands/api/v1';
const ATTEMPTS = 4;
const FIRST_PAUSE_MILLIS = 400;
const LONGEST_PAUSE_MILLIS = 5_000; // somebody waits and sees nothing

/** An address of the query service; parameters without a value are left out. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) {
      query.set(name, Array.isArray(value) ? value.join(',') : value);
    }
  }
  const text = query.toString();
  return API + path + (text ? `?${text}` : '');
}

async function ask(url, init) {
  try {
    return await fetch(url, init);
  } catch (failure) {
    throw failure.name === 'AbortError' ? failure : unreachable();
  }
}

async function answer(response) {
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? undefined : response.json();
}

/** Reads from the query service. */
export async function read(path, parameters, { signal } = {}) {
  return answer(await ask(address(path, parameters), { signal, headers: { Accept: 'application/json' } }));
}

/** Asks the query service itself to do something: pause, replay, retry. */
export async function operate(method, path, parameters) {
  try {
    return await answer(await ask(address(path, parameters), { method, headers: { Accept: 'application/json' } }));
  } catch (problem) {
    if (!problem.uncertain) throw problem;
    throw new Problem({ ...problem, detail: 'No answer came. Whether it was done is not known: look how it is before you do it again.' });
  }
}

/**
 * Sends a command. It has one key however often it is sent, so it is sent again by itself when no answer came. The
 * problem of the last try says how many there were, and whether one of them may have done it.
 *
 * @param key one for each thing that somebody wants done
 * @param version the version that was looked at when it was decided; any, if left out
 */
export async function send(method, path, body, { key, version } = {}) {
  const headers = { 'Idempotency-Key': key ?? newKey(), Accept: 'application/json' };
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const init = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  let uncertain = false;
  for (let attempt = 1; ; attempt++) {
    try {
      return await answer(await ask(RELAY + path, init));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      uncertain ||= problem.uncertain;
      if (!problem.passing) throw problem.uncertain ? problem.givenUp(attempt, true) : problem;
      if (attempt === ATTEMPTS) throw problem.givenUp(attempt, uncertain);
      const asked = (problem.retryAfter ?? 0) * 1000;
      await pause(Math.min(LONGEST_PAUSE_MILLIS, asked || FIRST_PAUSE_MILLIS * 2 ** (attempt - 1)));
    }
  }
}

/** Whether the command service is ready: its own word, null when it gives none, `UNKNOWN` when it cannot be asked. */
export async function commandServiceHealth() {
  try {
    const response = await fetch('/commands/health');
    const body = await response.json();
    return body.status && !body.code ? body : null;
  } catch {
    return { status: 'UNKNOWN' };
  }
}

/** Also where the page is not served over TLS, and crypto.randomUUID is not there. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const pause = (millis) => new Promise((done) => setTimeout(done, millis));
