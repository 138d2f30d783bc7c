import { html } from 'hono/html';
import type { View } from '../view.ts';
import type { Html } from './text.ts';

/** A labelled input of a form. */
export function input(
  label: string,
  name: string,
  value: string | undefined,
  about: {
    readonly type?: 'search' | 'text' | 'datetime-local' | 'date' | 'password';
    readonly list?: string;
    readonly required?: boolean;
  } = {},
): Html {
  const { type = 'text', list, required = false } = about;
  return html`<label
    ><span>${label}</span
    ><input
      type="${type}"
      name="${name}"
      value="${value ?? ''}"
      ${list === undefined ? '' : html`list="${list}"`}
      ${required ? 'required' : ''}
      autocomplete="off"
      spellcheck="false"
  /></label>`;
}

/** A labelled choice of one. */
export function select(
  label: string,
  name: string,
  chosen: string | undefined,
  options: readonly (readonly [value: string, label: string])[],
): Html {
  return html`<label
    ><span>${label}</span
    ><select name="${name}">
      ${options.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === (chosen ?? '') ? 'selected' : ''}>${text}</option>`,
      )}
    </select></label
  >`;
}

/** A choice of several. */
export function boxes(
  label: string,
  name: string,
  chosen: readonly string[],
  options: readonly (readonly [value: string, label: string])[],
): Html {
  return html`<fieldset class="boxes">
    <legend>${label}</legend>
    ${options.map(
      ([value, text]) =>
        html`<label
          ><input type="checkbox" name="${name}" value="${value}" ${chosen.includes(value) ? 'checked' : ''} /><span
            >${text}</span
          ></label
        >`,
    )}
  </fieldset>`;
}

/** What every form that changes something carries. */
export function formKey({ formKey: key }: View): Html {
  return html`<input type="hidden" name="key" value="${key}" />`;
}
