import { html, nothing } from 'lit';
import { PageElement } from '../components/element.js';
import { tab } from '../live/tab.js';

const WORDS = {
  idle: ['', ''],
  polling: ['Every 1 s', 'This view asks again every second'],
  connecting: ['Connecting', 'The live stream is being opened'],
  live: ['Live', 'Changes are shown as they happen'],
  waiting: ['Reconnecting', 'The live stream was cut off; it is tried again and goes on where it was'],
  resting: ['Resting', 'A hidden tab does not follow; it goes on when it is shown'],
  ended: ['Final', 'Nothing more can happen to this order'],
  refused: ['No stream', 'The live stream was refused'],
};

/** How this tab's one live stream is doing. */
class ConnectionBadge extends PageElement {
  connectedCallback() {
    super.connectedCallback();
    this.listen(tab, 'change', () => this.requestUpdate());
  }

  render() {
    const { state } = tab.connection;
    const [word, meaning] = WORDS[state];
    if (!word) return nothing;
    return html`<span class="badge connection" data-state=${state} role="status" title=${meaning}>${word}</span>`;
  }
}
customElements.define('of-connection-badge', ConnectionBadge);
