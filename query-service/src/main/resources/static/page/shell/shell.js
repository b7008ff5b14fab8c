import { html } from 'lit';
import { PageElement } from '../components/element.js';
import { router } from './router.js';
import './connection-badge.js';
import './as-of-clock.js';
import './connection-lost.js';
import './notices.js';
import './nowhere.js';
import './unloaded.js';

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

const LATER_MILLIS = 500;

/** Beforehand, so that every view can be opened, and say what is wrong, when the service is not there. */
const loadTheOthers = () => Object.values(VIEWS).forEach((load) => load().catch(() => {}));

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
      <of-connection-lost></of-connection-lost>
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
    let name = `of-${wanted.view}-view`;
    try {
      await VIEWS[wanted.view]?.();
    } catch {
      name = 'of-unloaded-view';
    }
    if (router.current.path !== wanted.path) return;
    this.#view = document.createElement(name);
    main.replaceChildren(this.#view);
    window.scrollTo(0, 0);
    if (first) setTimeout(loadTheOthers, LATER_MILLIS);
    else main.focus({ preventScroll: true });
  }
}
customElements.define('of-shell', Shell);
