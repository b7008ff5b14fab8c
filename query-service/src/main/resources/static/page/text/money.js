/** An amount as it is, digit for digit: it is never made a number. */
export function money(value) {
  if (!value) return '–';
  const [, sign, whole, rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(value.amount) ?? [null, '', value.amount];
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest} ${value.currency}`;
}
