const KEPT_MILLIS = 60_000;
const AT_MOST = 20;
const orders = new Map();
const products = new Map();
const customers = new Map();

function remember(writes, id, version) {
  writes.delete(id);
  writes.set(id, { version, at: Date.now() });
  if (writes.size > AT_MOST) writes.delete(writes.keys().next().value);
}

function recent(writes) {
  for (const [id, { at }] of writes) if (Date.now() - at > KEPT_MILLIS) writes.delete(id);
  return writes;
}

/** What this tab has done lately, so that whatever it reads next shows it. */
export const wroteOrder = (id, version) => remember(orders, id, version);
export const wroteStock = (sku, version) => remember(products, sku, version);
export const wroteCustomer = (id, version) => remember(customers, id, version);

/** The version that a reader of this tab must see; undefined if it has not changed it lately. */
export const orderWritten = (id) => recent(orders).get(id)?.version;
export const customerWritten = (id) => recent(customers).get(id)?.version;

const after = (writes) => [...recent(writes)].map(([id, { version }]) => `${id}:${version}`);

/** For lists: `after=<id>:<version>,…`. */
export const afterOrders = () => after(orders);
export const afterStock = () => after(products);
