import { html } from 'lit';
import { PageElement } from '../components/element.js';
import { router } from './router.js';
import './connection-badge.js';
import './as-of-clock.js';
import './notices.js';

const SECTIONS = [
  { href: '/', name: 'Board', views: ['board'] },
  { href: '/orders', name: 'Orders', views: ['orders', 'order', 'new-order'] },
  { href: '/stock', name: 'Stock', views: ['stock'] },
  { href: '/customers', name: 'Customers', views: ['customers', 'customer'] },
  { href: '/statistics', name: 'Statistics', views: ['statistics'] },
  { href: '/operations', name: 'Operations', views: ['operations'] },
];

const VIEWS = {
  board: () => import('../views/board-view.js'),
  orders: () => import('../views/orders-view.js'),
  order: () => import('../views/order-view.js'),
  'new-order': () => import('../views/new-order-view.js'),
  stock: () => import('../views/stock-view.js'),
  customers: () => import('../views/customers-view.js'),
  customer: () => import('../views/customer-view.js'),
  statistics: () => import('../views/statistics-view.js'),
  operations: () => import('../views/operations-view.js'),
};

/** The frame of the page: where one can go, how fresh it is, and the view that the address names. */
class Shell extends PageElement {
  #view;

  constructor() {
    super();
    this.listen(router, 'change', (event) => this.#show(event.detail.moved));
  }

  firstUpdated() {
    this.#show(true, true);
  }

  render() {
    const { view } = router.current;
    return html`
      <a class="skip" href="#main">Skip to content</a>
      <header class="shell-header">
        <a class="brand" href="/"><span class="brand-mark" aria-hidden="true"></span>Orderflow</a>
        <nav aria-label="Sections">
          ${SECTIONS.map(
            (section) => html`<a href=${section.href} aria-current=${section.views.includes(view) ? 'page' : 'false'}>${section.name}</a>`,
          )}
        </nav>
        <div class="shell-state">
          <of-as-of-clock></of-as-of-clock>
          <of-connection-badge></of-connection-badge>
          <a class="button primary" href="/orders/new">New order</a>
        </div>
      </header>
      <main id="main" tabindex="-1"></main>
      <of-notices></of-notices>
    `;
  }

  async #show(moved, first = false) {
    const wanted = router.current;
    this.requestUpdate();
    if (!moved && this.#view) return;
    document.title = `${wanted.title} · Orderflow`;
    const main = this.querySelector('main');
    const name = `of-${wanted.view}-view`;
    try {
      await VIEWS[wanted.view]?.();
    } catch {
      return main.replaceChildren(this.#text('This part of the page could not be loaded. Reload the page.'));
    }
    if (router.current.path !== wanted.path) return;
    this.#view = customElements.get(name) ? document.createElement(name) : this.#text('There is nothing at this address.');
    main.replaceChildren(this.#view);
    window.scrollTo(0, 0);
    if (!first) main.focus({ preventScroll: true });
  }

  #text(words) {
    const note = document.createElement('p');
    note.className = 'empty';
    note.textContent = words;
    return note;
  }
}
customElements.define('of-shell', Shell);
