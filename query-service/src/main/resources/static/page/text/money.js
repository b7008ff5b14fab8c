const NUMBER = new Intl.NumberFormat('en-GB');
export const count = (number) => NUMBER.format(number ?? 0);

/** An amount as it is, digit for digit: it is never made a number. */
export function money(value) {
  if (!value) return '–';
  const [, sign, whole, rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(value.amount) ?? [null, '', value.amount];
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest} ${value.currency}`;
}

export const percent = (rate) => `${((rate ?? 0) * 100).toFixed(1)} %`;
