/** The fields of the form for a new order. A field's name is the JSON Pointer of what it becomes in the request. */
export const customerFields = () => [
  { name: 'customer:/name', label: 'Name' },
  { name: 'customer:/email', label: 'E-mail', type: 'email' },
];

export const lineFields = (i) => [
  { name: `/items/${i}/sku`, label: 'SKU', list: 'skus' },
  { name: `/items/${i}/productName`, label: 'Product' },
  { name: `/items/${i}/quantity`, label: 'Units', type: 'number', value: '1', min: 1, small: true },
  { name: `/items/${i}/unitPrice`, label: 'Unit price', placeholder: '12.50', money: true, small: true },
];

export const currencyField = () => ({ name: '/currency', label: 'Currency', value: 'EUR', small: true });

export const addressFields = () => [
  ['recipient', 'Recipient'], ['street', 'Street'], ['postalCode', 'Postal code'], ['city', 'City'], ['region', 'Region'], ['country', 'Country'],
].map(([name, label]) => ({ name: `/shippingAddress/${name}`, label, optional: name === 'region' }));

export const paymentField = () => ({
  name: '/paymentToken', label: 'The payment', type: 'select',
  options: [['tok_approve', 'is approved'], ['tok_decline', 'is declined'], ['tok_late', 'is approved after 5 s'], ['tok_never', 'never answers']],
});

/** All fields that are shown. */
export const allFields = (lines, { withCustomer, withPayment }) => [
  ...(withCustomer ? customerFields() : []),
  ...[...Array(lines).keys()].flatMap(lineFields),
  currencyField(),
  ...addressFields(),
  ...(withPayment ? [paymentField()] : []),
];

/** The body of the request: every field that is filled in, at the place that its name points to. */
export function bodyOf(form, lines, customerId, prefix = '') {
  const body = lines > 0 ? { customerId, items: [...Array(lines)].map(() => ({})), shippingAddress: {}, place: form.has('place') } : {};
  for (const [name, text] of form) {
    if (name.startsWith(`${prefix}/`) && text.trim() !== '') put(body, name.slice(prefix.length), text.trim(), form.get('/currency'));
  }
  return body;
}

function put(body, pointer, text, currency) {
  const steps = pointer.split('/').slice(1);
  const last = steps.pop();
  const at = steps.reduce((holder, step) => holder[step] ?? {}, body);
  at[last] = last === 'quantity' ? Number(text) : last === 'unitPrice' ? { amount: text, currency: currency?.trim() } : text;
}
