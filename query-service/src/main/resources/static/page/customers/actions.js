/** What can be done with a customer. */
export const REGISTER = {
  title: 'Register customer',
  explains: 'Orders of somebody who is not registered have no name.',
  fields: () => [
    { name: 'name', pointer: '/name', label: 'Name' },
    { name: 'email', pointer: '/email', label: 'E-mail', type: 'email' },
  ],
  request: (none, values) => ['POST', '', values],
};

export const RENAME = {
  title: 'Rename',
  explains: 'The new name is shown with all orders, the old ones too.',
  fields: (customer) => [{ name: 'name', pointer: '/name', label: 'Name', value: customer.name }],
  request: (customer, values) => ['PUT', '/name', values],
};
