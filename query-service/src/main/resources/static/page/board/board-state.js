import { read } from '../api/http.js';
import { afterOrders } from '../api/writes.js';
import { STATUSES } from '../text/orders.js';

const CARDS = 25;

/** Which orders stand in which column, and how many there are in all. */
export class BoardState {
  columns = new Map(STATUSES.map((status) => [status, { orders: [], total: undefined }]));
  #places = new Map(); // order id to its summary, of those that are shown
  #reading = 0;
  #meanwhile; // what came by the stream while pages are on their way

  constructor(filter) {
    this.filter = filter;
  }

  /** Reads every column anew. */
  async load(signal) {
    const reading = ++this.#reading;
    this.#meanwhile = [];
    const after = afterOrders();
    const pages = await Promise.all(
      STATUSES.map((status) =>
        read('/orders', { ...this.filter, status, sort: '-updatedAt', pageSize: CARDS, after, wait: after.length ? '3s' : undefined }, { signal }),
      ),
    );
    if (reading !== this.#reading) return;
    const meanwhile = this.#meanwhile;
    this.#meanwhile = undefined;
    this.#places.clear();
    STATUSES.forEach((status, i) => {
      this.columns.set(status, { orders: pages[i].items, total: pages[i].total });
      pages[i].items.forEach((order) => this.#places.set(order.orderId, order));
    });
    this.apply(meanwhile);
  }

  /** Only how many there are: a stream tells of orders that are not shown, but not where they were before. */
  async count(signal) {
    const pages = await Promise.all(STATUSES.map((status) => read('/orders', { ...this.filter, status, pageSize: 1 }, { signal })));
    STATUSES.forEach((status, i) => (this.columns.get(status).total = pages[i].total));
  }

  /** Takes in what the stream has brought; of each order the newest. Returns the ids of what has changed. */
  apply(orders) {
    this.#meanwhile?.push(...orders);
    const changed = new Set();
    for (const order of orders) {
      const shown = this.#places.get(order.orderId);
      if (shown && shown.version >= order.version) continue;
      this.#move(order);
      changed.add(order.orderId);
    }
    for (const column of this.columns.values()) {
      column.orders.splice(CARDS).forEach((order) => this.#places.delete(order.orderId));
    }
    return changed;
  }

  #move(order) {
    const before = this.#places.get(order.orderId);
    if (before) this.#take(before);
    const column = this.columns.get(order.status);
    column.orders.unshift(order);
    if (column.total !== undefined) column.total++;
    this.#places.set(order.orderId, order);
  }

  #take(before) {
    const column = this.columns.get(before.status);
    column.orders = column.orders.filter((order) => order.orderId !== before.orderId);
    if (column.total > 0) column.total--;
  }
}
