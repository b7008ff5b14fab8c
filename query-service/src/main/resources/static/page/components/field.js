import { html, nothing } from 'lit';

/**
 * One field of a form with its label, and what the service says is wrong with it.
 *
 * @param field `{name, label, type, value, options, optional, min, placeholder, money}`; the name also makes the ids
 * @param errors sentences about this field
 */
export function field({ name, label, type = 'text', value = '', options, optional, min, placeholder, list, small, money }, errors = []) {
  const id = `field-${name}`;
  const described = errors.length ? `${id}-error` : nothing;
  const invalid = errors.length ? 'true' : nothing;
  return html`<div class="field" data-small=${Boolean(small)}>
    <label for=${id}>${label}${optional ? html` <span class="quiet">(optional)</span>` : nothing}</label>
    ${type === 'select'
      ? html`<select id=${id} name=${name} aria-invalid=${invalid} aria-describedby=${described}>
          ${options.map(([of, text]) => html`<option value=${of} ?selected=${of === value}>${text}</option>`)}</select>`
      : html`<input id=${id} name=${name} type=${type} value=${value} min=${min ?? nothing} placeholder=${placeholder ?? nothing} list=${list ?? nothing} inputmode=${money ? 'decimal' : nothing}
          autocomplete="off" aria-invalid=${invalid} aria-describedby=${described}>`}
    ${errors.length ? html`<p class="field-error" id=${described}>${errors.join('; ')}</p>` : nothing}
  </div>`;
}

/** What a form holds, by the names of its fields; numbers as numbers, and what is empty is left out. */
export function values(form, fields) {
  const given = new FormData(form);
  const result = {};
  for (const { name, type } of fields) {
    const text = String(given.get(name) ?? '').trim();
    if (text !== '') result[name] = type === 'number' ? Number(text) : text;
  }
  return result;
}

/** Brings whoever filled in a form to the first thing that is wrong. */
export function focusFirstError(root) {
  (root.querySelector('[aria-invalid="true"]') ?? root.querySelector('.problem[tabindex]'))?.focus();
}
