/**
 * What can be done with an order in each state, as the command service allows it. `fields` are what somebody fills in,
 * each with the JSON Pointer by which a refusal names it; `expects` is the state shown until the real one arrives.
 */
export const ACTIONS = [
  {
    name: 'place', title: 'Place order', states: ['PENDING'], primary: true, expects: () => 'PLACED',
    explains: 'Stock is reserved and the payment authorised; then the order is confirmed, or rejected with the reason.',
    fields: () => [{
      name: 'paymentToken', pointer: '/paymentToken', label: 'Payment', type: 'select',
      options: [['tok_approve', 'is approved'], ['tok_decline', 'is declined'], ['tok_late', 'is approved after 5 s'], ['tok_never', 'never answers']],
    }],
    request: (order, values) => ['POST', '/placement', values],
  },
  {
    name: 'ship', title: 'Ship items', states: ['CONFIRMED', 'PARTIALLY_SHIPPED'], primary: true,
    expects: (order, values) => (unshipped(order).every((line) => Number(values[line.lineId]) === left(line)) ? 'SHIPPED' : 'PARTIALLY_SHIPPED'),
    explains: 'Part of the order may be shipped; the rest stays to be shipped.',
    fields: (order) => [
      ...unshipped(order).map((line) => ({
        name: line.lineId, pointer: (values) => `/items/${sent(values).indexOf(line.lineId)}/quantity`,
        label: `${line.productName} (${left(line)} left)`, type: 'number', value: left(line), min: 0,
      })),
      { name: 'carrier', pointer: '/carrier', label: 'Carrier', type: 'text', value: 'DHL' },
      { name: 'trackingNumber', pointer: '/trackingNumber', label: 'Tracking number', type: 'text' },
    ],
    request: (order, values) => ['POST', '/shipments', {
      items: sent(values).map((lineId) => ({ lineId, quantity: values[lineId] })),
      carrier: values.carrier, trackingNumber: values.trackingNumber,
    }],
  },
  {
    name: 'deliver', title: 'Mark delivered', states: ['SHIPPED'], primary: true, expects: () => 'DELIVERED',
    explains: 'The parcel has arrived. Nothing more can happen to the order then.',
    fields: () => [],
    request: () => ['POST', '/delivery', undefined],
  },
  {
    name: 'add', title: 'Add line', states: ['PENDING'], expects: () => 'PENDING',
    explains: 'An order can be edited until it is placed.',
    fields: () => [
      { name: 'sku', pointer: '/sku', label: 'SKU' },
      { name: 'productName', pointer: '/productName', label: 'Product' },
      { name: 'quantity', pointer: '/quantity', label: 'Units', type: 'number', value: 1, min: 1 },
      { name: 'unitPrice', pointer: '/unitPrice', label: 'Unit price', placeholder: '12.50', money: true },
    ],
    request: (order, { unitPrice, ...line }) => ['POST', '/items', {
      ...line, unitPrice: unitPrice && { amount: unitPrice, currency: order.total.currency },
    }],
  },
  {
    name: 'quantity', title: 'Change quantity', states: ['PENDING'], expects: () => 'PENDING',
    explains: 'An order can be edited until it is placed.',
    fields: (order) => [
      { name: 'lineId', label: 'Line', type: 'select', options: lines(order) },
      { name: 'quantity', pointer: '/quantity', label: 'Units', type: 'number', value: 1, min: 1 },
    ],
    request: (order, { lineId, quantity }) => ['PATCH', `/items/${lineId}`, { quantity }],
  },
  {
    name: 'remove', title: 'Remove line', states: ['PENDING'], expects: () => 'PENDING', several: true,
    explains: 'An order keeps at least one line.',
    fields: (order) => [{ name: 'lineId', label: 'Line', type: 'select', options: lines(order) }],
    request: (order, { lineId }) => ['DELETE', `/items/${lineId}`, undefined],
  },
  {
    name: 'address', title: 'Change address', states: ['PENDING'], expects: () => 'PENDING',
    explains: 'Where the order is shipped to.',
    fields: (order) => [
      ['recipient', 'Recipient'], ['street', 'Street'], ['postalCode', 'Postal code'], ['city', 'City'], ['region', 'Region'], ['country', 'Country'],
    ].map(([name, label]) => ({ name, pointer: `/${name}`, label, type: 'text', value: order.shippingAddress[name] ?? '', optional: name === 'region' })),
    request: (order, values) => ['PUT', '/shipping-address', values],
  },
  {
    name: 'cancel', title: 'Cancel order', states: ['PENDING', 'PLACED', 'CONFIRMED'], danger: true, expects: () => 'CANCELLED',
    explains: 'What was reserved is released and the payment voided. This cannot be undone.',
    fields: () => [{ name: 'reason', pointer: '/reason', label: 'Reason', type: 'text', value: '' }],
    request: (order, values) => ['POST', '/cancellation', values],
  },
];

/** Those that an order allows now. */
export const allowed = (order) =>
  ACTIONS.filter((action) => action.states.includes(order.status) && !(action.several && order.lines.length < 2));

const left = (line) => line.quantity - line.shippedQuantity;
const unshipped = (order) => order.lines.filter((line) => left(line) > 0);
const sent = ({ carrier, trackingNumber, ...quantities }) => Object.keys(quantities).filter((lineId) => quantities[lineId] !== 0);
const lines = (order) => order.lines.map((line) => [line.lineId, `${line.quantity} × ${line.productName}`]);
