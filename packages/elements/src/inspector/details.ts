import { type EquipmentDetail, textIn } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';

/** Details that are said in one place: one or several of one name. */
interface Row {
  readonly label: string;
  readonly values: EquipmentDetail[];
}

/** Details as rows, under the headings of what they belong to. */
export function detailList(details: readonly EquipmentDetail[], language: Language): TemplateResult[] {
  const blocks: { readonly heading: string; readonly rows: Row[] }[] = [];
  for (const detail of details) {
    const heading = (detail.group ?? []).map((name) => words(name, language)).join(' / ');
    let block = blocks.at(-1);
    if (block?.heading !== heading) blocks.push((block = { heading, rows: [] }));
    const label = labelOf(detail, language);
    const last = block.rows.at(-1);
    if (last?.label === label) last.values.push(detail);
    else block.rows.push({ label, values: [detail] });
  }
  return blocks.map(
    ({ heading, rows }) =>
      html`${heading ? html`<h4>${heading}</h4>` : nothing}
        <dl>
          ${rows.map(
            ({ label, values }) =>
              html`<div>
                <dt>${label}</dt>
                <dd>
                  ${values.map((one, index) => html`${index > 0 ? ', ' : nothing}${valueOf(one, language)}`)}
                </dd>
              </div>`,
          )}
        </dl>`,
  );
}

/** Documents as a list of links. A document without an address that is safe to follow is named only. */
export function documentList(documents: readonly EquipmentDetail[], language: Language): TemplateResult {
  return html`<ul>
    ${documents.map((document) => {
      const about = [...(document.group ?? []), typeOf(document)].filter(Boolean).join(', ');
      return html`<li class="document">
        ${valueOf(document, language)}${about ? html` <span class="code">${about}</span>` : nothing}
      </li>`;
    })}
  </ul>`;
}

function valueOf(detail: EquipmentDetail, { terms, formats, tag }: Language): unknown {
  // The time of day of a date says nothing.
  const text = textIn(detail.value, tag).replace(/^(\d{4}-\d\d-\d\d)T00:00:00(\.0+)?Z?$/, '$1');
  const href = safeAddress(detail.href ?? text);
  if (href === undefined) {
    return html`${text}${detail.unit ? html`<span class="unit">${formats.unit(detail.unit)}</span>` : nothing}`;
  }
  return html`<a href=${href} target="_blank" rel="noopener noreferrer"
    >${text}<span class="hidden-text"> (${terms.opensInNewTab})</span></a
  >`;
}

/** An address of the web. Others can run code or reach into the machine of the reader. */
function safeAddress(text: string): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, username, href } = new URL(text);
  return /^https?:$/.test(protocol) && !username ? href : undefined;
}

/** The kind of a file as people say it: `PDF`. */
function typeOf({ contentType = '' }: EquipmentDetail): string {
  return /\/([a-z\d]{2,5})$/i.exec(contentType)?.[1].toUpperCase() ?? '';
}

function labelOf({ name, label }: EquipmentDetail, language: Language): string {
  const { terms, tag } = language;
  return terms.detailNames[name] ?? words(label ? textIn(label, tag) : name, language);
}

/** A name of a template in words: `DateOfManufacture` is Date of manufacture. What is in words stays so. */
function words(name: string, { terms }: Language): string {
  const known = terms.detailNames[name];
  if (known !== undefined) return known;
  if (!/^[A-Za-z\d_]+$/.test(name)) return name.charAt(0).toUpperCase() + name.slice(1);
  const spaced = name
    .replace(/__\d+__$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/ ([A-Z])(?=[a-z]| )/g, (_, letter: string) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
