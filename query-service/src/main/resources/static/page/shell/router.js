/** Which view an address shows. All that a view shows is in its address, so an address can be sent to somebody. */
const ROUTES = [
  { path: /^\/$/, view: 'board', title: 'Board' },
  { path: /^\/orders$/, view: 'orders', title: 'Orders' },
  { path: /^\/orders\/new$/, view: 'new-order', title: 'New order' },
  { path: /^\/orders\/([^/]+)$/, view: 'order', title: 'Order' },
  { path: /^\/stock$/, view: 'stock', title: 'Stock' },
  { path: /^\/customers$/, view: 'customers', title: 'Customers' },
  { path: /^\/customers\/([^/]+)$/, view: 'customer', title: 'Customer' },
  { path: /^\/statistics$/, view: 'statistics', title: 'Statistics' },
  { path: /^\/operations$/, view: 'operations', title: 'Operations' },
];

class Router extends EventTarget {
  current;

  constructor() {
    super();
    this.current = this.#match();
    window.addEventListener('popstate', () => this.#changed());
    document.addEventListener('click', (event) => this.#clicked(event));
  }

  /** Goes to another address of the page. */
  go(address, { replace = false } = {}) {
    if (address === location.pathname + location.search) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
    this.#changed();
  }

  /** Changes parameters of this address; what is undefined, empty or false is taken out. */
  set(changes, options) {
    this.go(this.with(changes), options);
  }

  /** This address with other parameters. */
  with(changes) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === null || value === '' || value === false) query.delete(name);
      else query.set(name, value);
    }
    const text = query.toString().replaceAll('%2C', ',');
    return location.pathname + (text ? `?${text}` : '');
  }

  #changed() {
    const before = this.current;
    this.current = this.#match();
    this.dispatchEvent(new CustomEvent('change', { detail: { moved: before.path !== this.current.path } }));
  }

  #match() {
    const query = new URLSearchParams(location.search);
    const path = location.pathname;
    for (const route of ROUTES) {
      const found = route.path.exec(path);
      if (found) return { view: route.view, title: route.title, path, query, id: found[1] && decodeURIComponent(found[1]) };
    }
    return { view: 'nowhere', title: 'Nothing here', path, query };
  }

  #clicked(event) {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const known = ROUTES.some((route) => route.path.test(link.pathname));
    if (link.origin !== location.origin || link.target || link.hasAttribute('download') || !known || link.hash) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const router = new Router();
