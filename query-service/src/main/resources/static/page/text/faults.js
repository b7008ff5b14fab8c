const MISSING = 'Fill this in';
const WORDS = { 'must not be null': MISSING, 'must not be blank': MISSING };

/** What the service says of a field, in the words of whoever filled it in. */
export const inWords = (detail) => WORDS[detail] ?? detail.charAt(0).toUpperCase() + detail.slice(1);

/** What is wrong with one field as it is filled in, as far as a look can tell; the service knows more. */
function fault({ type, optional, min, money }, text) {
  if (text === '') return optional ? undefined : type === 'number' ? 'Fill in a number' : MISSING;
  if (type === 'number' && !Number.isInteger(Number(text))) return 'Fill in a whole number';
  if (type === 'number' && min !== undefined && Number(text) < min) return `At least ${min}`;
  if (type === 'email' && !/.@./.test(text)) return 'An e-mail address has an @';
  return money ? faultOfMoney(text) : undefined;
}

function faultOfMoney(text) {
  if (/^\d+(\.\d+)?$/.test(text)) return undefined;
  if (/^\d+,\d{1,2}$/.test(text)) return `Use a point: ${text.replace(',', '.')}`;
  return /^-/.test(text) ? 'At least 0' : 'Fill in an amount such as 12.50, with nothing but digits and a point';
}

/** What is wrong with fields before anything is sent: sentences by the fields' names. */
export function faults(fields, form) {
  const found = new Map();
  for (const field of fields) {
    const wrong = fault(field, String(form.get(field.name) ?? '').trim());
    if (wrong) found.set(field.name, [wrong]);
  }
  return found;
}
