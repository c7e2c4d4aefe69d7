import { html, nothing, type TemplateResult } from 'lit';

/** The figures behind a chart. */
export interface TableData {
  /** What the table is of, in words. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** Positions of the columns that hold words: they begin at the left, figures end at the right. */
  readonly words?: readonly number[];
  /** In the order of the chart; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * The table behind a chart with the button that opens it. The rows are asked for while it is open only, so that a
 * chart that nobody takes apart costs nothing.
 *
 * @param label - of the button
 * @param toggle - called when the button is used
 */
export function dataTable(
  label: string,
  open: boolean,
  toggle: () => void,
  data: () => TableData,
): TemplateResult {
  return html`<div class="table" part="table">
    <button class="verb caption" aria-expanded=${open ? 'true' : 'false'} @click=${toggle}>${label}</button>
    ${open ? table(data()) : nothing}
  </div>`;
}

/** The table of {@link dataTable}, for charts that load it when it is opened. */
export function table({ caption, columns, words = [], rows }: TableData): TemplateResult {
  const side = (column: number) => (words.includes(column) ? 'words' : '');
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
    <table>
      <caption class="hidden-text">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column, index) => html`<th scope="col" class=${side(index)}>${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell, index) => html`<td class=${side(index + 1)}>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
