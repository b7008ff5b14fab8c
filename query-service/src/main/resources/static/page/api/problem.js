import { inWords } from '../text/faults.js';

/** What a service answered instead of what was asked for: an RFC 9457 problem, or that there was no answer. */
export class Problem extends Error {
  constructor({ status = 0, code = 'UNREACHABLE', title = '', detail = '', violations = [], currentVersion, retryAfter, tries, uncertain }) {
    super(detail || title);
    Object.assign(this, { status, code, title, detail, violations, currentVersion, retryAfter, tries });
    /** Whether what was asked for may have been done all the same. */
    this.uncertain = uncertain ?? (status === 0 || (status >= 500 && status !== 503));
  }

  /** Whether the same request may have another answer soon. */
  get passing() {
    return this.status === 0 || (this.status >= 502 && this.status <= 504);
  }

  /** That nothing more is tried by itself. */
  givenUp(tries, uncertain) {
    return new Problem({ ...this, tries, uncertain });
  }

  /** What is wrong with one field of the body, by its JSON Pointer, or with a part of it. */
  under(pointer) {
    return this.violations
      .filter((violation) => violation.pointer === pointer || violation.pointer?.startsWith(`${pointer}/`))
      .map((violation) => inWords(violation.detail));
  }
}

export async function problemOf(response) {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  try {
    return new Problem({ ...(await response.json()), status: response.status, retryAfter });
  } catch {
    return new Problem({ status: response.status, code: 'UNREADABLE', detail: `The service answered ${response.status}`, retryAfter });
  }
}

export const unreachable = () => new Problem({ title: 'The service cannot be reached' });
