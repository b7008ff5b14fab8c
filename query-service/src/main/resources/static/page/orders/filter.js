/** What a list of orders is filtered by, beside the words of a search. */
export const FILTERS = ['status', 'customerId', 'from', 'to'];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const instant = (time) => Date.parse(DAY.test(time) ? `${time}T00:00:00Z` : time);

/** Whether the filters of an address let an order in, as the service understands them. */
export function letsIn(query, order) {
  const [status, customerId, from, to] = FILTERS.map((name) => query.get(name));
  const ordered = Date.parse(order.orderedAt);
  return (
    (!status || status.split(',').includes(order.status)) &&
    (!customerId || customerId.toLowerCase() === order.customerId) &&
    (!from || ordered >= instant(from)) &&
    (!to || ordered < instant(to))
  );
}
