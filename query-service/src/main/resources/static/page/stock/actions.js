/** What can be done with the stock of a product. */
export const ADJUST = {
  title: 'Adjust stock', anyVersion: true, // a difference is right whatever orders have reserved meanwhile
  explains: 'Goods received are a positive number, losses a negative one. Stock cannot fall below what is promised to orders.',
  fields: () => [
    { name: 'delta', pointer: '/delta', label: 'Change', type: 'number', value: 10 },
    { name: 'reason', pointer: '/reason', label: 'Reason', value: 'goods received' },
  ],
  request: (stock, values) => ['POST', `/${encodeURIComponent(stock.sku)}/adjustments`, values],
};

export const REGISTER = {
  title: 'Register product',
  explains: 'From then on orders for it can be fulfilled.',
  fields: () => [
    { name: 'sku', pointer: '/sku', label: 'SKU' },
    { name: 'productName', pointer: '/productName', label: 'Product' },
    { name: 'onHand', pointer: '/onHand', label: 'On hand', type: 'number', value: 0, min: 0 },
  ],
  request: (none, values) => ['POST', '', values],
};
